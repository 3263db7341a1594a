package ai.adcio.retrieval.opensearch;

import ai.adcio.catalog.Catalog;
import ai.adcio.retrieval.KeywordArmBehaviour;
import ai.adcio.retrieval.ScoringRetriever;

class OpenSearchKeywordIT extends KeywordArmBehaviour {
    /** The engine's address. */
    protected String url() {
        return OpenSearchNodes.url();
    }

    @Override
    protected ScoringRetriever open(Catalog over) {
        OpenSearchSettings settings = TestShop.on(url()).build();
        OpenSearchKeywordRetriever arm = new OpenSearchKeywordRetriever(settings);
        over.attach(arm.index(new OpenSearchSink(settings), "g1"));
        return arm;
    }
}
