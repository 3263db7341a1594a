package ai.adcio.retrieval.opensearch;

import ai.adcio.AdcioException;
import java.util.regex.Pattern;

/**
 * How a shop's indexes are called. Neither part holds a hyphen, so that the pattern of one shop meets no other's.
 *
 * @param prefix what stands before all
 * @param shop the shop
 */
record IndexNames(String prefix, String shop) {
    private static final Pattern GENERATION = Pattern.compile("[a-z0-9-]{1,40}");

    /** The name that searches use. */
    String alias() {
        return prefix + "-" + shop;
    }

    String index(String generation) {
        if (!GENERATION.matcher(generation).matches()) {
            throw new AdcioException(
                    "generation is \"" + generation + "\"; write 1 to 40 lower-case letters, digits and hyphens");
        }
        return alias() + "-" + generation;
    }

    /** Meets the indexes of all generations. */
    String pattern() {
        return alias() + "-*";
    }

    String generation(String index) {
        return index.substring(alias().length() + 1);
    }
}
