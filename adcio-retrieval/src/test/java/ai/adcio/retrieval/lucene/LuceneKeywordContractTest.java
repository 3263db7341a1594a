package ai.adcio.retrieval.lucene;

import ai.adcio.catalog.Catalog;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.RetrieverContract;

class LuceneKeywordContractTest extends RetrieverContract {
    @Override
    protected Retriever open(Catalog catalog) {
        LuceneKeywordRetriever retriever = LuceneKeywordRetriever.inMemory();
        catalog.attach(retriever);
        return retriever;
    }

    @Override
    protected void close(Retriever retriever) {
        ((LuceneKeywordRetriever) retriever).close();
    }
}
