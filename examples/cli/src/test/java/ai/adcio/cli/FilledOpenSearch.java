package ai.adcio.cli;

import ai.adcio.retrieval.opensearch.OpenSearchKeywordRetriever;
import ai.adcio.retrieval.opensearch.OpenSearchSettings;
import ai.adcio.retrieval.opensearch.OpenSearchSink;
import java.util.ArrayList;
import java.util.List;

/** The OpenSearch that {@code ADCIO_OPENSEARCH_URL} names. */
final class FilledOpenSearch extends FilledEngine {
    static final String VARIABLE = "ADCIO_OPENSEARCH_URL";

    private final Rest rest;
    private final String indexes;

    private FilledOpenSearch(String url, String shop, OpenSearchSink sink, OpenSearchKeywordRetriever arm) {
        super(List.of("--opensearch", url), sink, arm, arm::close);
        this.rest = new Rest(url);
        this.indexes = "adcio-" + shop + "-*";
    }

    static FilledOpenSearch at(String url, String shop) {
        OpenSearchSettings settings = OpenSearchSettings.builder(url, shop).build();
        return new FilledOpenSearch(url, shop, new OpenSearchSink(settings), new OpenSearchKeywordRetriever(settings));
    }

    @Override
    List<String> generations() {
        List<String> held = new ArrayList<>();
        rest.get(indexes + "/_settings").fieldNames().forEachRemaining(held::add);
        return held;
    }

    @Override
    void remove() {
        generations().forEach(rest::delete);
    }
}
