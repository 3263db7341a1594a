package ai.adcio.reply.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chooses Korean particles by the sound before them. A template writes both forms as {@code [은/는]}, the one after a
 * consonant first.
 */
final class Particles {
    private static final Pattern CHOICE = Pattern.compile("\\[([가-힣]{1,3})/([가-힣]{1,3})]");
    // Digits as they are read in Korean: those whose name ends in a consonant.
    private static final String CONSONANT_DIGITS = "013678";
    private static final String CONSONANT_LETTERS = "lmnrLMNR";
    private static final int RIEUL = 8;

    private Particles() {}

    static String choose(String text) {
        Matcher matcher = CHOICE.matcher(text);
        StringBuilder chosen = new StringBuilder(text.length());
        while (matcher.find()) {
            int before = lastLetterBefore(text, matcher.start());
            String afterConsonant = matcher.group(1);
            boolean consonant = endsInConsonant(before);
            // "으로" also gives way to "로" after a final rieul.
            if (afterConsonant.startsWith("으로") && endsInRieul(before)) {
                consonant = false;
            }
            matcher.appendReplacement(chosen, consonant ? afterConsonant : matcher.group(2));
        }
        return matcher.appendTail(chosen).toString();
    }

    private static int lastLetterBefore(String text, int end) {
        for (int i = end; i > 0; ) {
            int c = text.codePointBefore(i);
            if (Character.isLetterOrDigit(c)) {
                return c;
            }
            i -= Character.charCount(c);
        }
        return ' ';
    }

    private static boolean endsInConsonant(int c) {
        if (c >= '가' && c <= '힣') {
            return (c - '가') % 28 != 0;
        }
        return CONSONANT_DIGITS.indexOf(c) >= 0 || CONSONANT_LETTERS.indexOf(c) >= 0;
    }

    private static boolean endsInRieul(int c) {
        return c >= '가' && c <= '힣' ? (c - '가') % 28 == RIEUL : "178lrLR".indexOf(c) >= 0;
    }
}
