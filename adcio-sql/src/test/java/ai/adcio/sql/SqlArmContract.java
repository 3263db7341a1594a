package ai.adcio.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.adcio.catalog.Availability;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Constraint.Bound;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Rating;
import ai.adcio.retrieval.Aggregate;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.RetrievalResult.Computed;
import ai.adcio.retrieval.RetrievalResult.Found;
import ai.adcio.retrieval.RetrievalResult.Hit;
import ai.adcio.retrieval.Retriever;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the SQL arm answers, whichever database it asks. */
abstract class SqlArmContract {
    private final InMemoryCatalog catalog = InMemoryCatalog.of(List.of(
            product("tee", "Black tee", "Nord", "9.90", "USD", 4.5, 10, "weight", "150 g"),
            product("hoodie", "Black hoodie", "Nord", "39", "USD", 4.5, 200, "weight", "600 g"),
            product("socks", "Wool socks", "Süd", "9.90", "USD", 4.9, 80, "weight", "80 g", "95 g"),
            product("mug", "Hoodies mug", null, "12000", "KRW", null, 0, "capacity", "300ml"),
            Product.builder("gift", "Gift card")
                    .categories(List.of("Black Friday", "Cards"))
                    .build(),
            Product.builder("old", "Old hoodie")
                    .price(Money.of("5", "USD"))
                    .rating(new Rating(5, 999))
                    .availability(Availability.DISCONTINUED)
                    .build()));
    private final CatalogSnapshot snapshot = catalog.acquire();
    private @Nullable Retriever arm;

    /** Opens the arm over a catalogue. */
    protected abstract Retriever open(Catalog products);

    /** Closes what {@link #open} opened. */
    protected abstract void close(Retriever opened);

    /** Shows how the arm answers a request. */
    protected abstract SqlExplanation explain(Retriever opened, RetrievalRequest request);

    @BeforeEach
    void openArm() {
        arm = open(catalog);
    }

    @AfterEach
    void closeArm() {
        if (arm != null) {
            close(arm);
        }
        snapshot.close();
        catalog.close();
    }

    private Retriever arm() {
        return Objects.requireNonNull(arm);
    }

    private static Product product(
            String id,
            String title,
            @Nullable String brand,
            String amount,
            String currency,
            @Nullable Double rating,
            int raters,
            String attribute,
            String... values) {
        return Product.builder(id, title)
                .brand(brand)
                .price(Money.of(amount, currency))
                .rating(rating == null ? null : new Rating(rating, raters))
                .attribute(attribute, values)
                .build();
    }

    private RequestBuilder ask() {
        return RequestBuilder.of(snapshot);
    }

    private List<String> ids(RequestBuilder request) {
        RetrievalResult result = arm().retrieve(request.build());
        assertThat(result).isInstanceOf(Found.class);
        return ((Found) result).hits().stream().map(Hit::id).toList();
    }

    private Computed compute(Aggregate.Function function, String field, RequestBuilder request) {
        RetrievalResult result =
                arm().retrieve(request.aggregate(new Aggregate(function, field)).build());
        assertThat(result).isInstanceOf(Computed.class);
        return (Computed) result;
    }

    @Test
    void sortsByPriceWithTiesByRatersAndOtherCurrenciesAndMissingPricesLast() {
        assertThat(ids(ask().sort(Fields.PRICE, true)))
                .containsExactly("old", "socks", "tee", "hoodie", "gift", "mug")
                .doesNotHaveDuplicates();
        assertThat(ids(ask().sort(Fields.PRICE, false)))
                .containsExactly("hoodie", "socks", "tee", "old", "gift", "mug");
    }

    @Test
    void ordersTheCurrencyThatAFilterNames() {
        Constraint won = new Constraint.Range(
                "", Fields.PRICE, new Bound(BigDecimal.ONE, true), null, Currency.getInstance("KRW"));
        assertThat(ids(ask().sort(Fields.PRICE, true).filters(won))).containsExactly("mug");
        assertThat(compute(Aggregate.Function.MAXIMUM, Fields.PRICE, ask().filters(won))
                        .value())
                .isEqualByComparingTo("12000");
    }

    @Test
    void sortsByTheNumberThatComesFirstOfSeveral() {
        assertThat(ids(ask().sort("attributes.weight", true).limit(3))).containsExactly("socks", "tee", "hoodie");
        assertThat(ids(ask().sort("attributes.weight", false).limit(2))).containsExactly("hoodie", "tee");
    }

