package ai.adcio.understanding.internal;

import ai.adcio.understanding.internal.Meaning.Kind;
import ai.adcio.understanding.internal.Meaning.Unrecorded;
import ai.adcio.understanding.internal.TurnReading.Named;
import java.util.List;

/** Reads wishes that no catalogue of this shape records: a service beside a product, an ability that no title has. */
final class WishGrammar {
    private final TurnReading reading;
    private final List<Piece> pieces;
    private final Vocabulary vocabulary;

    WishGrammar(TurnReading reading, Vocabulary vocabulary) {
        this.reading = reading;
        this.pieces = reading.pieces;
        this.vocabulary = vocabulary;
    }

    void read() {
        readServiceWishes();
        readUnknownFeatures();
    }

    /** Delivery, returns and the like beside a product are a wish about it: "board games that ship for free". */
    private void readServiceWishes() {
        if (reading.kinds.isEmpty() || reading.hasAny("order", "howmuch")) {
            return;
        }
        for (int i = 0; i < pieces.size(); i++) {
            if (reading.used[i] || !pieces.get(i).startsWith("store.")) {
                continue;
            }
            int first = i;
            while (first > 0 && describes(first - 1)) {
                first--;
            }
            for (int j = first; j <= i; j++) {
                reading.used[j] = true;
            }
            int start = pieces.get(first).start();
            int end = pieces.get(i).end();
            Piece wish = new Piece(start, end, reading.text.slice(start, end), List.of(), null, false, false);
            reading.unrecorded.add(new Named<>(i, wish, new Unrecorded("delivery")));
        }
    }

    /** Whether a piece only says more of the service behind it: same-day shipping. */
    private boolean describes(int i) {
        Piece piece = pieces.get(i);
        return !reading.used[i]
                && (piece.unknown()
                        || piece.text().equals("-")
                        || piece.quantity() != null
                        || piece.is("unit.time")
                        || piece.is("free"));
    }

    /** What a product shall be able to do or have, in words that no title has: 각인 서비스 되는 목걸이, "with laser etching". */
    private void readUnknownFeatures() {
        for (Named<Kind> kind : List.copyOf(reading.kinds)) {
            int end = kind.index() - 1;
            if (end >= 0 && pieces.get(end).hangul() && able(end)) {
                setAside(end, -1);
            }
            int with = kind.index() + 1;
            if (with < pieces.size()
                    && pieces.get(with).is("with")
                    && !pieces.get(with).hangul()) {
                int last = with;
                while (last + 1 < pieces.size() && (unheardOf(last + 1) || absent(last + 1))) {
                    last++;
                }
                boolean whole =
                        last + 1 == pieces.size() || pieces.get(last + 1).mark();
                if (last > with && whole) {
                    setAside(with + 1, last);
                }
            }
        }
    }

    private boolean able(int i) {
        return pieces.get(i).is("able")
                || i > 0 && pieces.get(i).is("end") && pieces.get(i - 1).is("able");
    }

    private boolean unheardOf(int i) {
        Piece piece = pieces.get(i);
        return piece.unknown() && !reading.used[i] && vocabulary.titleFrequency(piece.text()) == 0;
    }

    /** What this catalogue has no field for, or is elsewhere no shop's business: 드라이클리닝 해주는, 방탄 되는. */
    private boolean unanswered(int i) {
        Piece piece = pieces.get(i);
        Meaning.FieldName field = piece.first(Meaning.FieldName.class);
        return !reading.used[i]
                && (field != null && field.fields().isEmpty() || piece.is("offtopic"))
                && vocabulary.titleFrequency(piece.text()) == 0;
    }

    /** A thing that is not sold here may still say what one that is shall be able to do: 식기세척기에 돌려도 되는. */
    private boolean absent(int i) {
        return pieces.get(i).first(Meaning.AbsentKind.class) != null;
    }

    /** Sets aside the words from one piece to another; with no end given, those that lead up to the first one. */
    private void setAside(int from, int to) {
        int first = from;
        int last = to < 0 ? from : to;
        boolean unheard = to >= 0;
        if (to < 0) {
            while (first > 0
                    && !pieces.get(first - 1).mark()
                    && (absent(first - 1)
                            || unanswered(first - 1)
                            || !reading.used[first - 1]
                                    && (pieces.get(first - 1).unknown()
                                            || pieces.get(first - 1).is("end")))) {
                first--;
                unheard |= unheardOf(first) || absent(first) || unanswered(first);
            }
        }
        if (!unheard) {
            return;
        }
        for (int j = first; j <= last; j++) {
            reading.used[j] = true;
            reading.absentKinds.remove(pieces.get(j));
        }
        int start = pieces.get(first).start();
        int end = pieces.get(last).end();
        Piece wish = new Piece(start, end, reading.text.slice(start, end), List.of(), null, false, false);
        reading.unrecorded.add(new Named<>(first, wish, new Unrecorded("feature")));
    }
}
