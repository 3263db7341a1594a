package ai.adcio.sql;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.Aggregate;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalResult;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileTextTest {
    // Databases refuse ids that no index holds.
    private static final int LONGEST_ID = 50;

    private static final List<String> HOSTILE = List.of(
            "'",
            "\"",
            "\"; DROP TABLE \"product\"; --",
            "' OR '1'='1",
            "a\") UNION SELECT \"id\" FROM \"product\" --",
            "x'); SHUTDOWN; --",
            "?",
            "{fn now()}",
            "${jndi:ldap://x}",
            "%",
            "_",
            "\\",
            "[a-z]+(",
            "\u0000\u0001\u202e",
            "\uD83D\uDC4D\uD83C\uDFFD 할인!",
            "\uD800",
            "product",
            "row_number",
            "a1_text",
            "x".repeat(10_000),
            "가 ".repeat(5_000));

    @Test
    void keepsAnyTextAValue() {
        keepsValues(HOSTILE, Arm::embedded);
    }

    @ParameterizedTest
    @EnumSource
    void keepsAnyTextAValueInADatabase(Databases kind) {
        keepsValues(HOSTILE, catalog -> Arm.over(kind.get(), catalog));
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheAttacksOfTheDataFolderValuesInADatabase(Databases kind) throws IOException {
        keepsValues(attacks(), catalog -> Arm.over(kind.get(), catalog));
    }

    @Test
    void keepsTheAttacksOfTheDataFolderValues() throws IOException {
        keepsValues(attacks(), Arm::embedded);
    }

    private static List<String> attacks() throws IOException {
        List<String> attacks = Files.readAllLines(
                        RealCatalogs.folder().resolve("attacks").resolve("sql.txt"))
                .stream()
                .map(line -> line.substring(line.indexOf('|') + 1))
                .toList();
        assertThat(attacks).hasSizeGreaterThan(50);
        return attacks;
    }

    /** Every text is an attribute's name and value, a title, a brand, a category, a wanted value, a term and an id. */
    private static void keepsValues(List<String> texts, Function<Catalog, Arm> open) {
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            products.add(Product.builder("id" + i + text.substring(0, Math.min(text.length(), LONGEST_ID)), "t" + text)
                    .brand(text)
                    .categories(List.of(text))
                    .description(text)
                    .attribute(text, text)
                    .attribute("everywhere " + texts.getFirst(), text)
                    .build());
        }
        try (InMemoryCatalog catalog = InMemoryCatalog.of(products);
                Arm arm = open.apply(catalog);
                CatalogSnapshot snapshot = catalog.acquire()) {
            for (String text : texts) {
                for (String field : List.of(
                        Fields.TITLE,
                        Fields.BRAND,
                        Fields.DESCRIPTION,
                        Fields.attribute(text),
                        Fields.attribute("everywhere " + texts.getFirst()),
                        text)) {
                    for (Match match : Match.values()) {
                        means(arm, snapshot, new Constraint.AnyOf(text, field, match, List.of(text)), products);
                        means(arm, snapshot, new Constraint.NoneOf(text, field, match, List.of(text), true), products);
                    }
                }
                RequestBuilder asked = RequestBuilder.of(snapshot)
                        .query(text)
                        .terms(text)
                        .excluding(List.of(text))
                        .sort(text, true);
                assertThat(arm.retrieve(asked.build())).isNotInstanceOf(RetrievalResult.Failed.class);
                SqlExplanation explained = arm.explain(asked.build());
                assertThat(explained.sql().chars().filter(c -> c == '?').count())
                        .isEqualTo(explained.values().size());
                assertThat(explained.query()).doesNotContain("\n");
            }
            assertThat(arm.retrieve(RequestBuilder.of(snapshot)
                            .aggregate(Aggregate.COUNT)
                            .build()))
                    .isInstanceOfSatisfying(
                            RetrievalResult.Computed.class,
                            counted -> assertThat(counted.over()).isEqualTo(products.size()));
        }
    }

    private static void means(Arm arm, CatalogSnapshot snapshot, Constraint constraint, List<Product> products) {
        List<String> expected =
                products.stream().filter(constraint::test).map(Product::id).toList();
        RetrievalResult result = arm.retrieve(
                RequestBuilder.of(snapshot).filters(constraint).limit(1_000).build());
        List<String> found = result instanceof RetrievalResult.Found some
                ? some.hits().stream().map(RetrievalResult.Hit::id).toList()
                : List.of();
        assertThat(result).isNotInstanceOf(RetrievalResult.Failed.class);
        assertThat(found).as("%s", constraint).containsExactlyInAnyOrderElementsOf(expected);
    }
}
