package ai.adcio.understanding.internal;

import ai.adcio.understanding.internal.Meaning.Unrecorded;
import java.util.List;
import java.util.Set;

/** Reads how many there shall be in one: a "pack of 6" asks for no packs, and nothing of price or rating. */
final class PackGrammar {
    private static final Set<String> PACKS = Set.of("set", "pack", "box", "case", "bundle", "bag", "packs", "sets");

    private final TurnReading reading;
    private final List<Piece> pieces;
    private final Vocabulary vocabulary;

    PackGrammar(TurnReading reading, Vocabulary vocabulary) {
        this.reading = reading;
        this.pieces = reading.pieces;
        this.vocabulary = vocabulary;
    }

    /** Searches for the number where titles have it, and sets the wish aside where none has. */
    void read() {
        for (int i = 0; i + 2 < pieces.size(); i++) {
            Quantity number = pieces.get(i + 2).quantity();
            boolean pack = PACKS.contains(pieces.get(i).text())
                    && pieces.get(i + 1).text().equals("of")
                    && number != null
                    && number.currency() == null;
            if (!pack) {
                continue;
            }
            for (int j = i; j <= i + 2; j++) {
                reading.used[j] = true;
            }
            String digits = pieces.get(i + 2).text();
            if (vocabulary.titleFrequency(digits) > 0) {
                reading.words.add(pieces.get(i).text());
                reading.words.add(digits);
            } else {
                int start = pieces.get(i).start();
                int end = pieces.get(i + 2).end();
                Piece wish = new Piece(start, end, reading.text.slice(start, end), List.of(), null, false, false);
                reading.unrecorded.add(new TurnReading.Named<>(i, wish, new Unrecorded("pack")));
            }
        }
    }
}
