package ai.adcio.understanding.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the turn that is read as one: a known phrase, a number, an unknown word or a mark.
 *
 * @param start the first folded character
 * @param end one past the last
 * @param meanings what it can mean; empty for a number, an unknown word and a mark
 * @param quantity the number, or null
 * @param mark whether it is punctuation
 * @param attached whether no blank stands before it
 */
record Piece(
        int start,
        int end,
        String text,
        List<Meaning> meanings,
        @Nullable Quantity quantity,
        boolean mark,
        boolean attached) {
    boolean unknown() {
        return meanings.isEmpty() && quantity == null && !mark;
    }

    boolean is(String tag) {
        for (Meaning meaning : meanings) {
            if (meaning instanceof Meaning.Tag t && t.name().equals(tag)) {
                return true;
            }
        }
        return false;
    }

    boolean startsWith(String prefix) {
        for (Meaning meaning : meanings) {
            if (meaning instanceof Meaning.Tag t && t.name().startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** Whether its text has a word among others. */
    boolean holds(String word) {
        return (' ' + text + ' ').contains(' ' + word + ' ');
    }

    boolean hasTag() {
        return first(Meaning.Tag.class) != null;
    }

    <T extends Meaning> @Nullable T first(Class<T> type) {
        for (Meaning meaning : meanings) {
            if (type.isInstance(meaning)) {
                return type.cast(meaning);
            }
        }
        return null;
    }

    /** Whether it names something of the catalogue. */
    boolean content() {
        for (Meaning meaning : meanings) {
            if (meaning instanceof Meaning.Kind
                    || meaning instanceof Meaning.Brand
                    || meaning instanceof Meaning.Value
                    || meaning instanceof Meaning.AbsentKind
                    || meaning instanceof Meaning.AbsentBrand
                    || meaning instanceof Meaning.TitleWord) {
                return true;
            }
        }
        return false;
    }

    boolean hangul() {
        return !text.isEmpty() && FoldedText.isHangul(text.charAt(0));
    }
}
