package ai.adcio.retrieval.weaviate;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.ProductGenerator;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import io.weaviate.client6.v1.api.collections.query.Filter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeaviateVectorRetrieverTest {
    private final List<Product> products = new ProductGenerator(11).products(200);

    @Test
    void findsTheNearestAndScoresGivenProductsAsItRanksThem() {
        with(TestWeaviate.shop().build(), (arm, snapshot) -> {
            RequestBuilder ask = RequestBuilder.of(snapshot).query("violet theremin");
            List<RetrievalResult.Hit> hits = hits(arm.retrieve(ask.build()));
            assertThat(hits)
                    .hasSize(10)
                    .first()
                    .extracting(RetrievalResult.Hit::id)
                    .isEqualTo("needle");
            assertThat(hits.getFirst().score()).isBetween(0.9, 1.0001);
            Map<String, Double> scores = arm.score(ask.build(), List.of("needle", "p7", "no such id"));
            assertThat(scores)
                    .containsOnlyKeys("needle", "p7")
                    .containsEntry("needle", hits.getFirst().score());
        });
    }

    @Test
    void keepsItsVectorsUnderAName() {
        with(
                TestWeaviate.shop().vectorName("text").build(),
                (arm, snapshot) -> assertThat(ids(
                                arm,
                                RequestBuilder.of(snapshot).query("theremin").build()))
                        .first()
                        .isEqualTo("needle"));
    }

    @Test
    void fusesWithWeaviatesOwnWordSearchWhenAsked() {
        Product rare = Product.builder("rare", "zyzzyva 7000").build();
        for (boolean shared : new boolean[] {false, true}) {
            WeaviateSettings.Builder shop = TestWeaviate.shop().hybrid(0.2);
            with((shared ? shop.sharedCollection() : shop).build(), rare, (arm, snapshot) -> {
                Constraint mug = new Constraint.AnyOf("mug", Fields.TITLE, Match.WORDS, List.of("mug"));
                assertThat(ids(arm, RequestBuilder.of(snapshot).query("zyzzyva").build()))
                        .first()
                        .isEqualTo("rare");
                assertThat(ids(
                                arm,
                                RequestBuilder.of(snapshot)
                                        .query("zyzzyva")
                                        .filters(mug)
                                        .build()))
                        .isNotEmpty()
                        .doesNotContain("rare");
                assertThat(arm.score(
                                RequestBuilder.of(snapshot).query("zyzzyva").build(), List.of("rare")))
                        .isEmpty();
            });
        }
    }

    @Test
    void pushesEveryKindOfConditionDown() {
        ProductGenerator generator = new ProductGenerator(12);
        WeaviateSettings settings = TestWeaviate.shop().build();
        with(settings, (arm, snapshot) -> {
            try (WeaviateConnection connection = new WeaviateConnection(settings)) {
                var served = Placement.of(settings).served(connection.client(Duration.ofSeconds(30)));
                int meant = 0;
                int passed = 0;
                int all = 0;
                for (int round = 0; round < 300; round++) {
                    Constraint constraint = generator.constraint(products, 1);
                    RetrievalRequest request =
                            RequestBuilder.of(snapshot).filters(constraint).build();
                    WeaviateFilters.Pushed pushed = WeaviateFilters.of(request);
                    List<Product> meets = new ArrayList<>();
                    snapshot.records().forEach(product -> {
                        if (constraint.test(product)) {
                            meets.add(product);
                        }
                    });
                    long meeting = meets.size();
                    Filter filter = pushed.filter();
                    int found = filter == null
                            ? snapshot.records().size()
                            : served.query
                                    .fetchObjects(q -> q.filters(filter).limit(1_000))
                                    .objects()
                                    .size();
                    assertThat((long) found).as("%s", constraint).isGreaterThanOrEqualTo(meeting);
                    if (pushed.exact()) {
                        assertThat((long) found).as("exactly %s", constraint).isEqualTo(meeting);
                    }
                    meant += (int) meeting;
                    passed += found;
                    all += snapshot.records().size();
                }
                // What the records have to turn away afterwards: options and denied phrases let everything pass.
                assertThat(passed - meant).isLessThan((all - meant) / 4);
            }
        });
    }

    @Test
    void answersWhileGenerationsChangePlaces() {
        for (boolean shared : new boolean[] {false, true}) {
            WeaviateSettings.Builder shop = TestWeaviate.shop();
            WeaviateSettings settings = (shared ? shop.sharedCollection() : shop).build();
            with(settings, (arm, snapshot) -> {
                CatalogChanges needle = new CatalogChanges(snapshot.records().getAll(List.of("needle")), List.of());
                List<RetrievalResult> answers = new ArrayList<>();
                try (WeaviateSink sink = WeaviateSink.of(settings, TestWeaviate.model(), EmbeddingCache.inMemory())) {
                    Thread asking = Thread.ofPlatform().start(() -> {
                        for (int i = 0; i < 200; i++) {
                            answers.add(arm.retrieve(RequestBuilder.of(snapshot)
                                    .query("theremin")
                                    .limit(1)
                                    .build()));
                        }
                    });
                    for (int i = 0; i < 3; i++) {
                        String next = "next-" + i;
                        sink.begin(next, snapshot.capabilities());
                        sink.write(next, needle);
                        sink.publish(next);
                    }
                    join(asking);
                }
                assertThat(answers)
                        .hasSize(200)
                        .allSatisfy(answer -> assertThat(hits(answer))
                                .extracting(RetrievalResult.Hit::id)
                                .containsExactly("needle"));
            });
        }
    }

    @Test
    void saysThatNobodyFilledTheShop() {
        for (boolean shared : new boolean[] {false, true}) {
            WeaviateSettings.Builder shop = TestWeaviate.shop();
            WeaviateSettings settings = (shared ? shop.sharedCollection() : shop).build();
            try (Catalog catalog = InMemoryCatalog.of(products);
                    CatalogSnapshot snapshot = catalog.acquire();
                    WeaviateVectorRetriever arm = WeaviateVectorRetriever.of(settings, TestWeaviate.model())) {
                assertThat(arm.retrieve(RequestBuilder.of(snapshot).query("mug").build()))
                        .isInstanceOfSatisfying(
                                RetrievalResult.Failed.class,
                                failed ->
                                        assertThat(failed.cause()).endsWith("does not hold this shop; fill it first"));
            }
        }
    }

    private interface Use {
        void with(WeaviateVectorRetriever arm, CatalogSnapshot snapshot);
    }

    private void with(WeaviateSettings settings, Use use) {
        with(settings, Product.builder("other", "brass trumpet").build(), use);
    }

    private void with(WeaviateSettings settings, Product another, Use use) {
        List<Product> all = new ArrayList<>(products);
        all.add(Product.builder("needle", "violet theremin").build());
        all.add(another);
        try (Catalog catalog = InMemoryCatalog.of(all);
                CatalogSnapshot snapshot = catalog.acquire();
                WeaviateSink sink = WeaviateSink.of(settings, TestWeaviate.model(), EmbeddingCache.inMemory());
                WeaviateVectorRetriever arm = WeaviateVectorRetriever.of(settings, TestWeaviate.model())) {
            sink.begin("g", snapshot.capabilities());
            sink.write("g", new CatalogChanges(all, List.of()));
            sink.publish("g");
            use.with(arm, snapshot);
        } finally {
            TestShops.remove(settings);
        }
    }

    private static List<String> ids(WeaviateVectorRetriever arm, RetrievalRequest request) {
        return hits(arm.retrieve(request)).stream().map(RetrievalResult.Hit::id).toList();
    }

    private static List<RetrievalResult.Hit> hits(RetrievalResult result) {
        if (result instanceof RetrievalResult.Found found) {
            return found.hits();
        }
        throw new AssertionError("expected products but got " + result);
    }

    private static void join(Thread thread) {
        try {
            assertThat(thread.join(Duration.ofMinutes(1))).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
