package ai.adcio.understanding.internal;

import ai.adcio.Language;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.UserTurn;

/** The language of a turn: what the caller set, else the script of the turn, else the conversation's last. */
final class LanguageDetection {
    private LanguageDetection() {}

    static Language of(UserTurn turn, Conversation conversation, Language byDefault) {
        if (turn.language() != null) {
            return turn.language();
        }
        int hangul = 0;
        int latin = 0;
        String text = turn.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (FoldedText.isHangul(c)) {
                hangul++;
            } else if (c < 0x250 && Character.isLetter(c)) {
                latin++;
            }
        }
        if (hangul == 0 && latin == 0) {
            return conversation.language() == null ? byDefault : conversation.language();
        }
        // Who speaks Korean and names a brand or a size in Latin letters speaks it on.
        if (conversation.language() == Language.KOREAN && (hangul > 0 || onlyCapitals(text))) {
            return Language.KOREAN;
        }
        // A syllable says about as much as two letters and a half do.
        return hangul * 5 >= latin * 2 && hangul > 0 ? Language.KOREAN : Language.ENGLISH;
    }

    private static boolean onlyCapitals(String text) {
        return text.chars().noneMatch(Character::isLowerCase);
    }
}
