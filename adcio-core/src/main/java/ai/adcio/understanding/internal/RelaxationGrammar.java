package ai.adcio.understanding.internal;

import java.util.List;

/** "any colour", "price does not matter", 색은 상관없어: the constraint on it goes.*/
final class RelaxationGrammar {
    private final TurnReading reading;
    private final List<Piece> pieces;

    RelaxationGrammar(TurnReading reading) {
        this.reading = reading;
        this.pieces = reading.pieces;
    }

    void read() {
        for (int i = 0; i < pieces.size(); i++) {
            for (Meaning meaning : pieces.get(i).meanings()) {
                if (meaning instanceof Meaning.Tag tag
                        && tag.name().startsWith("concept.")
                        && (reading.beside(i, "any")
                                || othersAllowed(i)
                                || pieces.get(i).text().startsWith("any ")
                                || lifted(i))) {
                    reading.relaxed.add(tag.name().substring("concept.".length()));
                }
            }
        }
    }

    /** "Other brands are fine", 다른 브랜드도 괜찮아요. */
    private boolean othersAllowed(int i) {
        return i > 0 && pieces.get(i - 1).is("other") && new Concessions(reading).covers(i);
    }

    /** "drop the brand", "remove the price limit": with nothing else named, the constraint itself is denied. */
    private boolean lifted(int i) {
        for (Piece piece : pieces) {
            if (piece.content() && !Structure.is(piece) || piece.quantity() != null) {
                return false;
            }
        }
        return reading.beside(i, "neg")
                || reading.beside(i, "negpost")
                || reading.beside(i, "hide")
                || reading.beside(i, "keep");
    }
}
