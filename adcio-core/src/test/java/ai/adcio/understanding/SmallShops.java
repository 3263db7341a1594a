package ai.adcio.understanding;

import ai.adcio.catalog.Availability;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Rating;
import java.util.ArrayList;
import java.util.List;

/** Small shops of our own invention. */
public final class SmallShops {
    private SmallShops() {}

    /** Garden, kitchen and clothes, in dollars; one product has no category. */
    public static CatalogSnapshot english() {
        return InMemoryCatalog.of(List.of(
                        en("e1", "Tallow Copper Kettle", "Tallow", "39.00", 4.6, "Copper", "Kitchen", "Kettles"),
                        en("e2", "Tallow Steel Kettle", "Tallow", "25.00", 4.1, "Silver", "Kitchen", "Kettles"),
                        en("e3", "Brindle Glass Kettle", "Brindle", "18.50", 3.9, "Clear", "Kitchen", "Kettles"),
                        en("e4", "Brindle Whistling Kettle Red", "Brindle", "31.00", 4.8, "Red", "Kitchen", "Kettles"),
                        en("e5", "Brindle Garden Chair", "Brindle", "60.00", 4.2, "Green", "Garden", "Garden Chairs"),
                        en(
                                "e6",
                                "Osprey Oak Garden Chair",
                                "Wrenfield",
                                "95.00",
                                4.7,
                                "Brown",
                                "Garden",
                                "Garden Chairs"),
                        en(
                                "e7",
                                "Wrenfield Folding Garden Chair",
                                "Wrenfield",
                                "35.00",
                                4.4,
                                "Dark Grey",
                                "Garden",
                                "Garden Chairs"),
                        en("e8", "Wrenfield Wool Scarf", "Wrenfield", "22.00", 4.9, "Grey", "Clothing", "Scarves"),
                        en("e9", "Pine & Moss Linen Scarf", "Pine & Moss", "28.00", 4.0, "Navy", "Clothing", "Scarves"),
                        en(
                                "e10",
                                "Pine & Moss Rain Boots",
                                "Pine & Moss",
                                "48.00",
                                4.3,
                                "Black",
                                "Clothing",
                                "Shoes",
                                "Boots"),
                        en("e11", "Tallow Ankle Boots", "Tallow", "72.00", 4.5, "Brown", "Clothing", "Shoes", "Boots"),
                        en(
                                "e12",
                                "Brindle Canvas Sneakers",
                                "Brindle",
                                "40.00",
                                4.2,
                                "White",
                                "Clothing",
                                "Shoes",
                                "Sneakers"),
                        Product.builder("e13", "Wrenfield Watering Can")
                                .brand("Wrenfield")
                                .price(Money.of("15.00", "USD"))
                                .build(),
                        Product.builder("e14", "Brindle Watering Can")
                                .brand("Brindle")
                                .price(Money.of("12.00", "USD"))
                                .build()))
                .acquire();
    }

