package ai.adcio.agent;

import ai.adcio.catalog.Availability;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Rating;
import java.util.ArrayList;
import java.util.List;

/** A small shop of our own invention, in English. */
final class LampShop {
    private LampShop() {}

    static InMemoryCatalog catalog() {
        List<Product> products = new ArrayList<>();
        products.add(lamp("L1", "Lumo desk lamp", "Lumo", "19.90", 4.5, "Black"));
        products.add(lamp("L2", "Lumo desk lamp with dimmer", "Lumo", "34.00", 4.8, "White"));
        products.add(lamp("L3", "Halden desk lamp", "Halden", "12.50", 3.9, "Black"));
        products.add(lamp("L4", "Halden brass desk lamp", "Halden", "59.00", 4.1, "Gold"));
        products.add(Product.builder("M1", "Stoneware mug")
                .brand("Kiln")
                .categories(List.of("Kitchen", "Mugs"))
                .price(Money.of("9.00", "USD"))
                .rating(new Rating(4.9, 40))
                .attribute("color", "Blue")
                .build());
        products.add(Product.builder("M2", "Enamel mug")
                .brand("Kiln")
                .categories(List.of("Kitchen", "Mugs"))
                .price(Money.of("7.00", "USD"))
                .availability(Availability.OUT_OF_STOCK)
                .attribute("color", "White")
                .build());
        products.add(Product.builder("V1", "Ginkgo capsules")
                .brand("Verda")
                .categories(List.of("Health", "Supplements"))
                .price(Money.of("15.00", "USD"))
                .rating(new Rating(4.2, 11))
                .attribute("cautions", "Ask a doctor if you take blood thinners")
                .build());
        products.add(Product.builder("V2", "Magnesium tablets")
                .brand("Verda")
                .categories(List.of("Health", "Supplements"))
                .price(Money.of("11.00", "USD"))
                .rating(new Rating(4.4, 30))
                .build());
        return InMemoryCatalog.of(products);
    }

    private static Product lamp(String id, String title, String brand, String price, double rating, String color) {
        return Product.builder(id, title)
                .brand(brand)
                .categories(List.of("Home", "Desk Lamps"))
                .price(Money.of(price, "USD"))
                .rating(new Rating(rating, 25))
                .url("/p/" + id)
                .attribute("color", color)
                .build();
    }
}
