package ai.adcio.retrieval;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.RetrievalResult.Hit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds an arm's answer to the contract, since an engine may lie: products that the catalogue does not have, that break
 * a filter, that come twice or with a score that is no number are dropped. Stateless and thread safe.
 */
final class AnswerCheck {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerCheck.class);

    RetrievalResult checked(ArmTraits arm, RetrievalRequest request, @Nullable RetrievalResult answer) {
        if (answer == null) {
            return new RetrievalResult.Failed("gave no answer");
        }
        if (!(answer instanceof RetrievalResult.Found found)) {
            return answer;
        }
        List<Hit> kept = new ArrayList<>(found.hits().size());
        Set<String> seen = HashSet.newHashSet(found.hits().size());
        for (Hit hit : found.hits()) {
            if (kept.size() == request.limit()) {
                break;
            }
            if (Double.isFinite(hit.score()) && seen.add(hit.id()) && fits(hit.id(), request)) {
                kept.add(hit);
            }
        }
        int dropped = found.hits().size() - kept.size();
        if (dropped > 0) {
            LOG.debug("arm {}: {} of {} hits dropped", arm.name(), dropped, found.hits().size());
        }
        return kept.isEmpty()
                ? new RetrievalResult.Empty("none of the products found keeps the contract")
                : new RetrievalResult.Found(kept, found.total());
    }

    private static boolean fits(String id, RetrievalRequest request) {
        if (request.excludedIds().contains(id)) {
            return false;
        }
        Product product = request.catalog().records().get(id);
        if (product == null) {
            return false;
        }
        for (Constraint filter : request.filters()) {
            if (!filter.test(product)) {
                return false;
            }
        }
        return true;
    }
}
