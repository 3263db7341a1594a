package ai.adcio.catalog;

import ai.adcio.AdcioException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A typed condition on a product's record, with the shopper's own words for it. Immutable and thread safe. Every
 * constraint is hard: a card that breaks one is a bug. Fields are named by {@link Fields}. A product whose field is
 * empty does not meet a constraint on it, and is not excluded by a {@link NoneOf}.
 */
public sealed interface Constraint {
    /** The shopper's words, or a short rendering of the condition when it has none. */
    String text();

    /** Whether the product meets the condition. */
    boolean test(Product product);

    /**
     * Some value of the field is one of these.
     *
     * @param values at least one
     */
    record AnyOf(String text, String field, Match match, List<String> values) implements Constraint {
        /** Rejects an empty list of values. */
        public AnyOf {
            values = required(field, values);
        }

        @Override
        public boolean test(Product product) {
            return Fields.texts(product, field).stream().anyMatch(v -> Fields.matches(v, match, values));
        }
    }

    /**
     * No value of the field is one of these.
     *
     * @param values at least one
     * @param choice whether the field lists options of which the buyer takes one, as colours and sizes do; a product
     *     then passes as long as one other option is left
     */
    record NoneOf(String text, String field, Match match, List<String> values, boolean choice) implements Constraint {
        /** Rejects an empty list of values. */
        public NoneOf {
            values = required(field, values);
        }

        @Override
        public boolean test(Product product) {
            List<String> given = Fields.texts(product, field);
            if (given.isEmpty()) {
                return true;
            }
            return choice
                    ? given.stream().anyMatch(v -> !Fields.matches(v, match, values))
                    : given.stream().noneMatch(v -> Fields.matches(v, match, values));
        }
    }

    /**
     * The field's number lies between two bounds, of which one may be missing.
     *
     * @param lower the least value, or null
     * @param upper the greatest value, or null
     * @param currency the currency of both bounds; null for a field that is not money, or for whatever currency the
     *     catalogue has
     */
    record Range(
            String text,
            String field,
            @Nullable Bound lower,
            @Nullable Bound upper,
            @Nullable Currency currency) implements Constraint {
        /** Rejects a range without bounds. */
        public Range {
            if (lower == null && upper == null) {
                throw new AdcioException("a range on " + field + " needs a lower or an upper bound");
            }
        }

        @Override
        public boolean test(Product product) {
            return Fields.numbers(product, field, currency).stream()
                    .anyMatch(n -> (lower == null || lower.allowsAbove(n)) && (upper == null || upper.allowsBelow(n)));
        }
    }

    /** The field has a value at all: {@code listPrice} present means that the product is on sale. */
    record Present(String text, String field) implements Constraint {
        @Override
        public boolean test(Product product) {
            return !Fields.texts(product, field).isEmpty();
        }
    }

    /**
     * At least one of several conditions holds.
     *
     * @param alternatives at least one
     */
    record Either(String text, List<Constraint> alternatives) implements Constraint {
        /** Rejects an empty list. */
        public Either {
            if (alternatives.isEmpty()) {
                throw new AdcioException("alternatives of \"" + text + "\" are empty; give at least one");
            }
            alternatives = List.copyOf(alternatives);
        }

        @Override
        public boolean test(Product product) {
            return alternatives.stream().anyMatch(c -> c.test(product));
        }
    }

    /**
     * One end of a {@link Range}.
     *
     * @param value the bound itself
     * @param inclusive whether the bound itself is allowed
     */
    record Bound(BigDecimal value, boolean inclusive) {
        boolean allowsAbove(BigDecimal n) {
            int c = n.compareTo(value);
            return c > 0 || (inclusive && c == 0);
        }

        boolean allowsBelow(BigDecimal n) {
            int c = n.compareTo(value);
            return c < 0 || (inclusive && c == 0);
        }
    }

    private static List<String> required(String field, List<String> values) {
        if (values.isEmpty()) {
            throw new AdcioException("values of a constraint on " + field + " are empty; give at least one");
        }
        return List.copyOf(values);
    }
}
