package ai.adcio.catalog;

import ai.adcio.Language;
import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/** The language of a product's text, told by the share of its scripts. */
final class Scripts {
    // A Hangul syllable says as much as two or three Latin letters, and Korean product text is full of Latin brands and
    // model numbers; a quarter of the letters is Korean text.
    private static final double LEAST_HANGUL_SHARE = 0.25;
    private static final double LEAST_KANA_SHARE = 0.1;
    private static final Language JAPANESE = new Language("ja");
    private static final Language CHINESE = new Language("zh");
    private static final int READ_AT_MOST = 2_000;

    private Scripts() {}

    /**
     * The language, or null when the text has no letters of a script that tells one. Latin letters count as English, as
     * the script alone does not tell more.
     */
    static @Nullable Language languageOf(String title, String description) {
        int[] letters = new int[4];
        count(title, letters);
        count(description.length() > READ_AT_MOST ? description.substring(0, READ_AT_MOST) : description, letters);
        int total = letters[0] + letters[1] + letters[2] + letters[3];
        if (total == 0) {
            return null;
        }
        if (letters[1] >= total * LEAST_HANGUL_SHARE) {
            return Language.KOREAN;
        }
        if (letters[2] >= total * LEAST_KANA_SHARE) {
            return JAPANESE;
        }
        return letters[3] >= total * LEAST_HANGUL_SHARE ? CHINESE : letters[0] > 0 ? Language.ENGLISH : null;
    }

    private static void count(String text, int[] letters) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x80) {
                letters[0] += Character.isLetter(c) ? 1 : 0;
            } else if (Character.isLetter(c)) {
                UnicodeScript script = UnicodeScript.of(c);
                switch (script) {
                    case LATIN -> letters[0]++;
                    case HANGUL -> letters[1]++;
                    case HIRAGANA, KATAKANA -> letters[2]++;
                    case HAN -> letters[3]++;
                    default -> {
                        // Another script has no language resources yet; its letters say nothing about the four above.
                    }
                }
            }
        }
    }
}
