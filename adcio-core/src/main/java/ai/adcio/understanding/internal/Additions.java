package ai.adcio.understanding.internal;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Constraint.AnyOf;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** When a turn wants more beside what was wanted before, in place of something else: "or brown", 흰색도 추가. */
final class Additions {
    private final TurnReading reading;
    private final NeedDraft draft;
    private final Concessions concessions;

    Additions(TurnReading reading, NeedDraft draft, Concessions concessions) {
        this.reading = reading;
        this.draft = draft;
        this.concessions = concessions;
    }

    /** Puts a condition in the place of the one on its slot, or beside it if the turn says so. */
    void put(Constraint said) {
        if (said instanceof AnyOf wanted && ofValues()) {
            for (Constraint before : draft.constraints()) {
                if (before instanceof AnyOf had
                        && had.field().equals(wanted.field())
                        && had.match() == wanted.match()
                        && !draft.isNew(had)) {
                    Set<String> all = new LinkedHashSet<>(had.values());
                    all.addAll(wanted.values());
                    draft.replace(new AnyOf(both(had, wanted.text()), had.field(), had.match(), List.copyOf(all)));
                    return;
                }
            }
        }
        draft.replace(said);
    }

    /** Whether the turn only names more of what was named before. */
    private boolean ofValues() {
        boolean other = reading.hasAny("only", "instead", "newtopic", "count", "average", "correction", "better");
        if (other || !reading.kinds.isEmpty() || reading.superlative != null || reading.values.size() > 1) {
            return false;
        }
        return reading.pieces.getFirst().is("more.too") || saysTooInTheEnd() || concessions.any();
    }

    /** "And sandals too" wants them beside what was sought before. */
    boolean ofKinds() {
        Piece first = reading.pieces.getFirst();
        return (first.is("and") || first.is("more.too"))
                && saysTooInTheEnd()
                && !reading.hasAny("show", "carry", "count", "newtopic", "instead");
    }

    private boolean saysTooInTheEnd() {
        return reading.pieces.stream().skip(1).anyMatch(p -> p.is("more.too") && !p.is("or"));
    }

    /** Seeks a kind beside the one sought before. */
    void seekBoth(Constraint current, Constraint next, String text) {
        List<Constraint> alternatives = new ArrayList<>();
        for (Constraint kind : List.of(current, next)) {
            alternatives.addAll(kind instanceof Constraint.Either either ? either.alternatives() : List.of(kind));
        }
        String both = both(current, text);
        draft.setKind(both, new Constraint.Either(both, alternatives));
    }

    private static String both(Constraint before, String text) {
        return before.text() + " / " + text;
    }
}
