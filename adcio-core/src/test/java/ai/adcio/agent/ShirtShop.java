package ai.adcio.agent;

import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Rating;
import java.util.ArrayList;
import java.util.List;

/** A shop of our own invention with many shirts, in dollars with English names or in won with Korean ones. */
final class ShirtShop {
    private static final List<String> BRANDS = List.of("Alder", "Birch", "Cedar");
    private static final List<String> COLORS = List.of("Black", "White", "Red", "Green");
    private static final List<String> COLORS_KO = List.of("검정", "흰색", "빨강", "초록");
    private static final int SHIRTS = 24;

    private ShirtShop() {}

    static InMemoryCatalog english() {
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < SHIRTS; i++) {
            products.add(Product.builder("S" + i, BRANDS.get(i % 3) + " Shirt No " + i)
                    .brand(BRANDS.get(i % 3))
                    .categories(List.of("Clothing", "Shirts"))
                    .price(Money.of(10 + i * 3 + ".00", "USD"))
                    .rating(new Rating(3 + i % 4 * 0.5, 10 + i))
                    .attribute("color", COLORS.get(i % 4))
                    .attribute("waterproof", "no")
                    .attribute("stitch", "x" + i)
                    .build());
        }
        products.add(Product.builder("P1", "Slate Tent")
                .categories(List.of("Camping", "Tents"))
                .price(Money.of("90.00", "USD"))
                .attribute("waterproof", "yes")
                .attribute("color", "Green")
                .build());
        products.add(Product.builder("P2", "Moss Tent")
                .categories(List.of("Camping", "Tents"))
                .price(Money.of("210.00", "USD"))
                .attribute("waterproof", "yes")
                .attribute("color", "Red")
                .build());
        return InMemoryCatalog.of(products);
    }

    static InMemoryCatalog korean() {
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < SHIRTS; i++) {
            products.add(Product.builder("K" + i, "편한 셔츠 " + i)
                    .brand(BRANDS.get(i % 3))
                    .categories(List.of("의류", "셔츠"))
                    .price(Money.of(10_000 + i * 3_000 + ".00", "KRW"))
                    .rating(new Rating(3 + i % 4 * 0.5, 10 + i))
                    .attribute("color", COLORS_KO.get(i % 4))
                    .build());
        }
        products.add(Product.builder("K90", "초록 텐트")
                .categories(List.of("캠핑", "텐트"))
                .price(Money.of("90000.00", "KRW"))
                .attribute("color", "초록")
                .build());
        products.add(Product.builder("K91", "빨간 텐트")
                .categories(List.of("캠핑", "텐트"))
                .price(Money.of("210000.00", "KRW"))
                .attribute("color", "빨강")
                .build());
        return InMemoryCatalog.of(products);
    }
}
