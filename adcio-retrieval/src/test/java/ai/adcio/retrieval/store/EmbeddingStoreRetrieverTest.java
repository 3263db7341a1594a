package ai.adcio.retrieval.store;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.sync.SinkIndex;
import ai.adcio.retrieval.Deadline;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmbeddingStoreRetrieverTest {
    private final Catalog catalog = InMemoryCatalog.of(List.of(
            product("mug", "blue coffee mug", "ACME", "9.99", "blue"),
            product("cup", "tea cup", "Lune", "19.99", "white"),
            product("lamp", "desk lamp", "ACME", "30", "black", "white")));
    private final ClosableStore store = new ClosableStore(new InMemoryEmbeddingStore<>());
    private final EmbeddingStoreSettings settings = StoreTests.settings(store).build();
    private final EmbeddingStoreSink sink = EmbeddingStoreSink.of(settings, EmbeddingCache.inMemory());
    private final EmbeddingStoreRetriever arm = EmbeddingStoreRetriever.of(settings);

    @Test
    void pushesDownWhatSingleValuesCanTell() {
        catalog.attach(new SinkIndex(sink, "first"));
        assertThat(filterOf(new Constraint.AnyOf("x", Fields.BRAND, Match.EXACT, List.of("acme"))))
                .contains("brand", "acme");
        assertThat(filterOf(new Constraint.AnyOf("x", Fields.CATEGORIES, Match.EXACT, List.of("Kitchen"))))
                .contains("category1", "category6", "categoryMore");
        assertThat(filterOf(new Constraint.AnyOf("x", Fields.attribute("color"), Match.EXACT, List.of("white"))))
                .contains("attributes_color", "white");
        assertThat(filterOf(new Constraint.Range(
                        "x", Fields.PRICE, null, new Constraint.Bound(new BigDecimal("20"), true), null)))
                .contains("price", "20.0");
        assertThat(filterOf(new Constraint.AnyOf("x", Fields.TITLE, Match.WORDS, List.of("mug"))))
                .doesNotContain("title");
    }

    @Test
    void answersFromTheRecordsWhenTheStoreRefusesAFilter() {
        catalog.attach(new SinkIndex(sink, "first"));
        store.refuseFilters();
        Constraint acme = new Constraint.AnyOf("x", Fields.BRAND, Match.EXACT, List.of("acme"));
        assertThat(ids("tea", acme)).containsExactlyInAnyOrder("mug", "lamp");
        int before = store.asked().size();
        assertThat(ids("tea", acme)).containsExactlyInAnyOrder("mug", "lamp");
        assertThat(store.asked()).as("asks without the filter from then on").hasSize(before + 1);
    }

    @Test
    void scoresGivenProductsAsItWouldRankThem() {
        catalog.attach(new SinkIndex(sink, "first"));
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            RequestBuilder ask = RequestBuilder.of(snapshot).query("blue lamp");
            Map<String, Double> scores = arm.score(ask.build(), List.of("lamp", "cup", "no such id"));
            assertThat(scores).containsOnlyKeys("lamp", "cup");
            assertThat(((RetrievalResult.Found) arm.retrieve(ask.build())).hits())
                    .contains(new RetrievalResult.Hit("lamp", scores.getOrDefault("lamp", 0.0)));
        }
    }

    @Test
    void saysThatNobodyFilledTheStore() {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            assertThat(arm.retrieve(RequestBuilder.of(snapshot).query("mug").build()))
                    .isEqualTo(
                            new RetrievalResult.Failed("the embedding store does not hold this shop; fill it first"));
        }
    }

    @Test
    void failsAtTheDeadlineOfAStoreThatHangs() {
        catalog.attach(new SinkIndex(sink, "first"));
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            store.hang();
            assertThat(arm.retrieve(RequestBuilder.of(snapshot)
                            .query("mug")
                            .deadline(Deadline.in(Duration.ofMillis(200)))
                            .build()))
                    .isEqualTo(new RetrievalResult.Failed("the embedding store did not answer in time"));
        } finally {
            store.goOn();
        }
    }

    @Test
    void keepsGenerationsAndShopsApart() {
        EmbeddingStoreSettings other = StoreTests.settings(store).shop("other").build();
        EmbeddingStoreSink otherSink = EmbeddingStoreSink.of(other, EmbeddingCache.inMemory());
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            otherSink.begin("first", snapshot.capabilities());
            otherSink.write("first", CatalogChanges.upsert(product("vase", "flower vase", "Lune", "5", "red")));
            otherSink.publish("first");
            sink.begin("first", snapshot.capabilities());
            sink.write("first", given(snapshot, "mug", "cup"));
            assertThat(sink.published()).isNull();
            sink.publish("first");
            assertThat(ids("tea")).containsExactlyInAnyOrder("mug", "cup");
            sink.begin("second", snapshot.capabilities());
            sink.write("second", given(snapshot, "lamp"));
            assertThat(sink.size("first")).isEqualTo(2);
            assertThat(sink.size("second")).isEqualTo(1);
            sink.publish("second");
            sink.publish("second");
            assertThat(sink.published()).isEqualTo("second");
            assertThat(sink.size("first")).isZero();
            assertThat(otherSink.size("first")).isEqualTo(1);
            assertThat(otherSink.published()).isEqualTo("first");
            assertThat(EmbeddingStoreRetriever.of(settings)
                            .retrieve(RequestBuilder.of(snapshot).query("tea").build()))
                    .isInstanceOfSatisfying(
                            RetrievalResult.Found.class,
                            found -> assertThat(found.hits())
                                    .extracting(RetrievalResult.Hit::id)
                                    .containsExactly("lamp"));
        }
    }

    @Test
    void holdsAProductOnceHoweverOftenItIsWritten() {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            sink.begin("first", snapshot.capabilities());
            sink.write("first", given(snapshot, "mug"));
            sink.write("first", CatalogChanges.upsert(product("mug", "red mug", "ACME", "1", "red")));
            assertThat(sink.size("first")).isEqualTo(1);
            sink.write("first", CatalogChanges.delete("mug", "no such id"));
            assertThat(sink.size("first")).isZero();
        }
    }

    private static CatalogChanges given(CatalogSnapshot snapshot, String... ids) {
        return new CatalogChanges(snapshot.records().getAll(List.of(ids)), List.of());
    }

    private String filterOf(Constraint constraint) {
        ids("tea", constraint);
        EmbeddingSearchRequest last = store.asked().getLast();
        return String.valueOf(last.filter());
    }

    private List<String> ids(String query, Constraint... filters) {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            RetrievalResult result = arm.retrieve(
                    RequestBuilder.of(snapshot).query(query).filters(filters).build());
            return result instanceof RetrievalResult.Found found
                    ? found.hits().stream().map(RetrievalResult.Hit::id).toList()
                    : List.of();
        }
    }

    private static Product product(String id, String title, String brand, String price, String... colors) {
        return Product.builder(id, title)
                .brand(brand)
                .categories(List.of("Home", "Kitchen"))
                .price(Money.of(price, "USD"))
                .attribute("color", List.of(colors))
                .build();
    }
}
