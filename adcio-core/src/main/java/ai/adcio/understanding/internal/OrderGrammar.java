package ai.adcio.understanding.internal;

import ai.adcio.catalog.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads in which order products are wanted, and which extreme is asked for: the cheapest, best rated first. */
final class OrderGrammar {
    private final TurnReading reading;
    private final List<Piece> pieces;

    OrderGrammar(TurnReading reading) {
        this.reading = reading;
        this.pieces = reading.pieces;
    }

    void read() {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            SortOrder superlative = order(piece, "");
            if (superlative != null) {
                if (leads(i)) {
                    reading.sort = superlative;
                } else {
                    reading.superlative = superlative;
                }
                reading.used[i] = true;
            }
            SortOrder sort = order(piece, "sort.");
            if (sort != null) {
                reading.sort = sort;
                reading.used[i] = true;
            }
        }
    }

    /** "Lowest price on top", "cheapest to the front": an extreme that is to come first orders the others behind it. */
    private boolean leads(int i) {
        for (int j = i + 1; j < Math.min(pieces.size(), i + 4); j++) {
            if (pieces.get(j).is("lead")) {
                return true;
            }
            if (!pieces.get(j).is("fn") && !pieces.get(j).is("one")) {
                return false;
            }
        }
        return false;
    }

    private static @Nullable SortOrder order(Piece piece, String prefix) {
        if (piece.is(prefix + "cheapest")) {
            return new SortOrder("price", true);
        }
        if (piece.is(prefix + "dearest")) {
            return new SortOrder("price", false);
        }
        if (piece.is(prefix + "toprated")) {
            return new SortOrder("rating", false);
        }
        if (piece.is(prefix + "mostreviewed")) {
            return new SortOrder("ratingCount", false);
        }
        return piece.is(prefix + "worstrated") ? new SortOrder("rating", true) : null;
    }
}
