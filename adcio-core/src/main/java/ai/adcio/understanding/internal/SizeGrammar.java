package ai.adcio.understanding.internal;

import ai.adcio.catalog.Match;
import ai.adcio.understanding.internal.Meaning.Kind;
import ai.adcio.understanding.internal.Meaning.Unrecorded;
import ai.adcio.understanding.internal.Meaning.Value;
import ai.adcio.understanding.internal.TurnReading.Named;
import java.util.List;

/** A bare number beside the word for size is a size: 280 사이즈, size 32.*/
final class SizeGrammar {
    /** How many pieces may stand between a size and the word that says whose it is. */
    private static final int REACH = 4;

    private final TurnReading reading;
    private final List<Piece> pieces;
    private final Vocabulary vocabulary;

    SizeGrammar(TurnReading reading, Vocabulary vocabulary) {
        this.reading = reading;
        this.pieces = reading.pieces;
        this.vocabulary = vocabulary;
    }

    void read() {
        List<String> fields = vocabulary.fields("size");
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (fields.isEmpty() && piece.is("concept.size")) {
                setSizeAside(i);
            }
            if (fields.isEmpty()) {
                continue;
            }
            boolean number = piece.quantity() != null && piece.quantity().currency() == null;
            boolean letters = piece.unknown() && piece.text().length() <= 4;
            if (reading.used[i] || !number && !letters) {
                continue;
            }
            boolean near = reading.beside(i, "concept.size") || reading.beside(i, "own.size");
            String wanted = piece.text().strip();
            var summary = vocabulary.capabilities().field(fields.getFirst());
            boolean bare = number
                    && wanted.length() >= 2
                    && pieces.stream().anyMatch(p -> p.first(Kind.class) != null)
                    && !reading.has("count");
            if ((near || bare) && summary != null) {
                for (var value : summary.values()) {
                    if (FoldedText.fold(value.value()).equals(wanted)) {
                        reading.used[i] = true;
                        Value size = new Value("size", fields.getFirst(), Match.EXACT, List.of(value.value()), true);
                        reading.values.add(new Named<>(i, piece, size));
                        break;
                    }
                }
            }
        }
    }

    private void setSizeAside(int i) {
        for (int j = Math.max(0, i - 1); j <= Math.min(pieces.size() - 1, i + 1); j++) {
            if (pieces.get(j).quantity() != null && !reading.used[j]) {
                reading.used[j] = true;
                int start = Math.min(pieces.get(i).start(), pieces.get(j).start());
                int end = Math.max(pieces.get(i).end(), pieces.get(j).end());
                Piece both = new Piece(start, end, reading.text.slice(start, end), List.of(), null, false, false);
                reading.unrecorded.add(new Named<>(i, both, new Unrecorded("size")));
            }
        }
    }

    /**
     * Finds which of the sizes read is the shopper's own: "I wear a 270", 평소 L 입는데. To be called when all values are
     * read.
     */
    void readOwn() {
        for (Named<Value> value : reading.values) {
            if (value.meaning().concept().equals("size") && own(value.index())) {
                reading.ownSizes.add(value);
            }
        }
    }

    private boolean own(int size) {
        for (int i = Math.max(0, size - REACH); i < Math.min(pieces.size(), size + REACH); i++) {
            if (pieces.get(i).is("own.size")) {
                return true;
            }
        }
        return false;
    }
}
