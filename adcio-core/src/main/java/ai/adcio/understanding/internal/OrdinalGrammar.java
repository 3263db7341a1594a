package ai.adcio.understanding.internal;

import java.util.List;

/** Reads which of several products are meant by their place: the second one, #3, the first two, 마지막 거. */
final class OrdinalGrammar {
    /** The greatest ordinal that the word lists name; greater ones are said in figures. */
    private static final int MOST_NAMED = 10;

    private final TurnReading reading;
    private final List<Piece> pieces;

    OrdinalGrammar(TurnReading reading) {
        this.reading = reading;
        this.pieces = reading.pieces;
    }

    void read() {
        boolean comparing = reading.has("compare");
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            int ordinal = 0;
            for (int n = 1; n <= MOST_NAMED; n++) {
                ordinal = piece.is("ord." + n) ? n : ordinal;
            }
            if (piece.is("ord.last")) {
                ordinal = -1;
            }
            if (piece.is("ord.firstn") && i + 1 < pieces.size()) {
                int n = countAt(i + 1);
                if (n > 1) {
                    reading.firstN = n;
                    reading.used[i] = true;
                    reading.used[i + 1] = true;
                    i++;
                    continue;
                }
            }
            Quantity quantity = piece.quantity();
            if (quantity != null
                    && quantity.currency() == null
                    && quantity.value().scale() <= 0
                    && !reading.used[i]) {
                boolean before = i > 0 && pieces.get(i - 1).is("ord.prefix");
                boolean after = i + 1 < pieces.size()
                        && pieces.get(i + 1).is("ord.suffix")
                        && pieces.get(i + 1).attached();
                if (comparing
                        && quantity.value().intValue() > 0
                        && quantity.value().intValue() <= 20
                        && reading.bounds.isEmpty()) {
                    ordinal = quantity.value().intValue();
                }
                boolean loose = i + 1 < pieces.size()
                        && pieces.get(i + 1).is("ord.suffix")
                        && pieces.get(i + 1).hangul();
                if ((before || after || loose)
                        && quantity.value().intValue() > 0
                        && quantity.value().intValue() <= 100) {
                    ordinal = quantity.value().intValue();
                    reading.used[i + (after || loose ? 1 : -1)] = true;
                }
            }
            if (ordinal != 0) {
                reading.ordinals.add(ordinal);
                reading.used[i] = true;
            }
        }
        boolean bare = reading.ordinals.isEmpty() && reading.firstN == 0;
        if (bare && reading.has("ref.these") && (reading.hasAny("num.2") || saysTwo())) {
            reading.firstN = 2;
        }
    }

    /** Whether the word for "these" itself says that they are two. */
    private boolean saysTwo() {
        return pieces.stream()
                .filter(p -> p.is("ref.these"))
                .anyMatch(p -> p.text().contains("둘")
                        || p.text().contains("두 ")
                        || p.text().contains("two")
                        || p.text().contains("both")
                        || p.text().contains("pair"));
    }

    private int countAt(int i) {
        Quantity quantity = pieces.get(i).quantity();
        if (quantity != null && quantity.currency() == null) {
            return Math.min(10, quantity.value().intValue());
        }
        for (int n = 2; n <= 4; n++) {
            if (pieces.get(i).is("num." + n)) {
                return n;
            }
        }
        return 0;
    }
}
