package ai.adcio.retrieval;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an arm answers: exactly one of these. */
public sealed interface RetrievalResult {
    /**
     * Products, most relevant first.
     *
     * @param hits at least one, no id twice
     * @param total how many products meet the request in all; -1 when the arm did not count
     */
    record Found(List<Hit> hits, long total) implements RetrievalResult {
        /** Copies the hits. */
        public Found {
            hits = List.copyOf(hits);
        }
    }

    /**
     * A number over all products that meet the filters.
     *
     * @param aggregate what was computed
     * @param value the number; null when no product has a value in the field
     * @param over how many products it was computed over
     */
    record Computed(Aggregate aggregate, @Nullable BigDecimal value, long over) implements RetrievalResult {}

    /** The arm looked and found nothing. */
    record Empty(String reason) implements RetrievalResult {}

    /** The arm has nothing to say to such a request, such as one in a language that it does not know. */
    record Abstained(String reason) implements RetrievalResult {}

    /**
     * The arm could not answer.
     *
     * @param cause for whom it concerns, in one line and without anything of the shopper's
     */
    record Failed(String cause) implements RetrievalResult {}

    /**
     * One product found.
     *
     * @param id the product's id
     * @param score the arm's own score, greater is better; comparable within one result only
     */
    record Hit(String id, double score) {}
}
