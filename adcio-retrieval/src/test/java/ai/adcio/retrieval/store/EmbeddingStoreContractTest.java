package ai.adcio.retrieval.store;

import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.sync.SinkIndex;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.RetrieverContract;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.util.concurrent.atomic.AtomicReference;

class EmbeddingStoreContractTest extends RetrieverContract {
    private final AtomicReference<ClosableStore> store = new AtomicReference<>();

    @Override
    protected Retriever open(Catalog catalog) {
        ClosableStore opened = new ClosableStore(new InMemoryEmbeddingStore<>());
        store.set(opened);
        EmbeddingStoreSettings settings = StoreTests.settings(opened).build();
        catalog.attach(new SinkIndex(EmbeddingStoreSink.of(settings, EmbeddingCache.inMemory()), "first"));
        return EmbeddingStoreRetriever.of(settings);
    }

    @Override
    protected void close(Retriever retriever) {
        ClosableStore opened = store.get();
        if (opened != null) {
            opened.close();
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
