package ai.adcio.understanding.internal;

import java.util.List;

/**
 * What a name sounds like, whichever script it is written in: its consonants in classes that survive the way between
 * Hangul and Latin letters ({@code b}, {@code p}, {@code f}, {@code v} are one, as are {@code l} and {@code r}).
 * Vowels and {@code h} are left out; a doubled consonant counts once.
 */
final class Sounds {
    private static final String INITIALS = "KKNTTRMPPSS.JJJKTP.";
    // The finals of Hangul in Unicode's order, by class; a blank stands for none.
    private static final String FINALS = " KKKNNNTRKMPRTPRMPPSSNJJKTP ";

    private static final List<String> DIGITS = List.of("제로", "원", "투", "쓰리", "포", "파이브", "식스", "세븐", "에잇", "나인");

    private Sounds() {}

    /**
     * A brand as it sounds.
     *
     * @param hangul whether its name is written in Hangul
     * @param vowels how many vowel sounds its name has
     */
    record Named(Meaning.Brand brand, boolean hangul, int vowels) {}

    /** The name with its figures spelled as Koreans say them in a foreign name: {@code block9}, 블록나인. */
    static String spellingDigits(String name) {
        StringBuilder spelled = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            spelled.append(c >= '0' && c <= '9' ? DIGITS.get(c - '0') : String.valueOf(c));
        }
        return spelled.toString();
    }

    /** The classes in order, digits kept; empty when nothing is sounded. */
    static String of(String name) {
        StringBuilder key = new StringBuilder();
        boolean vowelBetween = true;
        String folded = FoldedText.fold(name);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 0xAC00 && c <= 0xD7A3) {
                int index = c - 0xAC00;
                append(key, INITIALS.charAt(index / 588), vowelBetween);
                append(key, FINALS.charAt(index % 28), true);
                vowelBetween = index % 28 == 0;
            } else if (Character.isDigit(c)) {
                key.append(c);
                vowelBetween = true;
            } else {
                char sound = latin(folded, i);
                if (sound == 'X') {
                    append(key, 'K', vowelBetween);
                    append(key, 'S', true);
                    vowelBetween = false;
                } else if (sound != '.') {
                    append(key, sound, vowelBetween);
                    vowelBetween = false;
                } else if ("aeiouyw".indexOf(c) >= 0) {
                    vowelBetween = true;
                }
            }
        }
        return key.toString();
    }

    /** How many vowel sounds a name has, by groups of vowel letters or by syllables. */
    static int vowels(String name) {
        int count = 0;
        boolean inVowel = false;
        String folded = FoldedText.fold(name);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 0xAC00 && c <= 0xD7A3) {
                count++;
                inVowel = false;
            } else {
                boolean vowel = "aeiouy".indexOf(c) >= 0;
                if (vowel && !inVowel) {
                    count++;
                }
                inVowel = vowel;
            }
        }
        return count;
    }

    private static void append(StringBuilder key, char sound, boolean vowelBetween) {
        if (sound == '.' || sound == ' ') {
            return;
        }
        boolean repeated = !key.isEmpty() && key.charAt(key.length() - 1) == sound;
        if (!repeated || vowelBetween && sound != 'R') {
            key.append(sound);
        }
    }

    private static char latin(String s, int i) {
        char c = s.charAt(i);
        char next = i + 1 < s.length() ? s.charAt(i + 1) : ' ';
        char before = i > 0 ? s.charAt(i - 1) : ' ';
        return switch (c) {
            case 'b', 'p', 'f', 'v' -> 'P';
            case 'c' -> next == 'h' ? 'J' : "eiy".indexOf(next) >= 0 ? 'S' : 'K';
            case 'd', 't' -> next == 'h' ? 'S' : 'T';
            case 'g' -> before == 'n' && !vowel(next) ? '.' : 'K';
            case 'k', 'q' -> 'K';
            case 'j', 'z' -> 'J';
            case 'l', 'r' -> 'R';
            case 'm' -> 'M';
            case 'n' -> 'N';
            case 's' -> 'S';
            case 'x' -> 'X';
            default -> '.';
        };
    }

    private static boolean vowel(char c) {
        return "aeiou".indexOf(c) >= 0;
    }
}
