package ai.adcio.understanding.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text with letter case, accents and width folded away, each folded character knowing where in the original it came
 * from. White space of any kind becomes one blank; Hangul syllables and lone jamo stay as they are.
 */
final class FoldedText {
    private final char[] chars;
    private final int[] starts;
    private final int[] ends;
    private final int length;

    private FoldedText(char[] chars, int[] starts, int[] ends, int length) {
        this.chars = chars;
        this.starts = starts;
        this.ends = ends;
        this.length = length;
    }

    static FoldedText of(String raw) {
        Builder builder = new Builder(raw.length());
        for (int i = 0; i < raw.length(); ) {
            int end = clusterEnd(raw, i);
            builder.add(raw, i, end);
            i = end;
        }
        return builder.build();
    }

    /** The folded form alone, stripped. */
    static String fold(String raw) {
        FoldedText text = of(raw);
        return text.slice(0, text.length()).strip();
    }

    /** The same text with another word in place of one; the new word comes from where the old one did. */
    FoldedText withReplaced(int from, int to, String word) {
        int longer = word.length() - (to - from);
        int newLength = length + longer;
        char[] newChars = new char[newLength];
        int[] newStarts = new int[newLength];
        int[] newEnds = new int[newLength];
        for (int i = 0; i < newLength; i++) {
            boolean inside = i >= from && i < from + word.length();
            int old = i < from ? i : i - longer;
            newChars[i] = inside ? word.charAt(i - from) : chars[old];
            newStarts[i] = inside ? starts[from] : starts[old];
            newEnds[i] = inside ? ends[to - 1] : ends[old];
        }
        return new FoldedText(newChars, newStarts, newEnds, newLength);
    }

    int length() {
        return length;
    }

    char at(int index) {
        return chars[index];
    }

    /** Where the character at a folded position begins in the original; the original's end past the last one. */
    int originalStart(int index) {
        return index < length ? starts[index] : length == 0 ? 0 : ends[length - 1];
    }

    /** Where the character before a folded position ends in the original. */
    int originalEnd(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    String slice(int from, int to) {
        return new String(chars, from, to - from);
    }

    static boolean isHangul(char c) {
        return c >= 0xAC00 && c <= 0xD7A3 || c >= 0x3131 && c <= 0x318E || c >= 0x1100 && c <= 0x11FF;
    }

    /** Whether a character belongs to a word that is written with spaces around it. */
    static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    /** Whether a character belongs to a spaced word that is not Hangul. */
    static boolean isLatin(char c) {
        return isWord(c) && !isHangul(c);
    }

    private static int clusterEnd(String raw, int start) {
        int end = start + Character.charCount(raw.codePointAt(start));
        while (end < raw.length()) {
            int next = raw.codePointAt(end);
            boolean mark = Character.getType(next) == Character.NON_SPACING_MARK;
            // Vowels and finals of decomposed Hangul belong to the consonant before them.
            boolean jamo = next >= 0x1160 && next <= 0x11FF;
            if (!mark && !jamo) {
                break;
            }
            end += Character.charCount(next);
        }
        return end;
    }

    private static final class Builder {
        private char[] chars;
        private int[] starts;
        private int[] ends;
        private int length;

        Builder(int capacity) {
            chars = new char[capacity + 8];
            starts = new int[capacity + 8];
            ends = new int[capacity + 8];
        }

        void add(String raw, int from, int to) {
            char first = raw.charAt(from);
            if (to - from == 1
                    && (first < 0x80 || first >= 0xAC00 && first <= 0xD7A3 || first >= 0x3131 && first <= 0x318E)) {
                append(first <= ' ' ? ' ' : Character.toLowerCase(first), from, to);
                return;
            }
            int codePoint = raw.codePointAt(from);
            if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
                append(' ', from, to);
                return;
            }
            if (Character.getType(codePoint) == Character.FORMAT || Character.isISOControl(codePoint)) {
                return;
            }
            String cluster = raw.substring(from, to);
            String decomposed = Normalizer.normalize(cluster, Normalizer.Form.NFKD);
            StringBuilder kept = new StringBuilder(decomposed.length());
            decomposed
                    .codePoints()
                    .filter(c -> !(Character.getType(c) == Character.NON_SPACING_MARK && c >= 0x300 && c <= 0x36F))
                    .forEach(kept::appendCodePoint);
            String folded = Normalizer.normalize(kept, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
            // One cluster of compatibility forms can unfold to 18 characters; none needs more to be read.
            for (int i = 0; i < folded.length() && i < 18; i++) {
                char c = folded.charAt(i);
                append(Character.isWhitespace(c) ? ' ' : quote(c), from, to);
            }
        }

        private static char quote(char c) {
            return switch (c) {
                case '\u2018', '\u2019', '\u02BC', '\u00B4' -> '\'';
                case '\u201C', '\u201D' -> '"';
                case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
                case '\u301C', '\u223C' -> '~';
                default -> c;
            };
        }

        private void append(char c, int from, int to) {
            if (c == ' ' && length > 0 && chars[length - 1] == ' ') {
                ends[length - 1] = to;
                return;
            }
            if (length == chars.length) {
                chars = Arrays.copyOf(chars, length * 2);
                starts = Arrays.copyOf(starts, length * 2);
                ends = Arrays.copyOf(ends, length * 2);
            }
            chars[length] = c;
            starts[length] = from;
            ends[length] = to;
            length++;
        }

        FoldedText build() {
            return new FoldedText(chars, starts, ends, length);
        }
    }
}
