package ai.adcio.retrieval.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ranking on OpenSearch 2, which knows no {@code combined_fields}: what the engine says of itself chooses the queries. */
class OpenSearch2KeywordIT extends OpenSearchKeywordIT {
    private static final EngineVersion WITHOUT_COMBINED_FIELDS = new EngineVersion(3, 1);

    @Override
    protected String url() {
        return OpenSearchNodes.url(OpenSearchNodes.Release.TWO);
    }

    @Test
    void multipliesScoresByWhatIdentifiersAndCorrectionsReckonWith() {
        OpenSearchSettings two = TestShop.on(url()).build();
        OpenSearchSettings three = TestShop.on(OpenSearchNodes.url()).build();
        try (Catalog catalog = InMemoryCatalog.of(List.of(
                        Product.builder("lamp", "A brass lamp").build(),
                        Product.builder("vase", "A vase of glass").build()));
                OpenSearchSink toTwo = new OpenSearchSink(two);
                OpenSearchSink toThree = new OpenSearchSink(three);
                OpenSearchKeywordRetriever onTwo = new OpenSearchKeywordRetriever(two);
                OpenSearchKeywordRetriever onThree = new OpenSearchKeywordRetriever(three, WITHOUT_COMBINED_FIELDS)) {
            catalog.attach(onTwo.index(toTwo, "g1"));
            catalog.attach(onThree.index(toThree, "g1"));
            try (CatalogSnapshot snapshot = catalog.acquire()) {
                RetrievalRequest lamps =
                        RequestBuilder.of(snapshot).query("lamp").build();
                double newer = onThree.score(lamps, List.of("lamp")).getOrDefault("lamp", 0.0);
                assertThat(newer).isPositive();
                assertThat(onTwo.score(lamps, List.of("lamp")).getOrDefault("lamp", 0.0))
                        .isEqualTo(newer * (1 + IndexBody.K1), within(1e-4));
            }
        }
    }
}
