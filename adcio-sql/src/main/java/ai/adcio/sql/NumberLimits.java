package ai.adcio.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many digits a database keeps of a number. A bound such as 1e999999999 would also fill the memory when its digits
 * are written out.
 *
 * @param before digits before the point; a greater number is stored as the least one that has more
 * @param after digits after the point
 */
record NumberLimits(int before, int after) {
    /** The number itself, or the nearest that can be stored. */
    BigDecimal storable(BigDecimal number) {
        return storable(number, RoundingMode.HALF_EVEN);
    }

    /** The number itself, or the nearest in one direction that can be stored. */
    BigDecimal storable(BigDecimal number, RoundingMode mode) {
        long magnitude = (long) number.precision() - number.scale();
        if (magnitude > before) {
            return BigDecimal.TEN.pow(before).multiply(BigDecimal.valueOf(number.signum()));
        }
        if (magnitude < -after) {
            // Far too small to write out: rounds as the smallest number of its sign does.
            BigDecimal rounded = BigDecimal.valueOf(number.signum(), after + 1).setScale(after, mode);
            return rounded.signum() == 0 ? BigDecimal.ZERO : rounded;
        }
        return number.scale() > after ? number.setScale(after, mode) : number;
    }

    /** Whether the number is stored as it is. */
    boolean keeps(BigDecimal number) {
        return storable(number).compareTo(number) == 0;
    }
}
