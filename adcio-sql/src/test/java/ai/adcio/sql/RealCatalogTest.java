package ai.adcio.sql;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** On real catalogues every filter means what {@link Constraint#test} says, in whichever engine the arm lives. */
class RealCatalogTest {
    private static final List<String> CATALOGS = List.of("amazon-esci", "icecat", "shop-ko");
    private static final int ROUNDS = 60;
    private static final long SEED = 3;

    /** The questions to the catalogue that was asked about last, as reading it and answering by hand takes longest. */
    private static @Nullable Asked last;

    /** Where the arm under test has its rows. */
    enum Engine {
        EMBEDDED,
        POSTGRESQL,
        MARIADB;

        Arm over(Catalog catalog) {
            return switch (this) {
                case EMBEDDED -> Arm.embedded(catalog);
                case POSTGRESQL -> Arm.over(Databases.POSTGRESQL.get(), catalog);
                case MARIADB -> Arm.over(Databases.MARIADB.get(), catalog);
            };
        }
    }

    /** Every engine of a catalogue before the next catalogue. */
    static List<Arguments> catalogsInEngines() {
        List<Arguments> all = new ArrayList<>();
        for (String catalog : CATALOGS) {
            for (Engine engine : Engine.values()) {
                all.add(Arguments.of(catalog, engine));
            }
        }
        return all;
    }

    @AfterAll
    static void forget() {
        last = null;
    }

    @ParameterizedTest
    @MethodSource("catalogsInEngines")
    void findsExactlyWhatMeetsAFilter(String name, Engine engine) throws IOException {
        Asked asked = asked(name);
        try (InMemoryCatalog catalog = InMemoryCatalog.of(asked.products());
                Arm arm = engine.over(catalog);
                CatalogSnapshot snapshot = catalog.acquire()) {
            asked.expected().forEach((constraint, expected) -> {
                RetrievalResult result = arm.retrieve(RequestBuilder.of(snapshot)
                        .filters(constraint)
                        .limit(asked.products().size())
                        .build());
                assertThat(result).isNotInstanceOf(RetrievalResult.Failed.class);
                List<String> found = result instanceof RetrievalResult.Found some
                        ? some.hits().stream().map(RetrievalResult.Hit::id).toList()
                        : List.of();
                // As sets, since lists of thousands in any order are compared each with each.
                assertThat(found).as("%s", constraint).hasSameSizeAs(expected);
                assertThat(new HashSet<>(found)).as("%s", constraint).isEqualTo(expected);
            });
        }
    }

    /**
     * A catalogue and what filters leave of it.
     *
     * @param expected the ids by filter, as the records say
     */
    private record Asked(String name, List<Product> products, Map<Constraint, Set<String>> expected) {}

    private static Asked asked(String name) throws IOException {
        Asked known = last;
        if (known != null && known.name().equals(name)) {
            return known;
        }
        List<Product> products = RealCatalogs.read(name);
        Random random = new Random(SEED);
        Map<Constraint, Set<String>> expected = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Constraint constraint = constraint(products, random);
            expected.put(
                    constraint,
                    products.stream().filter(constraint::test).map(Product::id).collect(Collectors.toSet()));
        }
        Asked asked = new Asked(name, products, expected);
        last = asked;
        return asked;
    }

    private static Constraint constraint(List<Product> products, Random random) {
        Product product = products.get(random.nextInt(products.size()));
        List<String> fields = new ArrayList<>(List.of(
                Fields.TITLE, Fields.BRAND, Fields.CATEGORIES, Fields.PRICE, Fields.RATING, Fields.DESCRIPTION));
        product.attributes().keySet().forEach(name -> fields.add(Fields.attribute(name)));
        String field = fields.get(random.nextInt(fields.size()));
        List<String> texts = Fields.texts(product, field);
        List<BigDecimal> numbers = Fields.numbers(product, field, null);
        if (!numbers.isEmpty() && random.nextBoolean()) {
            return new Constraint.Range(
                    "", field, null, new Constraint.Bound(numbers.getFirst(), random.nextBoolean()), null);
        }
        if (texts.isEmpty()) {
            return new Constraint.Present("", field);
        }
        String text = texts.get(random.nextInt(texts.size()));
        Match match = random.nextBoolean() ? Match.EXACT : Match.WORDS;
        List<String> words = TextFolding.words(text);
        if (match == Match.WORDS && !words.isEmpty()) {
            int from = random.nextInt(words.size());
            text = String.join(" ", words.subList(from, Math.min(words.size(), from + 1 + random.nextInt(3))));
        }
        return random.nextInt(3) == 0
                ? new Constraint.NoneOf("", field, match, List.of(text), random.nextBoolean())
                : new Constraint.AnyOf("", field, match, List.of(text));
    }
}
