package ai.adcio.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue records under one field.
 *
 * @param name as {@link Fields} names it
 * @param kind what the values are
 * @param coverage the share of products that have a value, above 0 and at most 1
 * @param distinct how many different values there are, folded
 * @param values the values by falling count, then by name; cut off at a limit, and empty for {@link FieldKind#TEXT}
 * @param range the range of the numbers, or null when the field holds none
 * @param unit the unit that most numbers carry, such as {@code ml}; null when they carry none
 */
public record FieldSummary(
        String name,
        FieldKind kind,
        double coverage,
        int distinct,
        List<ValueCount> values,
        @Nullable NumberRange range,
        @Nullable String unit) {
    /** Copies the values. */
    public FieldSummary {
        values = List.copyOf(values);
    }
}
