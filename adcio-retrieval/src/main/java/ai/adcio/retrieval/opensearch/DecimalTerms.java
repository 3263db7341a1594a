package ai.adcio.retrieval.opensearch;

import java.math.BigDecimal;

/**
 * Decimal numbers as ASCII text whose order is that of the numbers, whatever their size and digits. Unlike a double it
 * tells 19.99 from 19.990000000000001, as {@link ai.adcio.catalog.Constraint#test} does.
 */
final class DecimalTerms {
    /** Sorts after every number. */
    static final String LAST = "~";

    private static final String NEGATIVE = "4";
    private static final String ZERO = "5";
    private static final String POSITIVE = "6";
    // Ten digits for every exponent that a decimal number can have.
    private static final long EXPONENT_BIAS = 5_000_000_000L;

    private DecimalTerms() {}

    /** Sign, decimal exponent, digits; of a negative number each digit's distance to nine, as the greater is less. */
    static String of(BigDecimal number) {
        if (number.signum() == 0) {
            return ZERO;
        }
        BigDecimal plain = number.stripTrailingZeros();
        long exponent = (long) plain.precision() - plain.scale();
        String rest = (EXPONENT_BIAS + exponent) + plain.unscaledValue().abs().toString();
        return number.signum() > 0 ? POSITIVE + rest : NEGATIVE + complement(rest) + LAST;
    }

    private static String complement(String digits) {
        StringBuilder complement = new StringBuilder(digits.length());
        digits.chars().forEach(digit -> complement.append((char) ('0' + '9' - digit)));
        return complement.toString();
    }
}
