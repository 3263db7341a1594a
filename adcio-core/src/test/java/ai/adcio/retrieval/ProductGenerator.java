package ai.adcio.retrieval;

import ai.adcio.catalog.Availability;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Rating;
import ai.adcio.catalog.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Generates products in both languages and constraints on them, the same ones for the same seed. The values are chosen
 * to be awkward: accents, apostrophes, plurals, compounds without spaces, full-width letters, numbers beyond what a
 * double holds, texts beyond what an index term holds, empty fields. Not thread safe.
 */
public final class ProductGenerator {
    private static final List<String> KINDS = List.of(
            "running shoe",
            "running shoes",
            "Toner cartridge TN-2110",
            "wireless headphones",
            "dress",
            "dresses",
            "men's T-shirt",
            "coffee mug",
            "반팔 티셔츠",
            "반팔티셔츠",
            "여성용 운동화",
            "비타민 C 젤리",
            "무선 이어폰",
            "LG그램 노트북 17인치",
            "한글 키보드",
            "glass",
            "glasses",
            "bus",
            "box set",
            "ＵＳＢ cable");
    private static final List<String> BRANDS =
            List.of("Café Lune", "L'Oréal", "ACME", "acme", "오늘하루", "무지개 공방", "무지개공방", "O’Neill", "Æther", "3M", "S");
    private static final List<String> CATEGORIES =
            List.of("Fashion", "Shoes", "패션", "상의", "반팔 티셔츠", "Home & Kitchen", "Glasses", "건강기능식품", "Audio/Video");
    private static final List<String> COLORS = List.of(
            "Black", "black", "Jet Black", "Off-White", "white", "검정", "흰색", "Navy Blue", "navy", "네이비 블루", "red/blue");
    private static final List<String> SIZES = List.of("S", "M", "L", "XL", "270", "270mm", "프리");
    private static final List<String> MEASURES = List.of(
            "500ml",
            "500 ml",
            "0.5 l",
            "1,200 g",
            "43.2 cm",
            "-5",
            "100-200",
            "15.0",
            "about 7",
            "true",
            "1.000000000000001",
            "1.000000000000002",
            "123456789012345.5",
            "9007199254740993");
    private static final List<String> AMOUNTS = List.of(
            "0",
            "0.00",
            "9.99",
            "10",
            "10.00",
            "19.99",
            "19.990000000001",
            "20",
            "29000",
            "30000",
            "30000.000000000001",
            "900719925474099.3",
            "900719925474099.2",
            "100000000000000000.5");
    private static final List<String> ATTRIBUTES = List.of("color", "size", "volume", "material", "model number", "");

    private final Random random;

    /** Creates a generator; the same seed gives the same products and constraints in the same order. */
    public ProductGenerator(long seed) {
        this.random = new Random(seed);
    }

