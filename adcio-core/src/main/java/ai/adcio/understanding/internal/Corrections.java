package ai.adcio.understanding.internal;

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

    private static <M extends Meaning> boolean takeBack(List<Named<M>> names, int at, Function<Named<M>, String> sort) {
        List<String> later =
                names.stream().filter(n -> n.index() > at).map(sort).toList();
        names.removeIf(n -> n.index() < at && later.contains(sort.apply(n)));
        return !later.isEmpty();
    }
}
