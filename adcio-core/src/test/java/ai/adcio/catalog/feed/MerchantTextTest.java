package ai.adcio.catalog.feed;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Availability;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Variant;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerchantTextTest {
    @Test
    void readsEveryField() {
        Product product = FeedText.product("""
                id\ttitle\tdescription\tlink\timage link\tprice\tsale price\tavailability\tbrand\tgoogle_product_category\t\
                product_type\tcolor\tsize\tmaterial\tpattern\tgender\tage_group\tproduct_detail\tproduct_highlight\tgtin\tmpn\t\
                condition
                shirt-1\t린넨 셔츠\t<p>Cool &amp; light.</p>\t/p/1\t/i/1.png\t49000 KRW\t39000 KRW\tin stock\t오늘하루\t212\t\
                패션 > 상의 > 셔츠\tWhite/Blue\tL\tlinen/cotton\tstriped\tunisex\tadult\t\
                "Care:Washing:cold, by hand,Care:Ironing:no"\tDries fast\t8801234567890\tLN-1\tnew
                """);

        assertThat(product)
                .isEqualTo(Product.builder("shirt-1", "린넨 셔츠")
                        .description("Cool & light.\nDries fast")
                        .url("/p/1")
                        .imageUrl("/i/1.png")
                        .price(Money.of("39000", "KRW"))
                        .listPrice(Money.of("49000", "KRW"))
                        .brand("오늘하루")
                        .categories(List.of("패션", "상의", "셔츠"))
                        .attribute("color", "White", "Blue")
                        .attribute("size", "L")
                        .attribute("material", "linen", "cotton")
                        .attribute("pattern", "striped")
                        .attribute("gender", "unisex")
                        .attribute("age_group", "adult")
                        .attribute("Washing", "cold, by hand")
                        .attribute("Ironing", "no")
                        .attribute("gtin", "8801234567890")
                        .attribute("mpn", "LN-1")
                        .attribute("condition", "new")
                        .build());
    }

    @Test
    void needsNothingButIdAndTitle() {
        assertThat(FeedText.product("title,id\nLamp,a\n"))
                .isEqualTo(Product.builder("a", "Lamp").build());
    }

    @Test
    void takesGooglesCategoryWhereTheShopHasNoneOfItsOwn() {
        String header = "id,title,google_product_category,product_type\n";

        assertThat(FeedText.product(header + "a,Lamp,Home & Garden > Lighting,\n")
                        .categories())
                .containsExactly("Home & Garden", "Lighting");
        assertThat(FeedText.product(header + "a,Lamp,594,\n").categories()).isEmpty();
    }

    @Test
    void makesOneProductOfAGroupWhoseRowsStandApart() {
        List<Product> products = FeedText.products("""
                id,title,price,availability,item_group_id,color,size,gtin
                t-s,Tee,12.00 USD,out of stock,tee,Black,S,1
                mug,Mug,5.00 USD,in stock,,,,
                t-m,Tee M,15.00 USD,in_stock,tee,Black,M,2
                t-l,Tee L,14.50 USD,preorder,tee,Black,L,3
                """);

        assertThat(products).extracting(Product::id).containsExactly("tee", "mug");
        assertThat(products.getFirst())
                .isEqualTo(Product.builder("tee", "Tee")
                        .price(Money.of("15.00", "USD"))
                        .availability(Availability.IN_STOCK)
                        .attribute("color", "Black")
                        .variants(List.of(
                                variant("t-s", "S", "1", "12.00", Availability.OUT_OF_STOCK),
                                variant("t-m", "M", "2", "15.00", Availability.IN_STOCK),
                                variant("t-l", "L", "3", "14.50", Availability.PRE_ORDER)))
                        .build());
    }

    @Test
    void pricesAGroupByWhatIsCheapestInStockWithItsReduction() {
        Product product = FeedText.product("""
                id,title,price,sale_price,availability,item_group_id,size
                a,Tee,20 USD,,in_stock,tee,S
                b,Tee,22 USD,18 USD,in_stock,tee,M
                c,Tee,9 USD,,out_of_stock,tee,L
                """);

        assertThat(product.price()).isEqualTo(Money.of("18", "USD"));
        assertThat(product.listPrice()).isEqualTo(Money.of("22", "USD"));
    }

    @Test
    void pricesAGroupThatIsSoldOutByItsCheapest() {
        Product product = FeedText.product("""
                id,title,price,availability,item_group_id,size
                a,Tee,20 USD,out_of_stock,tee,S
                b,Tee,9 USD,out_of_stock,tee,L
                """);

        assertThat(product.price()).isEqualTo(Money.of("9", "USD"));
        assertThat(product.availability()).isEqualTo(Availability.OUT_OF_STOCK);
    }

    @Test
    void countsAParentRowToTheGroupThatBearsItsId() {
        List<Product> products =
                FeedText.products("id,title,item_group_id,size\ntee,Tee,,\ntee-s,Tee,tee,S\ntee-m,Tee,tee,M\n");

        assertThat(products)
                .singleElement()
                .satisfies(product -> assertThat(product.variants())
                        .extracting(Variant::id)
                        .containsExactly("tee", "tee-s", "tee-m"));
    }

    @Test
    void keepsTheIdOfTheOnlyRowOfAGroup() {
        Product product = FeedText.product("id,title,item_group_id,size\ntee-s,Tee,tee,S\n");

        assertThat(product.id()).isEqualTo("tee");
        assertThat(product.attributes()).containsEntry("size", List.of("S"));
        assertThat(product.variants()).extracting(Variant::id).containsExactly("tee-s");
    }

    @Test
    void leavesOutTheBadRowsOfAGroupOnly() {
        String feed = """
                id,title,price,item_group_id,size
                a,Tee,"20,00 EUR",tee,S
                b,Tee,21.00 EUR,tee,M
                c,Tee,22.00 USD,tee,L
                d,,23.00 EUR,tee,XL
                """;

        assertThat(FeedText.products(feed)).singleElement().satisfies(product -> {
            assertThat(product.variants()).extracting(Variant::id).containsExactly("b");
            assertThat(product.price()).isEqualTo(Money.of("21.00", "EUR"));
        });
        assertThat(FeedText.rejected(feed))
                .containsExactly(
                        "row 2, price \"20,00 EUR\": has a comma; write a point before the decimals and nothing between"
                                + " the thousands, such as \"1299.00\"",
                        "row 4, price \"22.00 USD\": is in another currency than row 3 of the same item group; price a"
                                + " group in one currency",
                        "row 5, title: is missing; shoppers need a name to read");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                | 8
            2026-11-20T09:00+0900/2026-11-30T09:00+0900       | 8
            2026-11-20T00:00:00Z/2026-11-26T12:00:00Z         | 8
            2026-11-26T21:00+09:00/2026-12-01T00:00+09:00     | 8
            2026-11-26T21:00/2026-12-01T00:00                 | 8
            2026-11-26T21:01/2026-12-01T00:00                 | 10
            2026-11-20T00:00Z/2026-11-26T11:59:59Z            | 10
            """)
    void reducesThePriceWhileTheSaleIsOn(String period, String price) {
        FeedReader.Builder reader =
                FeedReader.builder().clock(Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneId.of("Asia/Seoul")));

        Product product = FeedText.products(
                        reader,
                        "id,title,price,sale_price,sale_price_effective_date\na,Mug,10 USD,8 USD," + period + "\n")
                .getFirst();

        assertThat(product.price()).isEqualTo(Money.of(price, "USD"));
        assertThat(product.listPrice()).isEqualTo(price.equals("8") ? Money.of("10", "USD") : null);
    }

    @Test
    void rejectsSalesThatMakeNoSense() {
        assertThat(FeedText.rejected("""
                id,title,price,sale_price,sale_price_effective_date
                a,Mug,10 USD,12 USD,
                b,Mug,10 USD,8 EUR,
                c,Mug,10 USD,8 USD,next week
                d,Mug,10 USD,10 USD,
                """))
                .containsExactly(
                        "row 2, sale_price \"12 USD\": is above the price 10 USD; price is what it costs when there is no"
                                + " sale",
                        "row 3, sale_price \"8 EUR\": is in another currency than the price; give both in one",
                        "row 4, sale_price_effective_date \"next week\": is no period; write"
                                + " \"2026-11-20T09:00+09:00/2026-11-30T23:59+09:00\"");
    }

    @Test
    void rejectsAnUnknownAvailabilityWithTheKnownOnes() {
        assertThat(FeedText.rejected("id,title,availability\na,Mug,soon\n"))
                .containsExactly(
                        "row 2, availability \"soon\": is unknown; write in_stock, out_of_stock, preorder or backorder");
    }

    @Test
    void rejectsARowWithoutAnId() {
        assertThat(FeedText.rejected("id,title\n,Mug\n"))
                .containsExactly("row 2, id: is missing; every row needs one of its own");
    }

    @Test
    void takesAmountsWithoutACodeInTheCurrencyThatIsGiven() {
        String feed = "id,title,price\na,Mug,9000\n";

        assertThat(FeedText.products(FeedReader.builder().currency("krw"), feed)
                        .getFirst()
                        .price())
                .isEqualTo(Money.of("9000", "KRW"));
        assertThat(FeedText.rejected(feed))
                .containsExactly(
                        "row 2, price \"9000\": names no currency; write its code behind it, such as \"19.99 USD\"");
    }

    @Test
    void replacesWhatNoStoreTakes() {
        assertThat(FeedText.product("id,title\na,La\0mp\n").title()).isEqualTo("La\uFFFDmp");
    }

    private static Variant variant(String id, String size, String gtin, String price, Availability availability) {
        return new Variant(
                id, Map.of("size", List.of(size), "gtin", List.of(gtin)), Money.of(price, "USD"), availability);
    }
}