    /** Products with the ids {@code p0}, {@code p1} and so on. */
    public List<Product> products(int count) {
        List<Product> products = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            products.add(product("p" + i));
        }
        return products;
    }

    /** One product. */
    public Product product(String id) {
        Product.Builder product =
                Product.builder(id, one(COLORS) + " " + one(KINDS) + (chance(4) ? " " + one(SIZES) : ""));
        if (chance(2)) {
            product.description(
                    chance(5) ? "long ".repeat(300) + one(KINDS) : "A " + one(KINDS) + ". " + one(KINDS) + "를 위한 제품");
        }
        if (chance(2)) {
            product.brand(one(BRANDS));
        }
        product.categories(some(CATEGORIES, 3));
        if (chance(2)) {
            product.price(money());
        }
        if (chance(4)) {
            product.listPrice(money());
        }
        if (chance(2)) {
            product.rating(
                    new Rating(chance(5) ? random.nextDouble() * 5 : random.nextInt(51) / 10.0, random.nextInt(2_000)));
        }
        product.availability(one(List.of(Availability.values())));
        for (String name : ATTRIBUTES) {
            if (chance(2)) {
                product.attribute(name, some(values(name), 3));
            }
        }
        if (chance(10)) {
            product.attribute("note", "x".repeat(600) + random.nextInt(3));
        }
        if (chance(4)) {
            product.variants(List.of(
                    new Variant(id + "-a", Map.of("color", some(COLORS, 2)), null, null),
                    new Variant(id + "-b", Map.of("size", some(SIZES, 2), "fit", List.of("slim")), money(), null)));
        }
        return product.build();
    }

    /** One to three conditions, most of which some of the products meet. */
    public List<Constraint> constraints(List<Product> products) {
        List<Constraint> constraints = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            constraints.add(constraint(products, 2));
        }
        return constraints;
    }

    /** One condition, taken from the values of some product. */
    public Constraint constraint(List<Product> products, int depth) {
        String field = field();
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0, 1 -> new Constraint.AnyOf("any", field, one(List.of(Match.values())), wanted(products, field));
            case 2, 3 ->
                new Constraint.NoneOf(
                        "none", field, one(List.of(Match.values())), wanted(products, field), random.nextBoolean());
            case 4, 5 ->
                range(
                        products,
                        chance(3)
                                ? field
                                : one(List.of(
                                        Fields.PRICE, Fields.RATING, Fields.RATING_COUNT, Fields.attribute("volume"))));
            case 6 -> new Constraint.Present("present", field);
            default ->
                new Constraint.Either(
                        "either", List.of(constraint(products, depth - 1), constraint(products, depth - 1)));
        };
    }

    private Constraint range(List<Product> products, String field) {
        List<BigDecimal> known = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            known.addAll(Fields.numbers(one(products), field, null));
        }
        known.add(new BigDecimal(one(AMOUNTS)));
        Constraint.@Nullable Bound lower =
                chance(2) ? new Constraint.Bound(near(one(known)), random.nextBoolean()) : null;
        Constraint.@Nullable Bound upper =
                lower == null || chance(2) ? new Constraint.Bound(near(one(known)), random.nextBoolean()) : null;
        return new Constraint.Range(
                "range",
                field,
                lower,
                upper,
                chance(3) ? Currency.getInstance(one(List.of("USD", "KRW", "EUR"))) : null);
    }

    private BigDecimal near(BigDecimal number) {
        return switch (random.nextInt(6)) {
            case 0 -> number.add(new BigDecimal("0.000000000001"));
            case 1 -> number.subtract(new BigDecimal("1e-20"));
            case 2 -> number.add(BigDecimal.ONE);
            default -> number;
        };
    }

    private List<String> wanted(List<Product> products, String field) {
        List<String> wanted = new ArrayList<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            List<String> given = List.of();
            for (int tries = 0; given.isEmpty() && tries < 5; tries++) {
                given = Fields.texts(one(products), field);
            }
            wanted.add(given.isEmpty() ? one(KINDS) : respelled(one(given)));
        }
        return wanted;
    }

    private String respelled(String value) {
        String[] words = value.isBlank() ? new String[] {value} : value.strip().split("\\s+");
        return switch (random.nextInt(8)) {
            case 0 -> value.toUpperCase(Locale.ROOT);
            case 1 -> words[random.nextInt(words.length)];
            case 2 -> value.replace(" ", "");
            case 3 -> value.endsWith("s") ? value.substring(0, value.length() - 1) : value + "s";
            case 4 -> value.length() > 2 ? value.substring(0, value.length() - 1) : value;
            case 5 -> value.length() > 3 && value.length() < 50 ? value.substring(1 + random.nextInt(2)) : value;
            case 6 -> words.length > 1 ? words[words.length - 1] + " " + words[0] : " " + value + "!";
            default -> value;
        };
    }

    private String field() {
        return random.nextInt(3) == 0
                ? one(List.of(
                        Fields.ID,
                        Fields.TITLE,
                        Fields.DESCRIPTION,
                        Fields.PRICE,
                        Fields.LIST_PRICE,
                        Fields.RATING,
                        Fields.RATING_COUNT,
                        Fields.AVAILABILITY,
                        "unknown",
                        Fields.attribute("note"),
                        Fields.attribute("fit"),
                        Fields.attribute("nowhere")))
                : one(List.of(
                        Fields.BRAND,
                        Fields.CATEGORIES,
                        Fields.TITLE,
                        Fields.attribute("color"),
                        Fields.attribute("size"),
                        Fields.attribute("volume"),
                        Fields.attribute("material"),
                        Fields.attribute("model number"),
                        Fields.attribute("")));
    }

    private List<String> values(String attribute) {
        return switch (attribute) {
            case "color" -> COLORS;
            case "size" -> SIZES;
            case "volume" -> MEASURES;
            case "model number" -> List.of("TN-2110", "tn2110", "WH-1000XM4", "8801234567890", "A.1/B");
            default ->
                List.of("cotton", "Cottons", "면 100%", "면", "원목", "", " ", "!", "\u0001", "stainless steel", "Steel");
        };
    }

    private Money money() {
        return Money.of(one(AMOUNTS), one(List.of("USD", "USD", "KRW")));
    }

    private boolean chance(int outOf) {
        return random.nextInt(outOf) == 0;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private List<String> some(List<String> values, int most) {
        List<String> chosen = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            chosen.add(one(values));
        }
        return chosen;
    }
}
