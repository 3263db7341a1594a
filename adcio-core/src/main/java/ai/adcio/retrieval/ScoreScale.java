package ai.adcio.retrieval;

import ai.adcio.retrieval.RetrievalResult.Hit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings one list's scores to 0 to 1.
 *
 * @param low the score that becomes 0
 * @param high the score that becomes 1
 */
record ScoreScale(double low, double high) {
    /** The scale of a list, from its theoretical minimum where that is known. */
    static ScoreScale of(List<Hit> hits, @Nullable Double minimum) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Hit hit : hits) {
            low = Math.min(low, hit.score());
            high = Math.max(high, hit.score());
        }
        // A list may prove the bound wrong; then its own worst score is the bound.
        return new ScoreScale(minimum == null ? low : Math.min(minimum, low), high);
    }

    /** The share of the way from low to high; 1 when there is no way between them. */
    double normalise(double score) {
        if (!(high > low)) {
            return 1;
        }
        // Halved, as the distance of two finite numbers may be infinite.
        return Math.max(0, Math.min(1, (score / 2 - low / 2) / (high / 2 - low / 2)));
    }
}
