package ai.adcio.understanding.internal;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Constraint.Bound;
import ai.adcio.catalog.Constraint.Range;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.understanding.internal.TurnReading.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What stays in a list on the page of which a turn shows or hides a part. */
final class PageFilter {
    private final TurnReading reading;

    PageFilter(TurnReading reading) {
        this.reading = reading;
    }

    /** The conditions on what stays; a bound on one side of what is hidden was turned round when it was read. */
    List<Constraint> stays() {
        List<Constraint> stay = new ArrayList<>();
        addKinds(stay);
        boolean hides = reading.has("hide");
        for (Range range : reading.bounds) {
            boolean between = range.lower() != null && range.upper() != null;
            stay.add(hides && between ? outside(range) : range);
        }
        if (reading.hasAny("outofstock", "instock")) {
            stay.add(Slots.value("in stock", Fields.AVAILABILITY, Match.EXACT, List.of("InStock")));
        }
        for (Named<Meaning.Value> value : reading.values) {
            Meaning.Value meaning = value.meaning();
            if (!meaning.field().equals(Fields.AVAILABILITY)) {
                stay.add(Slots.value(value.piece().text(), meaning.field(), meaning.match(), meaning.values()));
            }
        }
        for (Named<Meaning.Value> value : reading.negatedValues) {
            Meaning.Value meaning = value.meaning();
            stay.add(new Constraint.NoneOf(
                    value.piece().text(), meaning.field(), meaning.match(), meaning.values(), meaning.choice()));
        }
        for (Named<Meaning.Brand> brand : reading.brands) {
            stay.add(new Constraint.AnyOf(
                    brand.piece().text(),
                    Fields.BRAND,
                    Match.EXACT,
                    brand.meaning().names()));
        }
        for (Named<Meaning.Brand> brand : reading.negatedBrands) {
            stay.add(new Constraint.NoneOf(
                    brand.piece().text(),
                    Fields.BRAND,
                    Match.EXACT,
                    brand.meaning().names(),
                    false));
        }
        if (reading.has("sale")) {
            stay.add(new Constraint.Present("sale", Fields.LIST_PRICE));
        }
        return stay;
    }

    private void addKinds(List<Constraint> stay) {
        List<Named<Meaning.Kind>> kinds = reading.kinds.stream()
                .filter(kind -> !kind.piece().is("hide") && !kind.piece().is("keep"))
                .toList();
        if (!kinds.isEmpty()) {
            stay.add(Slots.kind(
                    kinds.getFirst().piece().text(),
                    kinds.stream().map(Named::meaning).toList(),
                    true));
        }
        for (Named<Meaning.Kind> kind : reading.negatedKinds) {
            List<String> categories = kind.meaning().categories();
            if (!categories.isEmpty()) {
                stay.add(new Constraint.NoneOf(kind.piece().text(), Fields.CATEGORIES, Match.EXACT, categories, false));
            }
        }
    }

    private static Constraint outside(Range range) {
        Bound lower = Objects.requireNonNull(range.lower());
        Bound upper = Objects.requireNonNull(range.upper());
        Range below = new Range(
                range.text(), range.field(), null, new Bound(lower.value(), !lower.inclusive()), range.currency());
        Range above = new Range(
                range.text(), range.field(), new Bound(upper.value(), !upper.inclusive()), null, range.currency());
        return new Constraint.Either(range.text(), List.of(below, above));
    }
}
