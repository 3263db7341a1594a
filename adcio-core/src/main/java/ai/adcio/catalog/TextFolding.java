package ai.adcio.catalog;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How text is compared wherever two spellings must be one value: Unicode compatibility forms, letter case and accents
 * are folded away. Every arm that filters uses this, so that all agree on what a constraint means.
 */
public final class TextFolding {
    private static final int ASCII = 0x80;
    private static final boolean[] ASCII_WORD_PARTS = new boolean[ASCII];

    static {
        for (int c = 0; c < ASCII; c++) {
            ASCII_WORD_PARTS[c] = Character.isLetterOrDigit(c);
        }
    }

    private TextFolding() {}

    /** The comparable form of a value, trimmed; Hangul syllables stay whole. */
    public static String fold(String text) {
        int length = text.length();
        boolean plain = true;
        for (int i = 0; i < length && plain; i++) {
            char c = text.charAt(i);
            // Hangul syllables, dashes and quotation marks come out of normalization as they went in.
            plain = c < ASCII || c >= 0xAC00 && c <= 0xD7A3 || c >= 0x2012 && c <= 0x2016 || c >= 0x2018 && c <= 0x201F;
        }
        if (plain) {
            return text.strip().toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder kept = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            // Only combining marks in the Latin, Greek and Cyrillic range are accents; in other scripts they are
            // vowels.
            if (!(c >= 0x300 && c <= 0x36F && Character.getType(c) == Character.NON_SPACING_MARK)) {
                kept.append(c);
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }

    /** The folded words of a text in order: maximal runs of letters and digits. An apostrophe inside a word is dropped. */
    public static List<String> words(String text) {
        String folded = fold(text);
        List<String> words = new ArrayList<>();
        // A word is a part of the text; only one with an apostrophe has to be put together.
        StringBuilder parts = new StringBuilder();
        int start = -1;
        for (int i = 0, next; i < folded.length(); i = next) {
            int c = folded.charAt(i);
            c = c < ASCII ? c : folded.codePointAt(i);
            next = i + Character.charCount(c);
            if (isWordPart(c)) {
                start = start < 0 ? i : start;
            } else if (start >= 0 && joins(c, folded, next)) {
                parts.append(folded, start, i);
                start = next;
            } else if (start >= 0) {
                words.add(word(parts, folded, start, i));
                start = -1;
            }
        }
        if (start >= 0) {
            words.add(word(parts, folded, start, folded.length()));
        }
        return words;
    }

    /**
     * The words of a text that is {@linkplain #fold folded} already, as {@link #words} finds them, with a space between:
     * for whoever folds whole catalogues.
     */
    public static String joinedWords(String folded) {
        StringBuilder joined = new StringBuilder(folded.length());
        boolean inWord = false;
        int start = 0;
        for (int i = 0, next; i < folded.length(); i = next) {
            int c = folded.charAt(i);
            c = c < ASCII ? c : folded.codePointAt(i);
            next = i + Character.charCount(c);
            if (isWordPart(c)) {
                if (!inWord) {
                    joined.append(joined.isEmpty() ? "" : " ");
                    start = i;
                    inWord = true;
                }
            } else if (inWord) {
                joined.append(folded, start, i);
                start = next;
                inWord = joins(c, folded, next);
            }
        }
        return inWord ? joined.append(folded, start, folded.length()).toString() : joined.toString();
    }

    private static boolean isWordPart(int c) {
        if (c < ASCII) {
            // Nearly every character of most shops; asking Unicode for each is most of what folding costs.
            return ASCII_WORD_PARTS[c];
        }
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static String word(StringBuilder before, String text, int start, int end) {
        if (before.isEmpty()) {
            return text.substring(start, end);
        }
        String word = before.append(text, start, end).toString();
        before.setLength(0);
        return word;
    }

    /** Whether an apostrophe stands inside a word, as in {@code banker's}. */
    private static boolean joins(int c, String text, int next) {
        return (c == '\'' || c == '\u2019') && next < text.length() && Character.isLetter(text.codePointAt(next));
    }

    /**
     * Whether {@code phrase} stands in {@code text} as whole words in order. A Latin word of the phrase also matches its
     * plural in {@code s} or {@code es}; a phrase of Hangul also matches inside a longer word, as Korean joins words.
     */
    public static boolean containsPhrase(String text, String phrase) {
        List<String> wanted = words(phrase);
        if (wanted.isEmpty()) {
            return false;
        }
        List<String> given = words(text);
        for (int start = 0; start + wanted.size() <= given.size(); start++) {
            boolean all = true;
            for (int i = 0; i < wanted.size() && all; i++) {
                all = sameWord(given.get(start + i), wanted.get(i));
            }
            if (all) {
                return true;
            }
        }
        return isHangul(wanted.getFirst().codePointAt(0))
                && String.join("", given).contains(String.join("", wanted));
    }

    private static boolean sameWord(String given, String wanted) {
        return given.equals(wanted)
                || (given.startsWith(wanted)
                        && (given.length() == wanted.length() + 1 && given.endsWith("s")
                                || given.length() == wanted.length() + 2 && given.endsWith("es")));
    }

    private static boolean isHangul(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HANGUL;
    }
}
