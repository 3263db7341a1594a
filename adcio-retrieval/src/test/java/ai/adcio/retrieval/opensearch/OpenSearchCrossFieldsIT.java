package ai.adcio.retrieval.opensearch;

import ai.adcio.catalog.Catalog;
import ai.adcio.retrieval.KeywordArmBehaviour;
import ai.adcio.retrieval.ScoringRetriever;

/** The queries that go to engines without {@code combined_fields}, asked of one that knows both. */
class OpenSearchCrossFieldsIT extends KeywordArmBehaviour {
    @Override
    protected ScoringRetriever open(Catalog over) {
        OpenSearchSettings settings = TestShop.on(OpenSearchNodes.url()).build();
        OpenSearchKeywordRetriever arm = new OpenSearchKeywordRetriever(settings, new EngineVersion(3, 1));
        over.attach(arm.index(new OpenSearchSink(settings), "g1"));
        return arm;
    }
}
