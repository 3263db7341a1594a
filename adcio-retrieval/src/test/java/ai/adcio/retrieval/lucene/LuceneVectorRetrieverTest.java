package ai.adcio.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.ProductGenerator;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import ai.adcio.retrieval.embedding.EmbeddingProgress;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.embedding.WordHashModel;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneVectorRetrieverTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private final Catalog catalog = InMemoryCatalog.of(List.of(
            Product.builder("mug", "blue coffee mug").build(),
            Product.builder("cup", "tea cup").build(),
            Product.builder("lamp", "desk lamp").build()));

    @Test
    void saysHowFarItIsUntilEveryProductIsEmbedded() {
        CountDownLatch go = new CountDownLatch(1);
        EmbeddingModel slow = new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
                await(go);
                return new WordHashModel().embedAll(texts);
            }
        };
        try (LuceneVectorRetriever arm = attached(slow, EmbeddingCache.inMemory());
                CatalogSnapshot snapshot = catalog.acquire()) {
            assertThat(arm.retrieve(RequestBuilder.of(snapshot).query("mug").build()))
                    .isEqualTo(new RetrievalResult.Failed("embedding 0 of 3 products"));
            assertThat(arm.awaitReady(Duration.ofMillis(1))).isFalse();
            go.countDown();
            assertThat(arm.awaitReady(SOON)).isTrue();
            assertThat(ids(arm, snapshot, "mug")).first().isEqualTo("mug");
        }
    }

    @Test
    void abstainsWithoutWords() {
        try (LuceneVectorRetriever arm = attached(new WordHashModel(), EmbeddingCache.inMemory());
                CatalogSnapshot snapshot = catalog.acquire()) {
            arm.awaitReady(SOON);
            assertThat(arm.retrieve(RequestBuilder.of(snapshot).query(" ").build()))
                    .isInstanceOf(RetrievalResult.Abstained.class);
        }
    }

    @Test
    void doesNotEmbedTwiceWhatIsCachedOnDisk(@TempDir Path folder) {
        WordHashModel first = new WordHashModel();
        try (EmbeddingCache cache = EmbeddingCache.in(folder, "words");
                LuceneVectorRetriever arm = attached(first, cache)) {
            assertThat(arm.awaitReady(SOON)).isTrue();
            assertThat(first.embedded()).isEqualTo(3);
        }
        WordHashModel second = new WordHashModel();
        try (EmbeddingCache cache = EmbeddingCache.in(folder, "words");
                LuceneVectorRetriever arm = attached(second, cache);
                CatalogSnapshot snapshot = catalog.acquire()) {
            assertThat(arm.awaitReady(SOON)).isTrue();
            assertThat(second.embedded()).isZero();
            assertThat(ids(arm, snapshot, "tea")).first().isEqualTo("cup");
        }
    }

    @Test
    void embedsAChangedProductAgainAndNoOther() {
        WordHashModel model = new WordHashModel();
        try (LuceneVectorRetriever arm = attached(model, EmbeddingCache.inMemory())) {
            arm.awaitReady(SOON);
            catalog.upsert(Product.builder("lamp", "floor lantern").build());
            assertThat(arm.awaitReady(SOON)).isTrue();
            assertThat(model.embedded()).isEqualTo(4);
            try (CatalogSnapshot snapshot = catalog.acquire()) {
                assertThat(ids(arm, snapshot, "lantern")).first().isEqualTo("lamp");
            }
        }
    }

    @Test
    void scoresGivenProductsAsItWouldRankThem() {
        try (LuceneVectorRetriever arm = attached(new WordHashModel(), EmbeddingCache.inMemory());
                CatalogSnapshot snapshot = catalog.acquire()) {
            arm.awaitReady(SOON);
            RequestBuilder ask = RequestBuilder.of(snapshot).query("blue lamp");
            Map<String, Double> scores = arm.score(ask.build(), List.of("lamp", "cup", "no such id"));
            assertThat(scores).containsOnlyKeys("lamp", "cup");
            assertThat(((RetrievalResult.Found) arm.retrieve(ask.build())).hits())
                    .contains(new RetrievalResult.Hit("lamp", scores.getOrDefault("lamp", 0.0)));
        }
    }

    @Test
    void findsTheNearestOfManyInItsGraph() {
        List<Product> many = new ProductGenerator(7).products(3_000);
        try (Catalog large = InMemoryCatalog.of(many);
                LuceneVectorRetriever arm = LuceneVectorRetriever.inMemory(
                        settings(new WordHashModel()), EmbeddingCache.inMemory(), EmbeddingProgress.NONE)) {
            large.attach(arm);
            large.upsert(Product.builder("needle", "violet theremin").build());
            assertThat(arm.awaitReady(SOON)).isTrue();
            try (CatalogSnapshot snapshot = large.acquire()) {
                assertThat(ids(arm, snapshot, "theremin")).hasSize(10).first().isEqualTo("needle");
            }
        }
    }

    @Test
    void saysWhenTheModelFailsForGood() {
        EmbeddingModel broken = new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
                throw new IllegalStateException("no model here");
            }
        };
        try (LuceneVectorRetriever arm = attached(broken, EmbeddingCache.inMemory());
                CatalogSnapshot snapshot = catalog.acquire()) {
            assertThatThrownBy(() -> arm.awaitReady(SOON))
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining("embedding failed");
            assertThat(arm.retrieve(RequestBuilder.of(snapshot).query("mug").build()))
                    .isEqualTo(new RetrievalResult.Failed("embedding failed: IllegalStateException"));
        }
    }

    @Test
    void goesOnWhenAServerThatEmbedsComesBack() {
        AtomicInteger calls = new AtomicInteger();
        EmbeddingModel away = new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
                if (calls.incrementAndGet() <= 6) {
                    throw new AdcioException("the embedding server cannot be reached");
                }
                return new WordHashModel().embedAll(texts);
            }
        };
        EmbeddingSettings settings =
                EmbeddingSettings.builder(away, "away").remote().build();
        try (LuceneVectorRetriever arm =
                        LuceneVectorRetriever.inMemory(settings, EmbeddingCache.inMemory(), EmbeddingProgress.NONE);
                CatalogSnapshot snapshot = catalog.acquire()) {
            catalog.attach(arm);
            assertThatThrownBy(() -> arm.awaitReady(SOON))
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining("cannot be reached");
            long end = System.nanoTime() + SOON.toNanos();
            while (!arm.ready() && System.nanoTime() < end) {
                LockSupport.parkNanos(20_000_000);
            }
            assertThat(arm.traits().remote()).isTrue();
            assertThat(ids(arm, snapshot, "tea")).first().isEqualTo("cup");
        }
    }

    @Test
    void readsAFolderThatWasWritten(@TempDir Path folder) {
        try (LuceneVectorRetriever writing = LuceneVectorRetriever.writingTo(
                folder, settings(new WordHashModel()), EmbeddingCache.inMemory(), EmbeddingProgress.NONE)) {
            catalog.attach(writing);
            writing.awaitReady(SOON);
            writing.finish();
        }
        try (LuceneVectorRetriever reading =
                        LuceneVectorRetriever.reading(folder, () -> settings(new WordHashModel()), Set.of());
                CatalogSnapshot snapshot = catalog.acquire()) {
            assertThat(reading.ready()).isTrue();
            assertThat(ids(reading, snapshot, "desk")).first().isEqualTo("lamp");
        }
    }

    private LuceneVectorRetriever attached(EmbeddingModel model, EmbeddingCache cache) {
        LuceneVectorRetriever arm = LuceneVectorRetriever.inMemory(settings(model), cache, EmbeddingProgress.NONE);
        catalog.attach(arm);
        return arm;
    }

    private static EmbeddingSettings settings(EmbeddingModel model) {
        return EmbeddingSettings.builder(model, "words").build();
    }

    private static List<String> ids(LuceneVectorRetriever arm, CatalogSnapshot snapshot, String query) {
        RetrievalResult result =
                arm.retrieve(RequestBuilder.of(snapshot).query(query).build());
        return ((RetrievalResult.Found) result)
                .hits().stream().map(RetrievalResult.Hit::id).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
