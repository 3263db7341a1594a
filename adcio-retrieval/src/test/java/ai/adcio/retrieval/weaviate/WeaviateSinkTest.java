package ai.adcio.retrieval.weaviate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.sync.SinkException;
import ai.adcio.retrieval.ProductGenerator;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.embedding.WordHashModel;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeaviateSinkTest {
    private final List<Product> products = new ProductGenerator(3).products(120);
    private final Catalog catalog = InMemoryCatalog.of(products);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void servesOneGenerationAfterTheOther(boolean shared) {
        withShop(shared, (settings, sink) -> {
            try (CatalogSnapshot snapshot = catalog.acquire();
                    WeaviateVectorRetriever arm = WeaviateVectorRetriever.of(settings, TestWeaviate.model())) {
                assertThat(sink.published()).isNull();
                assertThat(sink.size("full-1")).isZero();
                sink.begin("full-1", snapshot.capabilities());
                sink.write("full-1", new CatalogChanges(products, List.of()));
                sink.refresh("full-1");
                assertThat(sink.size("full-1")).isEqualTo(120);
                assertThat(sink.published()).isNull();
                assertThat(arm.retrieve(RequestBuilder.of(snapshot).query("mug").build()))
                        .as("nothing is served before it is published")
                        .isInstanceOf(RetrievalResult.Failed.class);
                sink.publish("full-1");
                assertThat(sink.published()).isEqualTo("full-1");
                assertThat(ids(arm, snapshot)).hasSize(120);

                sink.begin("full-2", snapshot.capabilities());
                sink.write("full-2", new CatalogChanges(products.subList(0, 50), List.of()));
                assertThat(ids(arm, snapshot)).hasSize(120);
                sink.publish("full-2");
                assertThat(sink.published()).isEqualTo("full-2");
                assertThat(ids(arm, snapshot)).hasSize(50);
                assertThat(sink.size("full-1"))
                        .as("what nobody is served from is removed")
                        .isZero();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void endsInTheSameStateHoweverOftenItIsCalled(boolean shared) {
        withShop(shared, (settings, sink) -> {
            try (CatalogSnapshot snapshot = catalog.acquire()) {
                for (int i = 0; i < 2; i++) {
                    sink.begin("g", snapshot.capabilities());
                    sink.write("g", new CatalogChanges(products, List.of("p3", "no such id")));
                    sink.publish("g");
                }
                assertThat(sink.size("g")).isEqualTo(119);
                assertThat(sink.published()).isEqualTo("g");
                sink.begin("g", snapshot.capabilities());
                assertThat(sink.size("g"))
                        .as("begun again it keeps what it holds")
                        .isEqualTo(119);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void namesWhatWasRefusedAndTakesTheRest(boolean shared) {
        EmbeddingModel uneven = new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
                return Response.from(texts.stream()
                        .map(text -> text.text().contains("wide")
                                ? Embedding.from(new float[] {1, 2, 3})
                                : new WordHashModel().embed(text).content())
                        .toList());
            }
        };
        withShop(shared, EmbeddingSettings.builder(uneven, "uneven").build(), (settings, sink) -> {
            try (CatalogSnapshot snapshot = catalog.acquire()) {
                sink.begin("g", snapshot.capabilities());
                sink.write(
                        "g",
                        CatalogChanges.upsert(Product.builder("first", "mug").build()));
                CatalogChanges mixed = CatalogChanges.upsert(
                        Product.builder("a", "cup").build(),
                        Product.builder("b", "wide cup").build(),
                        Product.builder("c", "lamp").build());
                assertThatThrownBy(() -> sink.write("g", mixed))
                        .isInstanceOfSatisfying(
                                SinkException.class,
                                e -> assertThat(e.refusals())
                                        .extracting(SinkException.Refusal::id)
                                        .containsExactly("b"));
                assertThat(sink.size("g")).isEqualTo(3);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keepsShopsApart(boolean shared) {
        withShop(
                shared,
                (firstSettings, first) -> withShop(shared, (secondSettings, second) -> {
                    try (CatalogSnapshot snapshot = catalog.acquire()) {
                        for (WeaviateSink sink : List.of(first, second)) {
                            sink.begin("g", snapshot.capabilities());
                            sink.write(
                                    "g", new CatalogChanges(products.subList(0, sink == first ? 10 : 20), List.of()));
                            sink.publish("g");
                        }
                        first.publish("g");
                        assertThat(first.size("g")).isEqualTo(10);
                        assertThat(second.size("g")).isEqualTo(20);
                        assertThat(second.published()).isEqualTo("g");
                    }
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-very-long-name-of-a-generation-2026-11", "g"})
    void takesTheLongestNames(String generation) {
        WeaviateSettings settings = TestWeaviate.shop()
                .shop("a-shop-with-a-name-of-forty-letters-"
                        + ProcessHandle.current().pid() % 1_000)
                .sharedCollection()
                .build();
        withShop(settings, TestWeaviate.model(), (same, sink) -> {
            try (CatalogSnapshot snapshot = catalog.acquire()) {
                sink.begin(generation, snapshot.capabilities());
                sink.publish(generation);
                assertThat(sink.published()).isEqualTo(generation);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Shop", "-shop", "shop/1", "a shop", "x\n"})
    void refusesNamesThatAreNone(String shop) {
        assertThatThrownBy(() -> WeaviateSettings.builder(TestWeaviate.url()).shop(shop))
                .isInstanceOf(AdcioException.class);
    }

    private static List<String> ids(WeaviateVectorRetriever arm, CatalogSnapshot snapshot) {
        RetrievalResult result = arm.retrieve(
                RequestBuilder.of(snapshot).query("product").limit(500).build());
        return Stream.of(result)
                .map(RetrievalResult.Found.class::cast)
                .flatMap(found -> found.hits().stream())
                .map(RetrievalResult.Hit::id)
                .toList();
    }

    private interface Use {
        void with(WeaviateSettings settings, WeaviateSink sink);
    }

    private static void withShop(boolean shared, Use use) {
        withShop(shared, TestWeaviate.model(), use);
    }

    private static void withShop(boolean shared, EmbeddingSettings model, Use use) {
        WeaviateSettings.Builder shop = TestWeaviate.shop();
        withShop((shared ? shop.sharedCollection() : shop).build(), model, use);
    }

    private static void withShop(WeaviateSettings settings, EmbeddingSettings model, Use use) {
        try (WeaviateSink sink = WeaviateSink.of(settings, model, EmbeddingCache.inMemory())) {
            use.with(settings, sink);
        } finally {
            TestShops.remove(settings);
        }
    }
}
