package ai.adcio.reply.internal;

import ai.adcio.Language;
import java.lang.Character.UnicodeScript;

/** Whether text is written as a language is. Stateless and thread safe. */
public final class Writing {
    private Writing() {}

    /**
     * Whether a shopper of the language can read the text: Korean needs a Hangul letter, English none of another script
     * than Latin. Text without letters is read in every language, and so is any text in a language that has no rule.
     */
    public static boolean suits(Language language, String text) {
        boolean letters = text.codePoints().anyMatch(Character::isLetter);
        if (!letters) {
            return true;
        }
        if (language.equals(Language.KOREAN)) {
            return text.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HANGUL);
        }
        return !language.equals(Language.ENGLISH)
                || text.codePoints()
                        .filter(Character::isLetter)
                        .allMatch(c -> UnicodeScript.of(c) == UnicodeScript.LATIN);
    }
}
