package ai.adcio.retrieval.internal;

import ai.adcio.catalog.Product;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What arms do with an answer of their engine's. */
public final class Answers {
    private Answers() {}

    /**
     * What of an answer the records of the request's version bear out: an index that follows in the background may be a
     * change behind.
     */
    public static RetrievalResult kept(RetrievalResult result, RetrievalRequest request) {
        if (!(result instanceof RetrievalResult.Found found)) {
            return result;
        }
        List<RetrievalResult.Hit> kept = found.hits().stream()
                .filter(hit -> {
                    Product product = request.catalog().records().get(hit.id());
                    return product != null && request.filters().stream().allMatch(c -> c.test(product));
                })
                .toList();
        return kept.isEmpty()
                ? new RetrievalResult.Empty("no product matches")
                : new RetrievalResult.Found(kept, found.total());
    }

    /** The scores of what was found by id; empty for any other answer. */
    public static Map<String, Double> scores(RetrievalResult result) {
        if (!(result instanceof RetrievalResult.Found found)) {
            return Map.of();
        }
        Map<String, Double> scores = HashMap.newHashMap(found.hits().size());
        found.hits().forEach(hit -> scores.put(hit.id(), hit.score()));
        return scores;
    }
}
