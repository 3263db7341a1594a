package ai.adcio.retrieval.store;

import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.catalog.sync.CatalogSinkContract;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import dev.langchain4j.store.embedding.pgvector.MetadataStorageMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** Filling stores of langchain4j's. */
class EmbeddingStoreSinkContractTest {
    @Nested
    class InMemory extends OnAStore {
        @Override
        EmbeddingStore<TextSegment> make() {
            return new InMemoryEmbeddingStore<>();
        }
    }

    @Nested
    class OnPgVector extends OnAStore {
        private @Nullable TestPgVector table;

        @Override
        EmbeddingStore<TextSegment> make() {
            TestPgVector made = TestPgVector.keeping(MetadataStorageMode.COMBINED_JSONB);
            table = made;
            return made.store();
        }

        @AfterEach
        void removeTable() {
            if (table != null) {
                table.close();
            }
        }
    }

    abstract static class OnAStore extends CatalogSinkContract {
        private static final EmbeddingCache CACHE = EmbeddingCache.inMemory();

        private @Nullable EmbeddingStoreSettings settings;

        abstract EmbeddingStore<TextSegment> make();

        @Override
        protected CatalogSink openSink() {
            return EmbeddingStoreSink.of(settings(), CACHE);
        }

        @Override
        protected Retriever openArm() {
            return EmbeddingStoreRetriever.of(settings());
        }

        @Override
        protected String anything() {
            return "product";
        }

        private EmbeddingStoreSettings settings() {
            EmbeddingStoreSettings own = settings;
            if (own == null) {
                own = StoreTests.settings(new ClosableStore(make())).build();
                settings = own;
            }
            return own;
        }
    }
}
