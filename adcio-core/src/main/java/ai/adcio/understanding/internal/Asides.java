package ai.adcio.understanding.internal;

import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.understanding.internal.TurnReading.Named;
import java.util.List;
import java.util.Set;

/**
 * Tells the kinds that a refinement names only in passing: in "black goes better with the walls", said of a bed frame, no
 * walls are sought. What such a turn names behind a preposition tells of a place or a purpose.
 */
final class Asides {
    private static final Set<String> PREPOSITIONS = Set.of(
            "with", "for", "in", "on", "against", "to", "at", "near", "under", "over", "by", "of", "into", "inside",
            "between", "beside", "behind", "around");

    private static final int REACH = 4;

    private final TurnReading reading;
    private final ShoppingNeed need;

    Asides(TurnReading reading, ShoppingNeed need) {
        this.reading = reading;
        this.need = need;
    }

    /** Takes them out of the kinds that are sought; they still say something to a search. */
    void apply() {
        if (!reading.brands.isEmpty()
                && reading.has("thing")
                && reading.kinds.stream().allMatch(this::purpose)) {
            reading.kinds.forEach(kind -> reading.words.add(kind.piece().text()));
            reading.kinds.clear();
            return;
        }
        boolean refines = need.topic() != null
                && !reading.hasAny("newtopic", "instead", "reset", "back", "carry", "thing", "count", "similar")
                && (!reading.has("show") || reading.has("one"))
                && (!reading.values.isEmpty() || !reading.bounds.isEmpty() || !reading.brands.isEmpty());
        if (!refines || reading.kinds.isEmpty() || !reading.kinds.stream().allMatch(this::governed)) {
            return;
        }
        for (Named<Meaning.Kind> kind : List.copyOf(reading.kinds)) {
            reading.kinds.remove(kind);
            reading.asides.add(kind.piece().text());
        }
    }

    /** "Something for work from Dockers": a brand's thing for a purpose. */
    private boolean purpose(Named<Meaning.Kind> kind) {
        int i = kind.index();
        return i > 1
                && reading.pieces.get(i - 1).is("for")
                && reading.pieces.get(i - 2).is("thing");
    }

    /**
     * "Red watering cans": a turn that says nothing but what is sought names nothing in passing. A single word of titles
     * may be any word: "black fits".
     */
    private boolean bareName(Named<Meaning.Kind> kind) {
        if (kind.meaning().phrases().stream().noneMatch(p -> p.indexOf(' ') > 0)) {
            return false;
        }
        for (int i = 0; i < reading.pieces.size(); i++) {
            Piece piece = reading.pieces.get(i);
            if (!reading.used[i] && !piece.mark() && !piece.is("polite") && !piece.is("end")) {
                return false;
            }
        }
        return true;
    }

    private boolean governed(Named<Meaning.Kind> kind) {
        if (kind.piece().hangul()) {
            return false;
        }
        boolean onlyTitles = kind.meaning().categories().isEmpty();
        boolean ofPrice = kind.index() + 1 < reading.pieces.size()
                && reading.pieces.get(kind.index() + 1).is("concept.price");
        if (onlyTitles && !bareName(kind) || ofPrice) {
            return true;
        }
        for (int j = kind.index() - 1; j >= Math.max(0, kind.index() - REACH); j--) {
            Piece piece = reading.pieces.get(j);
            if (PREPOSITIONS.contains(piece.text()) || piece.is("for") || piece.is("with")) {
                return true;
            }
            if (piece.mark() || reading.used[j] || !piece.is("fn") && !piece.unknown()) {
                return false;
            }
        }
        return false;
    }
}
