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
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On real catalogues every filter means what {@link Constraint#test} says. */
class RealCatalogTest {
    private static final int ROUNDS = 60;
    private static final long SEED = 3;

    private final Random random = new Random(SEED);

    @ParameterizedTest
    @ValueSource(strings = {"amazon-esci", "icecat", "shop-ko"})
    void findsExactlyWhatMeetsAFilter(String name) throws IOException {
        findsExactlyWhatMeetsAFilter(name, Arm::embedded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazon-esci", "icecat", "shop-ko"})
    void findsExactlyWhatMeetsAFilterInPostgreSql(String name) throws IOException {
        findsExactlyWhatMeetsAFilter(name, catalog -> Arm.over(Databases.POSTGRESQL.get(), catalog));
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazon-esci", "icecat", "shop-ko"})
    void findsExactlyWhatMeetsAFilterInMariaDb(String name) throws IOException {
        findsExactlyWhatMeetsAFilter(name, catalog -> Arm.over(Databases.MARIADB.get(), catalog));
    }

    private void findsExactlyWhatMeetsAFilter(String name, Function<Catalog, Arm> open) throws IOException {
        List<Product> products = RealCatalogs.read(name);
        try (InMemoryCatalog catalog = InMemoryCatalog.of(products);
                Arm arm = open.apply(catalog);
                CatalogSnapshot snapshot = catalog.acquire()) {
            for (int round = 0; round < ROUNDS; round++) {
                Constraint constraint = constraint(products);
                List<String> expected = products.stream()
                        .filter(constraint::test)
                        .map(Product::id)
                        .toList();
                RetrievalResult result = arm.retrieve(RequestBuilder.of(snapshot)
                        .filters(constraint)
                        .limit(products.size())
                        .build());
                assertThat(result).isNotInstanceOf(RetrievalResult.Failed.class);
                List<String> found = result instanceof RetrievalResult.Found some
                        ? some.hits().stream().map(RetrievalResult.Hit::id).toList()
                        : List.of();
                assertThat(found).as("%s", constraint).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    private Constraint constraint(List<Product> products) {
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
