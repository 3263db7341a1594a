package ai.adcio.retrieval.weaviate;

import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.catalog.sync.CatalogSinkContract;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

class WeaviateSinkContractTest {
    @Nested
    class InACollection extends OnWeaviate {
        @Override
        WeaviateSettings make() {
            return TestWeaviate.shop().build();
        }
    }

    @Nested
    class InATenant extends OnWeaviate {
        @Override
        WeaviateSettings make() {
            return TestWeaviate.shop().sharedCollection().build();
        }
    }

    abstract static class OnWeaviate extends CatalogSinkContract {
        private static final EmbeddingCache CACHE = EmbeddingCache.inMemory();

        private @Nullable WeaviateSettings settings;

        abstract WeaviateSettings make();

        @AfterEach
        void removeShop() {
            if (settings != null) {
                TestShops.remove(settings);
            }
        }

        @Override
        protected CatalogSink openSink() {
            return WeaviateSink.of(settings(), TestWeaviate.model(), CACHE);
        }

        @Override
        protected Retriever openArm() {
            return WeaviateVectorRetriever.of(settings(), TestWeaviate.model());
        }

        @Override
        protected String anything() {
            return "product";
        }

        private WeaviateSettings settings() {
            WeaviateSettings own = settings;
            if (own == null) {
                own = make();
                settings = own;
            }
            return own;
        }
    }
}
