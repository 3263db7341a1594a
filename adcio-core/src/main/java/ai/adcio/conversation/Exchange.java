package ai.adcio.conversation;

import ai.adcio.Language;

/**
 * One turn that was answered.
 *
 * @param turn its number in the conversation, from 1
 * @param text the shopper's words, of a longer turn the first {@link #LONGEST_TEXT} characters
 * @param intent what it asked for
 * @param language the language of the answer
 * @param need the need after the turn
 */
public record Exchange(int turn, String text, Intent intent, Language language, ShoppingNeed need) {
    /** How many characters of a turn are remembered: as many as the deterministic interpreter reads by default. */
    public static final int LONGEST_TEXT = 2_000;

    /** Cuts the text. */
    public Exchange {
        text = Newest.head(text, LONGEST_TEXT);
    }
}
