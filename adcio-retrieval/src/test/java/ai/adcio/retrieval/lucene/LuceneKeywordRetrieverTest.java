package ai.adcio.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.KeywordArmBehaviour;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.ScoringRetriever;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneKeywordRetrieverTest extends KeywordArmBehaviour {
    @Override
    protected ScoringRetriever open(Catalog over) {
        LuceneKeywordRetriever arm = LuceneKeywordRetriever.inMemory();
        over.attach(arm);
        return arm;
    }

    @Test
    void readsAFolderThatWasWrittenFromSeveralPlacesAtOnce(@TempDir Path folder) {
        try (Catalog catalog = catalog();
                LuceneKeywordRetriever writing = LuceneKeywordRetriever.writingTo(folder)) {
            catalog.attach(writing);
            writing.finish();
            try (LuceneKeywordRetriever one = LuceneKeywordRetriever.reading(folder);
                    LuceneKeywordRetriever two = LuceneKeywordRetriever.reading(folder);
                    CatalogSnapshot snapshot = catalog.acquire()) {
                Constraint green = new Constraint.AnyOf("green", "attributes.color", Match.WORDS, List.of("green"));
                var request = RequestBuilder.of(snapshot).filters(green).build();
                assertThat(one.retrieve(request)).isEqualTo(two.retrieve(request));
                assertThat(one.retrieve(request))
                        .isInstanceOfSatisfying(
                                RetrievalResult.Found.class,
                                found -> assertThat(found.hits())
                                        .singleElement()
                                        .satisfies(hit -> assertThat(hit.id()).isEqualTo("shoe")));
                assertThatThrownBy(() -> catalog.attach(one))
                        .isInstanceOf(AdcioException.class)
                        .hasMessageContaining("for reading only");
            }
        }
    }

    @Test
    void saysWhichFolderHoldsNoIndex(@TempDir Path folder) {
        assertThatThrownBy(() -> LuceneKeywordRetriever.reading(folder))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining(folder.toString());
    }

    private static Catalog catalog() {
        return InMemoryCatalog.of(List.of(
                Product.builder("shoe", "Trail Runner")
                        .attribute("color", "Forest Green")
                        .build(),
                Product.builder("mug", "Coffee Mug").attribute("color", "Red").build()));
    }
}
