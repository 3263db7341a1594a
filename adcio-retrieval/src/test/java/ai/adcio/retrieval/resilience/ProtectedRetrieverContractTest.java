package ai.adcio.retrieval.resilience;

import ai.adcio.catalog.Catalog;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.RetrieverContract;
import ai.adcio.retrieval.lucene.LuceneKeywordRetriever;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

class ProtectedRetrieverContractTest extends RetrieverContract {
    private @Nullable LuceneKeywordRetriever arm;

    @Override
    protected Retriever open(Catalog catalog) {
        arm = LuceneKeywordRetriever.inMemory();
        catalog.attach(arm);
        return ProtectedRetriever.builder(arm).build();
    }

    @Override
    protected void close(Retriever retriever) {
        Objects.requireNonNull(arm).close();
    }
}
