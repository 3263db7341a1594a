package ai.adcio.retrieval.internal;

import ai.adcio.catalog.Product;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.RetrievalResult.Hit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the products of an answer where an engine keeps only a part of the conditions, or is a change ahead of the
 * request's catalogue: what it finds is held against the records, and it is asked for more until the limit is full or it
 * has no more.
 */
public final class WideningSearch {
    private static final int GROWTH = 4;

    private final RetrievalRequest request;
    private final Set<String> excluded;

    /** A search for a request. */
    public WideningSearch(RetrievalRequest request) {
        this.request = request;
        this.excluded = new HashSet<>(request.excludedIds());
    }

    /** An engine that finds so many candidates, best first; fewer only when it has no more. */
    @FunctionalInterface
    public interface Engine {
        /** The best candidates. */
        List<Hit> best(int limit);
    }

    /**
     * Runs the search.
     *
     * @param first how many candidates to ask for first
     * @param most how many candidates to ask for at most, which bounds what an answer costs
     */
    public RetrievalResult run(int first, int most, Engine engine) {
        int ask = Math.min(first, most);
        while (true) {
            List<Hit> found = engine.best(ask);
            List<Hit> kept = kept(found);
            if (kept.size() >= request.limit() || found.size() < ask || ask >= most) {
                return kept.isEmpty()
                        ? new RetrievalResult.Empty("no product matches")
                        : new RetrievalResult.Found(kept, -1);
            }
            if (request.cancellation().isCancelled() || request.deadline().expired()) {
                return new RetrievalResult.Failed("the deadline passed during the search");
            }
            ask = (int) Math.min(most, (long) ask * GROWTH);
        }
    }

    private List<Hit> kept(List<Hit> found) {
        List<Hit> kept = new ArrayList<>(Math.min(found.size(), request.limit()));
        Set<String> seen = new HashSet<>();
        for (Hit hit : found) {
            if (kept.size() < request.limit()
                    && !excluded.contains(hit.id())
                    && seen.add(hit.id())
                    && meets(hit.id())) {
                kept.add(hit);
            }
        }
        return kept;
    }

    private boolean meets(String id) {
        Product product = request.catalog().records().get(id);
        return product != null && request.filters().stream().allMatch(c -> c.test(product));
    }
}
