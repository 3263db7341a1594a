package ai.adcio.understanding.internal;

import java.util.List;

/** Tells keys struck at random from words that are merely unknown. */
final class Gibberish {
    /** No word of the languages we read has as many consonants in a row: the longest English run is six, in one word. */
    private static final int MAX_CONSONANTS = 5;

    /** Neighbours on a keyboard, struck one after the other. */
    private static final List<String> ROWS =
            List.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "poiuytrewq", "lkjhgfdsa", "mnbvcxz", "1234567890");

    private static final int LEAST_ROW = 5;

    private Gibberish() {}

    static boolean is(String word) {
        if (word.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return true;
        }
        if (word.length() >= LEAST_ROW && ROWS.stream().anyMatch(row -> row.contains(word))) {
            return true;
        }
        int run = 0;
        boolean vowel = false;
        boolean letters = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 0x3131 && c <= 0x318E) {
                run++;
                letters = true;
            } else if (c >= 0xAC00 && c <= 0xD7A3 || c > 0x24F) {
                return false;
            } else if (Character.isLetter(c)) {
                letters = true;
                boolean isVowel = "aeiouy".indexOf(c) >= 0;
                vowel |= isVowel;
                run = isVowel ? 0 : run + 1;
                if (run >= MAX_CONSONANTS) {
                    return true;
                }
            }
        }
        return letters && !vowel && word.length() > 3 || !letters;
    }
}
