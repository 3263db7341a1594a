package ai.adcio.understanding.internal;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A number as it was said.
 *
 * @param end one past its last folded character, its currency included
 * @param value the number, or the lower end of a range
 * @param upper the upper end of a range such as {@code 2~4만원}, or null
 * @param currency the currency that was said, or null
 * @param decade whether a whole decade was meant, as in {@code 3만원대}
 */
record Quantity(
        int end,
        BigDecimal value,
        @Nullable BigDecimal upper,
        @Nullable Currency currency,
        boolean decade) {
    /** The first number past the decade that this one begins: 40,000 for {@code 3만원대}. */
    BigDecimal decadeEnd() {
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(value.precision() - value.scale() - 1);
        return value.add(unit);
    }
}
