package ai.adcio.retrieval.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as terms, for engines that look terms up but cannot compare several numbers of one product with two bounds
 * at once. A number is filed under the leading bits of its double, in six lengths; a range is the few terms that cover it.
 * The cover is at most 0.05 % wider than the range, and a double is coarser than a decimal, so that a product at a bound
 * must be held against its record. None that is inside is missed.
 */
public final class NumberTerms {
    private static final int BITS_PER_LEVEL = 4;
    private static final int LEVELS = 6;
    private static final int FINEST = BITS_PER_LEVEL * LEVELS;

    private NumberTerms() {}

    /** The terms under which a number of a field is filed. */
    public static List<String> of(String field, BigDecimal number) {
        long prefix = finest(number.doubleValue());
        List<String> terms = new ArrayList<>(LEVELS);
        for (int level = LEVELS; level > 0; level--) {
            terms.add(term(field, level, prefix));
            prefix >>>= BITS_PER_LEVEL;
        }
        return terms;
    }

    /**
     * Terms of which every number between two bounds has one.
     *
     * @param lower the least number, or null for any
     * @param upper the greatest number, or null for any
     * @return at most 180; none when there is no number between the bounds
     */
    public static List<String> covering(String field, @Nullable BigDecimal lower, @Nullable BigDecimal upper) {
        long from = lower == null ? 0 : finest(lower.doubleValue());
        long to = upper == null ? (1L << FINEST) - 1 : finest(upper.doubleValue());
        List<String> terms = new ArrayList<>();
        for (int level = LEVELS; level > 0 && from <= to; level--) {
            if (level == 1) {
                add(terms, field, level, from, to);
                break;
            }
            // What does not fill a prefix of the next coarser level is named here, the rest there.
            long first = roundedUp(from);
            long last = roundedDown(to);
            if (first > last) {
                add(terms, field, level, from, to);
                break;
            }
            add(terms, field, level, from, first - 1);
            add(terms, field, level, last, to);
            from = first >> BITS_PER_LEVEL;
            to = (last >> BITS_PER_LEVEL) - 1;
        }
        return terms;
    }

    private static void add(List<String> terms, String field, int level, long from, long to) {
        for (long prefix = from; prefix <= to; prefix++) {
            terms.add(term(field, level, prefix));
        }
    }

    private static long roundedUp(long prefix) {
        long below = (1L << BITS_PER_LEVEL) - 1;
        return (prefix + below) & ~below;
    }

    /** The first prefix after the last whole block that ends at or before this one. */
    private static long roundedDown(long prefix) {
        return (prefix + 1) & -(1L << BITS_PER_LEVEL);
    }

    private static String term(String field, int level, long prefix) {
        return FilterTerms.kindOf(FilterTerms.name(field), level + ":" + Long.toHexString(prefix));
    }

    /** The leading bits of a double in an order that is that of the numbers, from 0. */
    private static long finest(double number) {
        long bits = Double.doubleToLongBits(number + 0.0);
        long ordered = bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
        return ordered >>> (Long.SIZE - FINEST);
    }
}
