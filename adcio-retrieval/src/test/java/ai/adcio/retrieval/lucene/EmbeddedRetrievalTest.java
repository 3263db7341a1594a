package ai.adcio.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.embedding.WordHashModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRetrievalTest {
    private final Catalog catalog = InMemoryCatalog.of(List.of(
            Product.builder("mug", "coffee mug").build(),
            Product.builder("lamp", "desk lamp").build()));

    @Test
    void writesAFolderThatNeedsNothingElseToBeReadAgain(@TempDir Path folder) {
        WordHashModel model = new WordHashModel();
        try (EmbeddedRetrieval writing = EmbeddedRetrieval.builder(catalog)
                .folder(folder)
                .embeddings(settings(model))
                .build()) {
            assertThat(writing.awaitReady(Duration.ofSeconds(30))).isTrue();
            writing.finish();
        }
        assertThat(folder).isDirectoryContaining("glob:**embeddings");
        try (EmbeddedRetrieval reading =
                        EmbeddedRetrieval.reading(folder, () -> settings(new WordHashModel()), Set.of());
                CatalogSnapshot snapshot = catalog.acquire()) {
            for (Retriever arm : reading.arms()) {
                RetrievalResult result = arm.retrieve(
                        RequestBuilder.of(snapshot).query("lamp").limit(1).build());
                assertThat(result)
                        .isInstanceOfSatisfying(
                                RetrievalResult.Found.class,
                                found -> assertThat(found.hits())
                                        .extracting(RetrievalResult.Hit::id)
                                        .containsExactly("lamp"));
            }
        }
        WordHashModel again = new WordHashModel();
        try (EmbeddedRetrieval rebuilt = EmbeddedRetrieval.builder(catalog)
                .folder(folder)
                .embeddings(settings(again))
                .build()) {
            assertThat(rebuilt.awaitReady(Duration.ofSeconds(30))).isTrue();
            assertThat(again.embedded()).isZero();
        }
    }

    @Test
    void hasNoVectorArmWithoutAModel() {
        try (EmbeddedRetrieval retrieval = EmbeddedRetrieval.builder(catalog).build()) {
            assertThat(retrieval.arms()).hasSize(1);
            assertThat(retrieval.awaitReady(Duration.ZERO)).isTrue();
            assertThatThrownBy(retrieval::vector)
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining("embeddings(...)");
        }
    }

    private static EmbeddingSettings settings(WordHashModel model) {
        return EmbeddingSettings.builder(model, "words").build();
    }
}
