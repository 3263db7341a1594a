package ai.adcio.retrieval.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.adcio.Language;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.lucene.LuceneVectorRetriever;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A true multilingual model behind a server. */
class MultilingualEmbeddingsTest {
    @Test
    void findsByWhatIsMeantInBothLanguages() {
        String url = System.getenv("ADCIO_EMBEDDINGS_URL");
        String model = System.getenv("ADCIO_EMBEDDINGS_MODEL");
        assumeTrue(
                url != null && model != null,
                "no embedding server: run `$ADCIO_RIGS/rig embedder start` and set ADCIO_EMBEDDINGS_URL and"
                        + " ADCIO_EMBEDDINGS_MODEL to what it prints");
        EmbeddingSettings settings = OpenAiEmbeddings.builder(URI.create(url), model)
                .inputType()
                .languages(Language.ENGLISH, Language.KOREAN)
                .build();
        try (Catalog catalog = InMemoryCatalog.of(List.of(
                        Product.builder("coat", "오리털 패딩 점퍼").build(),
                        Product.builder("dress", "민소매 썸머 원피스").build(),
                        Product.builder("lamp", "LED 캠핑 랜턴").build()));
                LuceneVectorRetriever arm =
                        LuceneVectorRetriever.inMemory(settings, EmbeddingCache.inMemory(), EmbeddingProgress.NONE)) {
            catalog.attach(arm);
            assertThat(arm.awaitReady(Duration.ofMinutes(1))).isTrue();
            assertThat(arm.traits().remote()).isTrue();
            try (CatalogSnapshot snapshot = catalog.acquire()) {
                assertThat(first(arm, RequestBuilder.of(snapshot).query("겨울 패딩").language(Language.KOREAN)))
                        .isEqualTo("coat");
                assertThat(first(
                                arm,
                                RequestBuilder.of(snapshot)
                                        .query("여름에 입기 좋은 시원한 원피스")
                                        .language(Language.KOREAN)))
                        .isEqualTo("dress");
                assertThat(first(arm, RequestBuilder.of(snapshot).query("a light to read by in the tent")))
                        .isEqualTo("lamp");
                assertThat(arm.retrieve(RequestBuilder.of(snapshot)
                                .query("manteau")
                                .language(new Language("fr"))
                                .build()))
                        .isInstanceOf(RetrievalResult.Abstained.class);
            }
        }
    }

    private static String first(LuceneVectorRetriever arm, RequestBuilder request) {
        if (arm.retrieve(request.build()) instanceof RetrievalResult.Found found) {
            return found.hits().getFirst().id();
        }
        throw new AssertionError("nothing found");
    }
}
