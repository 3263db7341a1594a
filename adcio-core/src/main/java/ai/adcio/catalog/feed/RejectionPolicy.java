package ai.adcio.catalog.feed;

import ai.adcio.AdcioException;

/**
 * How many rejected rows a feed may have and still be taken over without them. A feed that breaks off (truncated,
 * malformed XML, an I/O error) fails under every policy.
 *
 * @param greatestShare the greatest share of rejected rows, from 0 to 1
 * @param failOnRepeatedId whether an id that stands twice fails the feed; otherwise its first row counts and the further
 *     ones are rejected rows
 */
public record RejectionPolicy(double greatestShare, boolean failOnRepeatedId) {
    /**
     * Up to one row in twenty may be rejected, no id may be repeated. A few bad rows are a shop's everyday life; more of
     * them mean that the feed or the choice of its format is wrong, and serving the rest would hide most of the shop.
     */
    public static final RejectionPolicy DEFAULT = new RejectionPolicy(0.05, true);

    /** Any rejected row fails the feed. */
    public static final RejectionPolicy STRICT = new RejectionPolicy(0, true);

    /** Whatever is readable is taken over. */
    public static final RejectionPolicy LENIENT = new RejectionPolicy(1, false);

    /** Rejects a share outside 0 to 1. */
    public RejectionPolicy {
        if (!(greatestShare >= 0 && greatestShare <= 1)) {
            throw new AdcioException("greatestShare is " + greatestShare + "; it ranges from 0 to 1");
        }
    }
}
