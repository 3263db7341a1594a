package ai.adcio.retrieval;

import ai.adcio.AdcioException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every number that can change an order, in one immutable value: the weights of fields and arms and the parameters of
 * fusion and ranking. It comes into a turn from outside, so that a shop, and later a shopper, can have its own.
 *
 * @param version names this set of numbers, so that a reply can be traced to it
 * @param values the numbers by name; the names are the constants of this type
 */
public record RankingParameters(String version, Map<String, Double> values) {
    /** Copies the numbers; rejects one that is not finite. */
    public RankingParameters {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
        values.forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new AdcioException("ranking parameter " + name + " is " + value + "; give a finite number");
            }
        });
    }
}
