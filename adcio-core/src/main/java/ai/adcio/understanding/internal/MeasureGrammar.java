package ai.adcio.understanding.internal;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Constraint.Bound;
import ai.adcio.catalog.Constraint.Range;
import ai.adcio.catalog.LeadingNumber;
import ai.adcio.catalog.Match;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads quantities with a unit that the catalogue records numbers in: {@code at least 16 GB}, {@code 10000mAh 이상}. A
 * unit is never money. Which field is meant is told by the unit, and by a word for the field where several have it;
 * a unit that no field has is a wish that is set aside.
 */
final class MeasureGrammar {
    private final TurnReading reading;
    private final Vocabulary vocabulary;
    private final List<Piece> pieces;

    MeasureGrammar(TurnReading reading, Vocabulary vocabulary) {
        this.reading = reading;
        this.vocabulary = vocabulary;
        this.pieces = reading.pieces;
    }

    void read() {
        for (int i = 0; i + 1 < pieces.size(); i++) {
            Quantity quantity = pieces.get(i).quantity();
            Meaning.Unit unit = unitAfter(i);
            if (quantity != null && quantity.currency() == null && unit != null && !reading.used[i]) {
                readMeasure(i, quantity, unit);
            }
        }
    }

    private Meaning.@Nullable Unit unitAfter(int i) {
        Piece next = pieces.get(i + 1);
        return next.first(Meaning.Unit.class);
    }

    private void readMeasure(int i, Quantity quantity, Meaning.Unit unit) {
        Comparison comparison = comparison(i);
        int first = i;
        int last = i + 1;
        int left = comparisonBefore(i);
        int right = comparisonAfter(i + 1);
        if (left >= 0) {
            first = left;
        }
        if (right >= 0) {
            last = right;
        }
        for (int j = first; j <= last; j++) {
            reading.used[j] = true;
        }
        String text = reading.text
                .slice(pieces.get(first).start(), pieces.get(last).end())
                .strip();
        List<Constraint> conditions = conditions(text, unit, quantity, comparison);
        if (conditions.isEmpty() && comparison == null && titlesHave(i)) {
            reading.words.add(pieces.get(i).text());
            reading.words.add(pieces.get(i + 1).text());
            return;
        }
        if (conditions.isEmpty()) {
            Piece wish =
                    new Piece(pieces.get(first).start(), pieces.get(last).end(), text, List.of(), null, false, false);
            reading.unrecorded.add(new TurnReading.Named<>(i, wish, new Meaning.Unrecorded("measure")));
            return;
        }
        reading.measures.add(conditions.size() == 1 ? conditions.getFirst() : new Constraint.Either(text, conditions));
    }

    /** Whether titles tell the measure that no field does: a monitor of 27 inch. */
    private boolean titlesHave(int i) {
        return vocabulary
                        .titles()
                        .countAll(
                                List.of(pieces.get(i).text(), pieces.get(i + 1).text()))
                > 0;
    }

    private List<Constraint> conditions(
            String text, Meaning.Unit unit, Quantity quantity, @Nullable Comparison comparison) {
        Set<String> every = new LinkedHashSet<>(unit.fields());
        every.addAll(unit.values().keySet());
        List<Constraint> conditions = new ArrayList<>();
        for (String field : meant(every)) {
            Range range = range(text, field, quantity, comparison);
            List<String> values = unit.values().get(field);
            if (values == null) {
                conditions.add(range);
                continue;
            }
            List<String> fitting = values.stream().filter(v -> fits(v, range)).toList();
            if (!fitting.isEmpty()) {
                conditions.add(new Constraint.AnyOf(text, field, Match.EXACT, fitting));
            }
        }
        return conditions;
    }

    private static boolean fits(String value, Range range) {
        BigDecimal number = LeadingNumber.of(value);
        if (number == null) {
            return false;
        }
        Bound lower = range.lower();
        Bound upper = range.upper();
        int above = lower == null ? 1 : number.compareTo(lower.value());
        int below = upper == null ? -1 : number.compareTo(upper.value());
        return (lower == null || above > 0 || above == 0 && lower.inclusive())
                && (upper == null || below < 0 || below == 0 && upper.inclusive());
    }

    /** Of several fields with the unit those that the turn names; all when it names none. */
    private List<String> meant(Set<String> fields) {
        Set<String> named = new HashSet<>();
        for (Piece piece : pieces) {
            Meaning.FieldName name = piece.first(Meaning.FieldName.class);
            if (name != null) {
                named.addAll(name.fields());
            }
        }
        List<String> meant = fields.stream().filter(named::contains).toList();
        return meant.isEmpty() ? List.copyOf(fields) : meant;
    }

    private static Range range(String text, String field, Quantity quantity, @Nullable Comparison comparison) {
        BigDecimal value = quantity.value();
        BigDecimal upper = quantity.upper();
        if (upper != null) {
            return new Range(text, field, new Bound(value, true), new Bound(upper, true), null);
        }
        if (comparison == null || comparison == Comparison.ABOUT) {
            return new Range(text, field, new Bound(value, true), new Bound(value, true), null);
        }
        return comparison.range(text, field, value, null);
    }

    private @Nullable Comparison comparison(int i) {
        int right = comparisonAfter(i + 1);
        if (right >= 0) {
            return Comparison.behind(pieces.get(right));
        }
        int left = comparisonBefore(i);
        return left >= 0 ? Comparison.before(pieces.get(left)) : null;
    }

    private int comparisonBefore(int i) {
        for (int j = i - 1; j >= Math.max(0, i - 2); j--) {
            Piece piece = pieces.get(j);
            if (Comparison.before(piece) != null) {
                return j;
            }
            if (!piece.is("fn") && !piece.is("polite")) {
                return -1;
            }
        }
        return -1;
    }

    private int comparisonAfter(int unit) {
        for (int j = unit + 1; j < Math.min(pieces.size(), unit + 3); j++) {
            Piece piece = pieces.get(j);
            if (Comparison.behind(piece) != null) {
                return j;
            }
            if (!piece.is("end")) {
                return -1;
            }
        }
        return -1;
    }
}
