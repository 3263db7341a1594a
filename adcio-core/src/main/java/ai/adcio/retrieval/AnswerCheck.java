package ai.adcio.retrieval;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.ProductRecords;
import ai.adcio.retrieval.RetrievalResult.Abstained;
import ai.adcio.retrieval.RetrievalResult.Computed;
import ai.adcio.retrieval.RetrievalResult.Empty;
import ai.adcio.retrieval.RetrievalResult.Failed;
import ai.adcio.retrieval.RetrievalResult.Found;
import ai.adcio.retrieval.RetrievalResult.Hit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds what the arms of one turn answer against the records, so that whichever arm errs, no product comes through that
 * the catalogue does not have or that breaks a filter. Each record is read once for all arms. Thread safe.
 */
final class AnswerCheck {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerCheck.class);

    private final ProductRecords records;
    private final List<Constraint> filters;
    private final Set<String> excludedIds;
    private final ConcurrentMap<String, Optional<Product>> admitted = new ConcurrentHashMap<>();

    AnswerCheck(ProductRecords records, List<Constraint> filters, List<String> excludedIds) {
        this.records = records;
        this.filters = filters;
        this.excludedIds = Set.copyOf(excludedIds);
    }

    /** The product of the id, or null when there is none or it breaks a filter. */
    @Nullable
    Product admitted(String id) {
        return admitted.computeIfAbsent(id, this::look).orElse(null);
    }

    private Optional<Product> look(String id) {
        if (excludedIds.contains(id)) {
            return Optional.empty();
        }
        Product product = records.get(id);
        return product != null && filters.stream().allMatch(filter -> filter.test(product))
                ? Optional.of(product)
                : Optional.empty();
    }

    /** The answer without what cannot be true; a failure when nothing is left of it. */
    RetrievalResult checked(String arm, RetrievalRequest request, @Nullable RetrievalResult answer) {
        return switch (answer) {
            case null -> new Failed("answered nothing at all");
            case Found found -> checked(arm, request.limit(), found);
            case Computed computed ->
                computed.aggregate().equals(request.aggregate()) && computed.over() >= 0
                        ? computed
                        : new Failed("computed something that was not asked");
            case Empty empty -> empty;
            case Abstained abstained -> abstained;
            case Failed failed -> new Failed(oneLine(failed.cause()));
        };
    }

    private RetrievalResult checked(String arm, int limit, Found found) {
        if (found.hits().isEmpty()) {
            return new Empty("found nothing");
        }
        List<Hit> kept = new ArrayList<>(Math.min(limit, found.hits().size()));
        Set<String> seen = HashSet.newHashSet(found.hits().size());
        int dropped = 0;
        for (Hit hit : found.hits()) {
            if (kept.size() == limit) {
                dropped += found.hits().size() - kept.size() - dropped;
                break;
            }
            if (Double.isFinite(hit.score()) && seen.add(hit.id()) && admitted(hit.id()) != null) {
                kept.add(hit);
            } else {
                dropped++;
            }
        }
        if (dropped == 0) {
            return found.total() >= kept.size() ? found : new Found(kept, -1);
        }
        LOG.debug(
                "arm {}: {} of {} hits dropped, being unknown, repeated, unscored, excluded, filtered or too many",
                arm,
                dropped,
                found.hits().size());
        return kept.isEmpty() ? new Failed("none of the products that it found can be used") : new Found(kept, -1);
    }

    private static String oneLine(String cause) {
        String line = cause.strip().replaceAll("\\s+", " ");
        return line.isEmpty() ? "failed without a cause" : line;
    }
}
