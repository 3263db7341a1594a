package ai.adcio.retrieval.opensearch;

import ai.adcio.catalog.Catalog;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.RetrieverContract;

class OpenSearchKeywordContractIT extends RetrieverContract {
    private OpenSearchSink sink =
            new OpenSearchSink(TestShop.on("http://localhost").build());

    /** The engine's address. */
    protected String url() {
        return OpenSearchNodes.url();
    }

    @Override
    protected Retriever open(Catalog catalog) {
        OpenSearchSettings settings = TestShop.on(url()).pageSize(100).build();
        sink = new OpenSearchSink(settings);
        OpenSearchKeywordRetriever retriever = new OpenSearchKeywordRetriever(settings);
        catalog.attach(retriever.index(sink, "g1"));
        return retriever;
    }

    @Override
    protected void close(Retriever retriever) {
        ((OpenSearchKeywordRetriever) retriever).close();
        sink.close();
    }
}
