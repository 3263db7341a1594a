package ai.adcio.catalog;

/**
 * An order over one field, products without a value last.
 *
 * @param field a numeric field as {@link Fields} names it, such as {@code price} or {@code rating}
 * @param ascending whether the smallest comes first
 */
public record SortOrder(String field, boolean ascending) {}
