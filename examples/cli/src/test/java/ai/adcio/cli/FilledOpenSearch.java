package ai.adcio.cli;

import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.opensearch.OpenSearchKeywordRetriever;
import ai.adcio.retrieval.opensearch.OpenSearchSettings;
import ai.adcio.retrieval.opensearch.OpenSearchSink;
import java.util.ArrayList;
import java.util.List;

/** The OpenSearch that {@code ADCIO_OPENSEARCH_URL} names. */
final class FilledOpenSearch implements FilledEngine {
    static final String VARIABLE = "ADCIO_OPENSEARCH_URL";

    private final String url;
    private final Rest rest;
    private final String indexes;
    private final OpenSearchSink sink;
    private final OpenSearchKeywordRetriever arm;

    FilledOpenSearch(String url, String shop) {
        this.url = url;
        this.rest = new Rest(url);
        this.indexes = "adcio-" + shop + "-*";
        OpenSearchSettings settings = OpenSearchSettings.builder(url, shop).build();
        this.sink = new OpenSearchSink(settings);
        this.arm = new OpenSearchKeywordRetriever(settings);
    }

    @Override
    public List<String> options() {
        return List.of("--opensearch", url);
    }

    @Override
    public CatalogSink sink() {
        return sink;
    }

    @Override
    public Retriever arm() {
        return arm;
    }

    @Override
    public List<String> generations() {
        List<String> held = new ArrayList<>();
        rest.get(indexes + "/_settings").fieldNames().forEachRemaining(held::add);
        return held;
    }

    @Override
    public void close() {
        arm.close();
        sink.close();
        generations().forEach(rest::delete);
    }
}
