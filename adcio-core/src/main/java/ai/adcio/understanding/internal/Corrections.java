package ai.adcio.understanding.internal;

import ai.adcio.catalog.Constraint.Range;
import ai.adcio.understanding.internal.TurnReading.Named;
import java.util.List;
import java.util.function.Function;

/**
 * Shoppers who correct themselves in one breath: of "Colgate? no, make that Crest" and "red, I mean blue" the later name
 * counts, and whatever the earlier one is not of the same sort as stays.
 */
final class Corrections {
    private final TurnReading reading;
    private final List<Piece> pieces;

    Corrections(TurnReading reading) {
        this.reading = reading;
        this.pieces = reading.pieces;
    }

    void apply() {
        int at = -1;
        for (int i = 1; i + 1 < pieces.size(); i++) {
            at = pieces.get(i).is("correction") || interjected(i) ? i : at;
        }
        if (at < 0) {
            return;
        }
        boolean kinds = takeBack(reading.kinds, at, k -> "");
        takeBack(reading.brands, at, b -> "");
        takeBack(reading.values, at, v -> v.meaning().field());
        takeBackBounds(at);
        if (kinds) {
            for (int i = 0; i < at; i++) {
                reading.words.remove(pieces.get(i).text());
            }
        }
    }

    /** A bare "no" between marks, which goes on with something else. */
    private boolean interjected(int i) {
        return pieces.get(i).text().equals("no")
                && pieces.get(i - 1).mark()
                && pieces.get(i + 1).mark()
                && i + 2 < pieces.size();
    }

    /** "Under $30, I mean under $40": of bounds on the same side of a field the later counts. */
    private void takeBackBounds(int at) {
        for (int i = reading.bounds.size() - 1; i >= 0; i--) {
            Range before = reading.bounds.get(i);
            boolean corrected = false;
            for (int j = i + 1; j < reading.bounds.size(); j++) {
                corrected |= reading.boundsAt.get(j) > at && sameSide(before, reading.bounds.get(j));
            }
            if (corrected && reading.boundsAt.get(i) < at) {
                reading.bounds.remove(i);
                reading.boundsAt.remove(/* index */ i);
            }
        }
    }

    private static boolean sameSide(Range one, Range other) {
        boolean lower = one.lower() != null && other.lower() != null;
        boolean upper = one.upper() != null && other.upper() != null;
        return one.field().equals(other.field()) && (lower || upper);
    }

    private static <M extends Meaning> boolean takeBack(List<Named<M>> names, int at, Function<Named<M>, String> sort) {
        List<String> later =
                names.stream().filter(n -> n.index() > at).map(sort).toList();
        names.removeIf(n -> n.index() < at && later.contains(sort.apply(n)));
        return !later.isEmpty();
    }
}