    @Test
    void countsEveryProductThatFitsWhateverTheLimit() {
        RetrievalResult result = arm().retrieve(ask().limit(2).build());
        assertThat(result).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.hits()).hasSize(2);
            assertThat(found.total()).isEqualTo(6);
        });
    }

    @Test
    void putsWhatCanBeBoughtAndWasRatedMostFirstWithoutASort() {
        assertThat(ids(ask())).containsExactly("hoodie", "socks", "tee", "gift", "mug", "old");
    }

    @Test
    void computesOverAllThatMeetTheFilters() {
        assertThat(compute(Aggregate.Function.COUNT, Fields.ID, ask())).isEqualTo(computed(Aggregate.COUNT, "6", 6));
        assertThat(compute(Aggregate.Function.COUNT, Fields.BRAND, ask()).over())
                .isEqualTo(3);
        Computed mean = compute(Aggregate.Function.AVERAGE, Fields.PRICE, ask());
        assertThat(mean.over()).isEqualTo(4);
        assertThat(mean.value()).isEqualByComparingTo("15.95");
        assertThat(compute(Aggregate.Function.MINIMUM, Fields.PRICE, ask()).value())
                .isEqualByComparingTo("5");
        Computed weight = compute(Aggregate.Function.AVERAGE, "attributes.weight", ask());
        assertThat(weight.over()).isEqualTo(3);
        assertThat(weight.value()).isCloseTo(new BigDecimal("231.25"), within(new BigDecimal("1e-9")));
    }

    @Test
    void saysZeroAndNoValueWhenNothingFits() {
        Constraint none = new Constraint.Present("", "attributes.nowhere");
        assertThat(compute(Aggregate.Function.COUNT, Fields.ID, ask().filters(none)))
                .isEqualTo(computed(Aggregate.COUNT, "0", 0));
        Computed mean = compute(Aggregate.Function.AVERAGE, Fields.PRICE, ask().filters(none));
        assertThat(mean.value()).isNull();
        assertThat(mean.over()).isZero();
        Computed unknown = compute(Aggregate.Function.MAXIMUM, "attributes.nowhere", ask());
        assertThat(unknown.value()).isNull();
        assertThat(unknown.over()).isZero();
    }

    @Test
    void requiresTheWordsThatNoFilterStandsForWhenItComputes() {
        RequestBuilder black = ask().query("how many black things").terms("black");
        assertThat(compute(Aggregate.Function.COUNT, Fields.ID, black).over()).isEqualTo(3);
        assertThat(ids(ask().query("cheapest hoodie").terms("hoodie").sort(Fields.PRICE, true)))
                .containsExactly("old", "hoodie", "mug");
    }

    @Test
    void abstainsWhileWordsAreLeftThatItCannotRank() {
        assertThat(arm().retrieve(ask().query("warm hoodie").terms("warm").build()))
                .isInstanceOf(RetrievalResult.Abstained.class);
        assertThat(arm().retrieve(ask().query("hoodie").build())).isInstanceOf(RetrievalResult.Abstained.class);
        Constraint nord = new Constraint.AnyOf("", Fields.BRAND, Match.EXACT, List.of("NORD"));
        assertThat(ids(ask().query("nord").filters(nord))).containsExactly("hoodie", "tee");
    }

    @Test
    void explainsTheTypedQuestionTheStatementItsValuesAndTheRows() {
        Constraint cheap = new Constraint.Range(
                "", Fields.PRICE, null, new Bound(new BigDecimal("30"), true), Currency.getInstance("USD"));
        SqlExplanation explained = explain(
                arm(),
                ask().filters(cheap)
                        .query("cheapest tee")
                        .terms("tee")
                        .sort(Fields.PRICE, true)
                        .build());
        assertThat(explained.query())
                .isEqualTo(
                        "products where price <= 30 USD and title, brand or categories mention \"tee\" in USD by price"
                                + " ascending, at most 10");
        assertThat(explained.sql()).contains("price_number").doesNotContain("30", "tee");
        assertThat(explained.values()).contains(new BigDecimal("30"), "USD", "%tee%");
        assertThat(explained.sql().chars().filter(c -> c == '?').count())
                .isEqualTo(explained.values().size());
        assertThat(explained.columns()).containsExactly("id", "value", "total");
        assertThat(explained.rows()).containsExactly(List.of("tee", new BigDecimal("9.9"), 1L));
    }

    private static Computed computed(Aggregate aggregate, String value, long over) {
        return new Computed(aggregate, new BigDecimal(value), over);
    }
}
