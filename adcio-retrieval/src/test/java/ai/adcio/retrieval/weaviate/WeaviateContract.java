package ai.adcio.retrieval.weaviate;

import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.sync.SinkIndex;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.RetrieverContract;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import java.util.HashMap;
import java.util.Map;

/** The contract of arms on a Weaviate server, one class for each way to lay shops out. */
abstract class WeaviateContract extends RetrieverContract {
    private static final EmbeddingCache CACHE = EmbeddingCache.inMemory();

    private final Map<Retriever, AutoCloseable> sinks = new HashMap<>();

    abstract WeaviateSettings settings();

    @Override
    protected Retriever open(Catalog catalog) {
        WeaviateSettings settings = settings();
        EmbeddingSettings model = TestWeaviate.model();
        WeaviateSink sink = WeaviateSink.of(settings, model, CACHE);
        catalog.attach(new SinkIndex(sink, "first"));
        WeaviateVectorRetriever arm = WeaviateVectorRetriever.of(settings, model);
        sinks.put(arm, () -> {
            TestShops.remove(settings);
            sink.close();
        });
        return arm;
    }

    @Override
    protected void close(Retriever retriever) {
        if (retriever instanceof WeaviateVectorRetriever arm) {
            arm.close();
            TestShops.close(sinks.remove(retriever));
        }
    }

    @Override
    protected boolean keepsVersions() {
        return false;
    }

    @Override
    protected String anything() {
        return "product";
    }
}
