package ai.adcio.understanding.internal;

import ai.adcio.understanding.Interpretation.Correction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a reading that nothing knows and that are one slip away from one that something does. */
final class TypingErrors {
    private final TurnReading reading;
    private final Vocabulary vocabulary;
    private final List<Correction> corrections = new ArrayList<>();
    private FoldedText mended;

    private TypingErrors(TurnReading reading, Vocabulary vocabulary) {
        this.reading = reading;
        this.vocabulary = vocabulary;
        this.mended = reading.text;
    }

    static TypingErrors of(TurnReading reading, Vocabulary vocabulary) {
        TypingErrors errors = new TypingErrors(reading, vocabulary);
        // From the end, so that places before a mended word stay what they are.
        for (int i = reading.pieces.size() - 1; i >= 0; i--) {
            Piece piece = reading.pieces.get(i);
            if (!reading.used[i] && piece.unknown() && vocabulary.titleFrequency(piece.text()) == 0) {
                i = errors.mend(i, piece);
            }
        }
        return errors;
    }

    boolean any() {
        return !corrections.isEmpty();
    }

    /** What was mended, in the order of the text. */
    List<Correction> corrections() {
        return corrections;
    }

    /** The text with its errors mended. */
    FoldedText mended() {
        return mended;
    }

    /** Mends a word, if it can; gives the position of the first piece that it was put together from. */
    private int mend(int i, Piece piece) {
        String word = known(i, piece);
        if (word != null) {
            replace(piece.start(), piece.end(), word);
            return i;
        }
        if (!piece.hangul()) {
            return i;
        }
        // What looks like a particle may be the word's own last syllable, mistyped: 보스웰리야.
        Piece next = i + 1 < reading.pieces.size() ? reading.pieces.get(i + 1) : null;
        if (next != null && next.attached() && next.hangul() && mendWhole(piece.start(), piece.end() + 1)) {
            return i;
        }
        // Nor is what looks like a word before it one: 투멘 is the end of a mistyped 맨투맨.
        Piece before = i == 0 ? null : reading.pieces.get(i - 1);
        boolean joined =
                before != null && piece.attached() && !reading.used[i - 1] && mendWhole(before.start(), piece.end());
        return joined ? i - 1 : i;
    }

    private @Nullable String known(int i, Piece piece) {
        // Behind a number stands what it counts.
        boolean counted = i > 0 && reading.pieces.get(i - 1).quantity() != null;
        String counter = counted ? vocabulary.correctLanguage(piece.text()) : null;
        return counter != null ? counter : vocabulary.correct(piece.text(), !reading.namesProducts());
    }

    private boolean mendWhole(int start, int end) {
        String word = vocabulary.correct(mended.slice(start, end), !reading.namesProducts());
        if (word == null) {
            return false;
        }
        replace(start, end, word);
        return true;
    }

    private void replace(int start, int end, String word) {
        corrections.addFirst(new Correction(mended.slice(start, end), word));
        mended = mended.withReplaced(start, end, word);
    }
}
