package ai.adcio.catalog;

import java.math.BigDecimal;

/**
 * The smallest and the greatest number that a field holds.
 *
 * @param least inclusive
 * @param greatest inclusive
 */
public record NumberRange(BigDecimal least, BigDecimal greatest) {}
