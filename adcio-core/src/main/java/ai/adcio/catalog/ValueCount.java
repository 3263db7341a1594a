package ai.adcio.catalog;

/**
 * A value and how many products have it.
 *
 * @param value as the catalogue writes it most often
 * @param count the number of products, one or more
 */
public record ValueCount(String value, int count) {}
