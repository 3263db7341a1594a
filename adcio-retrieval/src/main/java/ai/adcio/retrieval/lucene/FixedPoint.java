package ai.adcio.retrieval.lucene;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/**
 * Decimal numbers as 16 bytes whose order is that of the numbers: fixed point with 15 decimals and 22 digits before the
 * point. Unlike a double it tells 19.99 from 19.990000000000001, as {@link ai.adcio.catalog.Constraint#test} does.
 */
final class FixedPoint {
    static final int BYTES = 16;

    private static final int DECIMALS = 15;
    private static final int MOST_DIGITS = 22;
    private static final BigInteger MOST = BigInteger.TEN.pow(DECIMALS + MOST_DIGITS);

    private FixedPoint() {}

    /** The number, or null when it has more digits than fit. */
    static byte @Nullable [] exactly(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > DECIMALS || digitsBeforePoint(plain) > MOST_DIGITS) {
            return null;
        }
        return bytes(plain.setScale(DECIMALS).unscaledValue());
    }

    /** The least that is above a bound, or is the bound itself where that counts. */
    static BigInteger least(BigDecimal bound, boolean inclusive) {
        BigInteger rounded = rounded(bound, RoundingMode.CEILING);
        return !inclusive && isExact(bound) ? rounded.add(BigInteger.ONE) : rounded;
    }

    /** The greatest that is below a bound, or is the bound itself where that counts. */
    static BigInteger greatest(BigDecimal bound, boolean inclusive) {
        BigInteger rounded = rounded(bound, RoundingMode.FLOOR);
        return !inclusive && isExact(bound) ? rounded.subtract(BigInteger.ONE) : rounded;
    }

    /** Below every number that fits. */
    static BigInteger lowest() {
        return MOST.negate();
    }

    /** Above every number that fits. */
    static BigInteger highest() {
        return MOST;
    }

    static byte[] bytes(BigInteger unscaled) {
        byte[] bytes = new byte[BYTES];
        NumericUtils.bigIntToSortableBytes(unscaled.max(lowest()).min(highest()), BYTES, bytes, 0);
        return bytes;
    }

    private static boolean isExact(BigDecimal number) {
        return exactly(number) != null;
    }

    private static BigInteger rounded(BigDecimal bound, RoundingMode mode) {
        if (bound.signum() == 0) {
            return BigInteger.ZERO;
        }
        // A number written with an exponent can have more digits than memory has bytes: look before writing it out.
        long digits = digitsBeforePoint(bound);
        if (digits > MOST_DIGITS) {
            return bound.signum() > 0 ? MOST.add(BigInteger.ONE) : MOST.negate().subtract(BigInteger.ONE);
        }
        if (digits < -DECIMALS) {
            boolean away = bound.signum() > 0 ? mode == RoundingMode.CEILING : mode == RoundingMode.FLOOR;
            return away ? BigInteger.valueOf(bound.signum()) : BigInteger.ZERO;
        }
        return bound.setScale(DECIMALS, mode).unscaledValue();
    }

    private static long digitsBeforePoint(BigDecimal number) {
        return (long) number.precision() - number.scale();
    }
}
