package ai.adcio.retrieval.opensearch;

import ai.adcio.catalog.Product;
import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.catalog.sync.CatalogSinkContract;
import ai.adcio.retrieval.Retriever;
import org.jspecify.annotations.Nullable;

class OpenSearchSinkContractIT extends CatalogSinkContract {
    private final OpenSearchSettings settings =
            TestShop.on(OpenSearchNodes.url()).bulkDocuments(100).build();

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