    /**
     * Monitors and cartridges told by their titles alone: the field "colour" only says whether something prints in colour,
     * and one product of two thousand records gigabytes.
     */
    public static CatalogSnapshot titlesOnly() {
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Product.Builder product = Product.builder(
                            "t" + i, i % 2 == 0 ? "Vega 27 inch Monitor, Black" : "Orla 32 GB Stick")
                    .price(Money.of("20.00", "USD"))
                    .brand(i % 3 == 0 ? "Vega" : "Vega Fan Company")
                    .attribute("material", i % 4 == 0 ? "은" : "금")
                    .attribute("colour", i % 4 == 0 ? "true" : "false");
            if (i == 0) {
                product.attribute("server_memory", "16 GB");
            }
            products.add(product.build());
        }
        return InMemoryCatalog.of(products).acquire();
    }

    /** Clothes, supplements and household, in won. */
    public static CatalogSnapshot korean() {
        return InMemoryCatalog.of(List.of(
                        ko("k1", "포근 목폴라 니트", "달빛옷장", "42000", 4.5, List.of("검정", "회색"), "여성", "의류", "니트"),
                        ko("k2", "소프트 라운드 니트", "SORAGIL", "28000", 4.1, List.of("네이비"), "남녀공용", "의류", "니트"),
                        ko("k3", "데일리 니트", "달빛옷장", "19000", 3.8, List.of("빨강"), "남성", "의류", "니트"),
                        ko("k4", "롱 코트", "SORAGIL", "158000", 4.7, List.of("검정"), "여성", "의류", "코트"),
                        ko("k5", "하프 코트", "달빛옷장", "99000", 4.2, List.of("베이지"), "남성", "의류", "코트"),
                        ko("k6", "쿠션 운동화", "SORAGIL", "65000", 4.4, List.of("흰색"), "남녀공용", "신발", "운동화"),
                        ko("k7", "가벼운 운동화", "뜀틀", "39000", 4.0, List.of("검정"), "남성", "신발", "운동화"),
                        supplement("k8", "데일리 오메가3", "새솔", "21000", "오메가3", "와파린 등 혈액 희석제를 먹으면 의사와 상담"),
                        supplement("k9", "순한 마그네슘", "새솔", "16000", "마그네슘", "신장 질환이 있으면 의사와 상담"),
                        supplement("k10", "홍삼 진액", "새솔", "54000", "홍삼", "혈액 희석제 복용 중이면 의사와 상담"),
                        Product.builder("k11", "무선 이어폰 라이트")
                                .brand("소리결")
                                .categories(List.of("디지털", "무선 이어폰"))
                                .price(Money.of("33000", "KRW"))
                                .listPrice(Money.of("45000", "KRW"))
                                .rating(new Rating(4.3, 12))
                                .attribute("noiseCancelling", "있음")
                                .attribute("color", "흰색")
                                .build(),
                        Product.builder("k12", "무선 이어폰 미니")
                                .brand("소리결")
                                .categories(List.of("디지털", "무선 이어폰"))
                                .price(Money.of("18000", "KRW"))
                                .rating(new Rating(4.0, 40))
                                .availability(Availability.OUT_OF_STOCK)
                                .attribute("noiseCancelling", "없음")
                                .attribute("color", "검정")
                                .build()))
                .acquire();
    }

    /** Things that are measured, names that mean something else besides, and departments in place of a gender. */
    public static CatalogSnapshot gadgets() {
        return InMemoryCatalog.of(List.of(
                        gadget("g1", "Voltra Power Bank", "Voltra", "25.00", "Electronics", "Power Banks")
                                .attribute("battery", "10000 mAh")
                                .attribute("weight", "180 g")
                                .build(),
                        gadget("g2", "Voltra Power Bank Slim", "Voltra", "45.00", "Electronics", "Power Banks")
                                .attribute("battery", "20000 mAh")
                                .attribute("weight", "350 g")
                                .build(),
                        gadget("g3", "Pocket Power Bank", "Green", "15.00", "Electronics", "Power Banks")
                                .attribute("battery", "5000 mAh")
                                .attribute("weight", "120 g")
                                .attribute("color", "Black")
                                .build(),
                        gadget("g4", "Notch Laptop Pro", "Notch", "900.00", "Electronics", "Laptops")
                                .attribute("memory", "16 GB")
                                .attribute("capacity", "512 GB")
                                .attribute("weight", "1400 g")
                                .attribute("color", "Silver")
                                .build(),
                        gadget("g5", "Notch Laptop Basic", "Notch", "600.00", "Electronics", "Laptops")
                                .attribute("memory", "8 GB")
                                .attribute("capacity", "256 GB")
                                .attribute("weight", "1900 g")
                                .attribute("color", "Green")
                                .build(),
                        gadget("g6", "Lull White Noise Machine", "Lull", "35.00", "Bedroom", "Sleep Aids")
                                .attribute("color", "Black")
                                .build(),
                        gadget("g7", "Lull White Noise Machine Travel", "Lull", "29.00", "Bedroom", "Sleep Aids")
                                .attribute("color", "White")
                                .build(),
                        gadget("g8", "White Blanket", "Pillow", "39.00", "Bedroom", "Blankets")
                                .attribute("color", "White")
                                .build(),
                        gadget("g9", "Hair Tinsel Kit", "HairTinsel", "12.00", "Beauty", "Hair Accessories")
                                .build(),
                        gadget("g10", "Sparkly Hair Tinsel", "Pillow", "9.00", "Beauty", "Hair Accessories")
                                .build(),
                        gadget("g11", "Linen Sun Hat", "Voltra", "19.00", "Women", "Summer Hats")
                                .build(),
                        gadget("g12", "Straw Sun Hat", "Green", "17.00", "Women", "Winter Hats")
                                .build(),
                        gadget("g13", "Wool Hat", "Green", "21.00", "Men", "Winter Hats")
                                .build(),
                        gadget("g14", "Block Lamp", "Block9", "55.00", "Bedroom", "Lamps")
                                .build(),
                        gadget("g15", "Notch Terminal", "Notch", "300.00", "Electronics", "Laptops")
                                .attribute("memory", "shared")
                                .attribute("capacity", "64 GB")
                                .build(),
                        gadget("g16", "Bay Lamp", "Norden Bay", "75.00", "Bedroom", "Lamps")
                                .build(),
                        gadget("g17", "Bay Blanket", "Norden Bay", "85.00", "Bedroom", "Blankets")
                                .build()))
                .acquire();
    }

    /** Things to drink from, of which some have in their titles what others are sold as; one has no price. */
    static CatalogSnapshot drinks() {
        List<Product> products = new ArrayList<>(List.of(
                drink("d1", "Steel Water Bottle", "10.00", "Drinkware", "Water Bottles"),
                drink("d2", "Gym Water Bottle with Shaker", "12.00", "Drinkware", "Water Bottles"),
                drink("d3", "Hiking Water Bottle with Funnel", "14.00", "Drinkware", "Water Bottles"),
                drink("d4", "Clay Mug", "8.00", "Drinkware", "Mugs"),
                drink("d5", "Travel Mug with Infuser", "9.00", "Drinkware", "Mugs"),
                drink("d6", "Protein Shaker", "11.00", "Drinkware"),
                drink("d7", "Cocktail Shaker", "21.00", "Drinkware"),
                drink("d8", "Copper Cocktail Shaker", "31.00", "Drinkware"),
                drink("d9", "Mesh Infuser", "4.00", "Drinkware"),
                drink("d10", "Tall Infuser", "5.00", "Drinkware"),
                drink("d11", "Small Funnel", "2.00", "Drinkware"),
                drink("d12", "Wide Funnel", "3.00", "Drinkware"),
                drink("d13", "Paper Straws", "1.00", "Drinkware", "Straws"),
                drink("d14", "보온 텀블러", "20.00", "주방", "텀블러"),
                drink("d15", "텀블러 빨대 세트", "25.00", "주방", "텀블러"),
                drink("d16", "종이 빨대", "1.00", "주방", "빨대"),
                drink("d17", "실리콘 뚜껑", "2.00", "주방", "뚜껑"),
                drink("d18", "도자기 머그컵", "7.00", "주방", "머그컵"),
                drink("d19", "Carrying Caddy", "6.00", "Drinkware"),
                drink("d20", "Folding Carrying Caddy", "7.00", "Drinkware"),
                drink("d21", "Gym Bottle Leakproof", "7.00", "Drinkware", "Water Bottles"),
                drink("d22", "Hiking Bottle Leakproof", "7.00", "Drinkware", "Water Bottles"),
                Product.builder("d23", "Antique Mug")
                        .categories(List.of("Drinkware", "Mugs"))
                        .build()));
        for (int i = 24; i < 50; i++) {
            products.add(drink("d" + i, "Leakproof Water Bottle", "15.00", "Drinkware", "Water Bottles"));
        }
        return InMemoryCatalog.of(products).acquire();
    }

    private static Product drink(String id, String title, String price, String... path) {
        return Product.builder(id, title)
                .categories(List.of(path))
                .price(Money.of(price, "USD"))
                .build();
    }

    /** Shirts in letters and shoes in millimetres. */
    static CatalogSnapshot wardrobe() {
        return InMemoryCatalog.of(List.of(
                        sized("w1", "Plain Shirt 셔츠", "셔츠", "S", "M"),
                        sized("w2", "Wide Shirt 셔츠", "셔츠", "M", "L", "XL"),
                        sized("w3", "Warm Coat 코트", "코트", "S"),
                        sized("w4", "Long Coat 코트", "코트", "L"),
                        sized("w5", "Light Runner 운동화", "운동화", "240", "245", "250"),
                        sized("w6", "Heavy Runner 운동화", "운동화", "265", "270", "275"),
                        sized("w7", "Round Hat 모자", "모자", "FREE")))
                .acquire();
    }

    private static Product sized(String id, String title, String kind, String... sizes) {
        return Product.builder(id, title)
                .categories(List.of("패션", kind))
                .price(Money.of("30000", "KRW"))
                .attribute("size", sizes)
                .build();
    }

    private static Product.Builder gadget(String id, String title, String brand, String price, String... path) {
        return Product.builder(id, title)
                .brand(brand)
                .categories(List.of(path))
                .price(Money.of(price, "USD"))
                .rating(new Rating(4.2, 10));
    }

    private static Product en(
            String id, String title, String brand, String price, double rating, String color, String... path) {
        return Product.builder(id, title)
                .brand(brand)
                .categories(List.of(path))
                .price(Money.of(price, "USD"))
                .rating(new Rating(rating, 10))
                .attribute("color", color)
                .build();
    }

    private static Product ko(
            String id,
            String title,
            String brand,
            String price,
            double rating,
            List<String> colors,
            String gender,
            String... path) {
        return Product.builder(id, title)
                .brand(brand)
                .categories(List.of(path))
                .price(Money.of(price, "KRW"))
                .rating(new Rating(rating, 10))
                .attribute("color", colors)
                .attribute("gender", gender)
                .attribute("size", "250", "260", "L")
                .build();
    }

    private static Product supplement(
            String id, String title, String brand, String price, String kind, String caution) {
        return Product.builder(id, title)
                .brand(brand)
                .categories(List.of("건강식품", "영양제", kind))
                .price(Money.of(price, "KRW"))
                .rating(new Rating(4.2, 30))
                .attribute("ingredients", kind)
                .attribute("cautions", caution)
                .build();
    }
}
