package ai.adcio.conversation;

import ai.adcio.Language;

/**
 * One turn that was answered.
 *
 * @param turn its number in the conversation, from 1
 * @param text the shopper's words
 * @param intent what it asked for
 * @param language the language of the answer
 * @param need the need after the turn
 */
public record Exchange(int turn, String text, Intent intent, Language language, ShoppingNeed need) {}
