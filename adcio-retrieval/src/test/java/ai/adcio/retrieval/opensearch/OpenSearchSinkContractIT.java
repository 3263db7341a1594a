package ai.adcio.retrieval.opensearch;

import ai.adcio.catalog.Product;
import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.catalog.sync.CatalogSinkContract;
import ai.adcio.retrieval.Retriever;
import org.jspecify.annotations.Nullable;

class OpenSearchSinkContractIT extends CatalogSinkContract {
    private final OpenSearchSettings settings =
            TestShop.on(url()).bulkDocuments(100).build();

    /** The engine's address; asked before the test itself is ready. */
    protected String url() {
        return OpenSearchNodes.url();
    }

    @Override
    protected CatalogSink openSink() {
        return new OpenSearchSink(settings);
    }

    @Override
    protected Retriever openArm() {
        return new OpenSearchKeywordRetriever(settings);
    }

    @Override
    protected @Nullable Product refused() {
        return Product.builder("x".repeat(600), "a product whose id is too long")
                .build();
    }
}
