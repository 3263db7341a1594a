package ai.adcio.catalog.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.catalog.Availability;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShopifyCsvTest {
    private static final String HEADER =
            "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Compare At Price\n";

    @Test
    void readsAnExport() throws IOException {
        List<Product> products = new ArrayList<>();
        FeedReport report;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("shopify-export.csv"))) {
            report = FeedReader.builder().currency("KRW").build().read(in, products::add);
        }

        assertThat(products)
                .containsExactly(
                        Product.builder("linen-shirt", "린넨 셔츠")
                                .description("Cool & light, even in \"July\".\nLinen\nMachine wash")
                                .brand("오늘하루")
                                .categories(List.of("Apparel & Accessories", "Clothing", "Shirts & Tops", "Shirts"))
                                .url("/products/linen-shirt")
                                .imageUrl("https://cdn.example/1.png")
                                .price(Money.of("52000", "KRW"))
                                .variants(List.of(
                                        variant(
                                                "LS-WM",
                                                "White",
                                                "M",
                                                "49000",
                                                Availability.OUT_OF_STOCK,
                                                "8801000000011"),
                                        variant("LS-WL", "White", "L", "52000", Availability.IN_STOCK, null),
                                        variant("LS-NM", "Navy", "M", "47000", Availability.BACK_ORDER, null)))
                                .attribute("gender", "unisex")
                                .attribute("tags", "summer", "linen")
                                .build(),
                        Product.builder("clay-mug", "Clay mug")
                                .description("A mug.")
                                .brand("Gangmul")
                                .categories(List.of("Mugs"))
                                .url("/products/clay-mug")
                                .imageUrl("https://cdn.example/mug.png")
                                .price(Money.of("12000", "KRW"))
                                .attribute("sku", "CM-1")
                                .build());
        assertThat(report.summary()).isEqualTo("Shopify CSV: 2 products from 9 rows, 0 rejected, 4 skipped");
        assertThat(report.ignoredFields()).containsOnlyKeys("Gift Card");
    }

    @Test
    void showsWhatItCostBeforeAReductionOnly() {
        assertThat(product(HEADER + "a,Mug,,,,9.00,12.00\n").listPrice()).isEqualTo(Money.of("12", "USD"));
        assertThat(product(HEADER + "a,Mug,,,,9.00,9.00\n").listPrice()).isNull();
        assertThat(product(HEADER + "a,Mug,,,,9.00,0\n").listPrice()).isNull();
    }

    @Test
    void readsTheColumnNamesOfLaterExports() {
        Product product = product("""
                Title,URL handle,Description,Vendor,Product category,Type,Published on online store,Status,SKU,Barcode,\
                Option1 name,Option1 value,Price,Compare-at price,Inventory tracker,Inventory quantity,\
                Continue selling when out of stock,Product image URL
                Mug,mug,<b>Clay</b>,Gangmul,Home,Mugs,TRUE,Active,M-1,123,Color,Red,8,9,shopify,0,DENY,/i.png
                """);

        assertThat(product)
                .isEqualTo(Product.builder("mug", "Mug")
                        .description("Clay")
                        .brand("Gangmul")
                        .categories(List.of("Home", "Mugs"))
                        .url("/products/mug")
                        .imageUrl("/i.png")
                        .price(Money.of("8", "USD"))
                        .listPrice(Money.of("9", "USD"))
                        .availability(Availability.OUT_OF_STOCK)
                        .variants(
                                List.of(new Variant("M-1", Map.of(), Money.of("8", "USD"), Availability.OUT_OF_STOCK)))
                        .attribute("color", "Red")
                        .attribute("sku", "M-1")
                        .attribute("gtin", "123")
                        .build());
    }

    @Test
    void namesVariantsByTheirOptionsWhereTheSkuDoesNotTellThem() {
        Product product = product(HEADER + "a,Mug,Color,Red,M,8,\na,,,Blue,M,8,\na,,,Green,,8,\na,,,White,W,8,\n");

        assertThat(product.variants()).extracting(Variant::id).containsExactly("Red", "Blue", "Green", "W");
    }

    @Test
    void bringsTheRowsOfAHandleTogether() {
        List<Product> products = products(HEADER + "a,Mug,Color,Red,1,8,\nb,Cup,,,,5,\na,,,Blue,2,8,\n");

        assertThat(products).extracting(Product::id).containsExactly("a", "b");
        assertThat(products.getFirst().attribute("color")).containsExactly("Red", "Blue");
    }

    @Test
    void needsACurrency() {
        assertThatThrownBy(() -> FeedReader.create().load(FeedText.of(HEADER)))
                .isInstanceOf(FeedException.class)
                .hasMessage(
                        "the feed is Shopify CSV, which does not say its currency; name it, such as currency(\"KRW\")"
                                + " or --currency KRW");
    }

    @Test
    void namesBothRowsOfAHandleThatStandsForTwoProducts() {
        String feed = HEADER + "a,Mug,Color,Red,1,8,\na,,,Blue,2,8,\na,Cup,Color,Red,3,5,\na,,,Green,4,5,\n";

        assertThat(products(feed))
                .singleElement()
                .satisfies(product -> assertThat(product.attribute("color")).containsExactly("Red", "Blue"));
        assertThat(rejected(feed))
                .containsExactly(
                        "row 4, Handle \"a\": is repeated, it stands in row 2 already; give every row an id of its own",
                        "row 5, Handle \"a\": is repeated, it stands in row 2 already; give every row an id of its own");
        assertThatThrownBy(() -> FeedReader.builder().currency("USD").build().load(FeedText.of(feed)))
                .isInstanceOf(FeedException.class)
                .hasMessageStartingWith("row 4, Handle \"a\": is repeated, it stands in row 2 already");
    }

    @Test
    void namesBothRowsOfAVariantThatStandsTwice() {
        assertThat(rejected(HEADER + "a,Mug,Color,Red,1,8,\na,,,Red,2,8,\n"))
                .singleElement()
                .asString()
                .startsWith("row 3, Handle \"a: Red\": is repeated, it stands in row 2 already");
    }

    @Test
    void leavesOutTheBadVariantsOfAProductOnly() {
        String feed = HEADER + "a,Mug,Color,Red,1,\"8,50\",\na,,,Blue,2,9,\n";

        assertThat(products(feed)).singleElement().satisfies(product -> {
            assertThat(product.title()).isEqualTo("Mug");
            assertThat(product.variants()).extracting(Variant::id).containsExactly("2");
        });
        assertThat(rejected(feed))
                .singleElement()
                .asString()
                .startsWith("row 2, Variant Price \"8,50\": has a comma; write a point");
    }

    @Test
    void listsEveryRowOfAProductThatIsNotTakenOver() {
        String columns = HEADER.strip() + ",Image Src,Status\n";
        String feed =
                columns + "a,Mug,,,,x,,/1.png,\na,,,,,,,/2.png,\nb,,,,,,,/3.png,\nc,Cup,,,,5,,,sold\nc,,,,,,,/4.png,\n";

        FeedReport report = FeedReader.builder()
                .currency("USD")
                .policy(RejectionPolicy.LENIENT)
                .build()
                .read(FeedText.of(feed), product -> {});

        assertThat(report.products()).isZero();
        assertThat(report.rejectedCount()).isEqualTo(5);
        assertThat(report.rejected())
                .extracting(RejectedRow::toString)
                .containsExactly(
                        "row 2, Variant Price \"x\": is no price; write plain digits and the currency's code, such as"
                                + " \"19.99 USD\"",
                        "row 3, Handle \"a\": has no row that could be taken over; see row 2",
                        "row 4, Title: is missing; the first row of a handle needs one",
                        "row 5, Status \"sold\": is unknown; write active, draft or archived",
                        "row 6, Handle \"c\": has no row that could be taken over; see row 5");
    }

    private static Product product(String feed) {
        return products(feed).getFirst();
    }

    private static List<Product> products(String feed) {
        return FeedText.products(FeedReader.builder().currency("USD").policy(RejectionPolicy.LENIENT), feed);
    }

    private static List<String> rejected(String feed) {
        return FeedReader.builder()
                .currency("USD")
                .policy(RejectionPolicy.LENIENT)
                .build()
                .read(FeedText.of(feed), product -> {})
                .rejected()
                .stream()
                .map(RejectedRow::toString)
                .toList();
    }

    private static Variant variant(
            String sku, String color, String size, String price, Availability availability, @Nullable String gtin) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        attributes.put("color", List.of(color));
        attributes.put("size", List.of(size));
        attributes.put("sku", List.of(sku));
        if (gtin != null) {
            attributes.put("gtin", List.of(gtin));
        }
        return new Variant(sku, attributes, Money.of(price, "KRW"), availability);
    }
}
