package ai.adcio.ranking;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Product;
import ai.adcio.conversation.ShoppingNeed;
import java.util.List;

/**
 * The last look before a product becomes a card: whatever breaks a hard condition is dropped, whichever arm it came
 * from. Stateless and thread safe.
 */
public final class Guard {
    private Guard() {}

    /** Whether the product may be shown for the need. */
    public static Verdict check(Product product, ShoppingNeed need) {
        if (need.excludedIds().contains(product.id())) {
            return Verdict.EXCLUDED;
        }
        return check(product, need, need.constraints());
    }

    /** Whether the product may be shown when only these conditions are held against it, and what shoppers said of themselves. */
    public static Verdict check(Product product, ShoppingNeed need, List<Constraint> constraints) {
        for (Constraint constraint : constraints) {
            if (!constraint.test(product)) {
                return Verdict.BREAKS_CONSTRAINT;
            }
        }
        return Cautions.against(product, need.facts()).isEmpty() ? Verdict.PASSES : Verdict.CAUTIONED;
    }

    /** What came of the look. */
    public enum Verdict {
        /** May be shown. */
        PASSES,
        /** The shopper wants another one. */
        EXCLUDED,
        /** Breaks a condition. */
        BREAKS_CONSTRAINT,
        /** Its cautions speak of what the shopper said of themselves. */
        CAUTIONED
    }
}
