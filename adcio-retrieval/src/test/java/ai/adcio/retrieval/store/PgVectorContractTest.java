package ai.adcio.retrieval.store;

import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.sync.SinkIndex;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.RetrieverContract;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import dev.langchain4j.store.embedding.pgvector.MetadataStorageMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

/** The arm on pgvector, whose filters are SQL over JSON. */
class PgVectorContractTest {
    /** As its store is set up unless told otherwise. */
    @Nested
    class InJson extends OnPgVector {
        InJson() {
            super(MetadataStorageMode.COMBINED_JSON);
        }
    }

    @Nested
    class InJsonb extends OnPgVector {
        InJsonb() {
            super(MetadataStorageMode.COMBINED_JSONB);
        }
    }

    abstract static class OnPgVector extends RetrieverContract {
        private final MetadataStorageMode mode;
        private @Nullable TestPgVector table;
        private @Nullable ClosableStore store;

        OnPgVector(MetadataStorageMode mode) {
            this.mode = mode;
        }

        @Override
        protected Retriever open(Catalog catalog) {
            TestPgVector made = TestPgVector.keeping(mode);
            ClosableStore opened = new ClosableStore(made.store());
            table = made;
            store = opened;
            EmbeddingStoreSettings settings = StoreTests.settings(opened).build();
            catalog.attach(new SinkIndex(EmbeddingStoreSink.of(settings, EmbeddingCache.inMemory()), "first"));
            return EmbeddingStoreRetriever.of(settings);
        }

        @Override
        protected void close(Retriever retriever) {
            if (store != null) {
                store.close();
            }
            if (table != null) {
                table.close();
                table = null;
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
}
