package ai.adcio.reply.internal;

import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.Constraint.Bound;
import ai.adcio.catalog.Constraint.Range;
import ai.adcio.catalog.FieldSummary;
import ai.adcio.catalog.Fields;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Writes a range from its bounds, such as {@code under $21.90}. Immutable and thread safe. */
final class BoundWording {
    private final Phrases phrases;
    private final Wording wording;
    private final CatalogCapabilities capabilities;

    BoundWording(Phrases phrases, Wording wording, CatalogCapabilities capabilities) {
        this.phrases = phrases;
        this.wording = wording;
        this.capabilities = capabilities;
    }

    String of(Range range) {
        Bound lower = range.lower();
        Bound upper = range.upper();
        if (lower == null || upper == null) {
            return lower == null ? upper(range, upper) : lower(range, lower);
        }
        String between = "condition." + kind(range) + ".between";
        if (lower.inclusive() && upper.inclusive() && phrases.has(between)) {
            return say(between, number(range, lower.value()), number(range, upper.value()), range);
        }
        return phrases.say("condition.both", lower(range, lower), upper(range, upper));
    }

    private String lower(Range range, Bound bound) {
        return side(range, bound, bound.inclusive() ? "ge" : "gt");
    }

    private String upper(Range range, @Nullable Bound bound) {
        return bound == null ? "" : side(range, bound, bound.inclusive() ? "le" : "lt");
    }

    private String side(Range range, Bound bound, String op) {
        return say("condition." + kind(range) + "." + op, number(range, bound.value()), "", range);
    }

    private String say(String phrase, String first, String second, Range range) {
        return phrases.say(phrase, first, second, phrases.fieldName(range.field()));
    }

    private static String kind(Range range) {
        return switch (range.field()) {
            case Fields.PRICE, Fields.RATING, Fields.RATING_COUNT -> range.field();
            default -> "number";
        };
    }

    private String number(Range range, BigDecimal value) {
        Currency currency = currency(range);
        if (currency != null) {
            return wording.amount(value, currency);
        }
        FieldSummary summary = capabilities.field(range.field());
        String unit = summary == null ? null : summary.unit();
        return unit == null ? wording.number(value) : phrases.say("value.unit", wording.number(value), unit);
    }

    private @Nullable Currency currency(Range range) {
        if (range.currency() != null) {
            return range.currency();
        }
        boolean money = range.field().equals(Fields.PRICE) || range.field().equals(Fields.LIST_PRICE);
        return money && !capabilities.currencies().isEmpty()
                ? capabilities.currencies().getFirst()
                : null;
    }
}
