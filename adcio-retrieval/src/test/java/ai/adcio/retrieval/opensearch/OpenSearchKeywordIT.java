package ai.adcio.retrieval.opensearch;

import ai.adcio.catalog.Catalog;
import ai.adcio.retrieval.KeywordArmBehaviour;
import ai.adcio.retrieval.ScoringRetriever;

class OpenSearchKeywordIT extends KeywordArmBehaviour {
    @Override
    protected ScoringRetriever open(Catalog over) {
        OpenSearchSettings settings = TestShop.on(OpenSearchNodes.url()).build();
        OpenSearchKeywordRetriever arm = new OpenSearchKeywordRetriever(settings);
        over.attach(arm.index(new OpenSearchSink(settings), "g1"));
        return arm;
    }
}
