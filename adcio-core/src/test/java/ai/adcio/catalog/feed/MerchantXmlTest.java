package ai.adcio.catalog.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.catalog.Availability;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MerchantXmlTest {
    private static final String START =
            "<rss version=\"2.0\" xmlns:g=\"http://base.google.com/ns/1.0\"><channel><title>Shop</title>";
    private static final String END = "</channel></rss>";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsItemsOfRss() {
        Product product = FeedText.product(START + """
                <item>
                  <g:id>lamp-1</g:id><title>등 &amp; Lamp</title><link>https://shop.example/p/1</link>
                  <description><![CDATA[<p>Bright.<br>Warm.</p>]]></description>
                  <g:image_link>https://shop.example/i/1.png</g:image_link>
                  <g:price>39000 KRW</g:price><g:availability>out_of_stock</g:availability><g:brand>Lumella</g:brand>
                  <g:product_type>Home &gt; Lamps</g:product_type>
                  <g:product_detail><g:section_name>Light</g:section_name><g:attribute_name>Ratio a:b</g:attribute_name>
                    <g:attribute_value>1:2, or more</g:attribute_value></g:product_detail>
                  <g:product_detail><g:attribute_name>Socket</g:attribute_name><g:attribute_value>E27</g:attribute_value>
                  </g:product_detail>
                  <g:product_highlight>Lasts long</g:product_highlight><g:product_highlight>Dimmable</g:product_highlight>
                </item>""" + END);

        assertThat(product)
                .isEqualTo(Product.builder("lamp-1", "등 & Lamp")
                        .description("Bright.\nWarm.\nLasts long\nDimmable")
                        .url("https://shop.example/p/1")
                        .imageUrl("https://shop.example/i/1.png")
                        .price(Money.of("39000", "KRW"))
                        .availability(Availability.OUT_OF_STOCK)
                        .brand("Lumella")
                        .categories(List.of("Home", "Lamps"))
                        .attribute("Ratio a:b", "1:2, or more")
                        .attribute("Socket", "E27")
                        .build());
    }

    @Test
    void readsEntriesOfAtomAndPrefersGooglesFields() {
        Product product = FeedText.product("""
                <?xml version="1.0" encoding="utf-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0">
                  <title>Shop</title><id>tag:shop</id>
                  <entry><id>tag:shop,1</id><g:id>a</g:id><title>Long title</title><g:title>Title</g:title>
                    <link rel="alternate" href="/p/a"/><link rel="self" href="/feed/a"/><summary>Text</summary></entry>
                </feed>""");

        assertThat(product)
                .isEqualTo(Product.builder("a", "Title")
                        .url("/p/a")
                        .description("Text")
                        .build());
    }

    @Test
    void gathersTheTextOfMarkupThatIsNotEscaped() {
        assertThat(FeedText.product(START
                                + "<item><g:id>a</g:id><title>T</title><description><p>One <b>two</b></p></description></item>"
                                + END)
                        .description())
                .contains("One")
                .contains("two")
                .doesNotContain("<");
    }

    @Test
    void readsTheEncodingThatTheDeclarationNames() {
        byte[] bytes = ("<?xml version=\"1.0\" encoding=\"EUC-KR\"?>" + START
                        + "<item><g:id>a</g:id><title>등</title></item>" + END)
                .getBytes(Charset.forName("EUC-KR"));
        List<Product> products = new ArrayList<>();

        FeedReader.create().read(FeedText.of(bytes), products::add);

        assertThat(products).extracting(Product::title).containsExactly("등");
    }

    @Test
    void countsRowsByItems() {
        assertThat(FeedText.rejected(START
                        + "<item><g:id>a</g:id><title>T</title></item><item><g:id>b</g:id></item>"
                        + "<item><g:id>a</g:id><title>T</title></item>" + END))
                .containsExactly(
                        "row 2, title: is missing; shoppers need a name to read",
                        "row 3, id \"a\": is repeated, it stands in row 1 already; give every row an id of its own");
    }

    @Test
    void readsNoFileThroughAnEntity() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");
        String feed = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>" + START
                + "<item><g:id>a</g:id><title>&x;</title></item>" + END;

        assertThatThrownBy(() -> FeedText.report(feed))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("holds a DOCTYPE")
                .hasMessageNotContaining("secret");
    }

    @Test
    void expandsNoEntities() {
        StringBuilder entities = new StringBuilder("<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            String before = "&a" + (i - 1) + ";";
            entities.append("<!ENTITY a" + i + " \"" + before.repeat(10) + "\">");
        }

        assertThatThrownBy(() -> FeedText.report("<?xml version=\"1.0\"?><!DOCTYPE rss [" + entities + "]>" + START
                        + "<item><g:id>a</g:id><title>&a29;</title></item>" + END))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("holds a DOCTYPE");
    }

    @Test
    void refusesEntitiesThatNobodyDeclared() {
        assertThatThrownBy(() -> FeedText.report(START + "<item><g:id>a</g:id><title>&nbsp;</title></item>" + END))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("nbsp");
    }

    @Test
    void refusesElementsWithoutEnd() {
        assertThatThrownBy(() -> FeedText.report(START + "<item><description>" + "<b>".repeat(100_000)))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("nests elements more than 64 deep in item 1");
    }

    @Test
    void makesOneProductOfAnItemGroup() {
        String item = "<item><g:id>%s</g:id><title>Tee</title><g:item_group_id>tee</g:item_group_id>"
                + "<g:size>%s</g:size><g:price>%s USD</g:price></item>";

        Product product =
                FeedText.product(START + item.formatted("s", "S", "9.50") + item.formatted("m", "M", "9.00") + END);

        assertThat(product.price()).isEqualTo(Money.of("9.00", "USD"));
        assertThat(product.attribute("size")).containsExactly("S", "M");
    }
}
