package ai.adcio.understanding;

import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.UserTurn;

/** Reads a turn in the light of the conversation and of what the catalogue records. Thread safe. */
@FunctionalInterface
public interface TurnInterpreter {
    /**
     * Interprets one turn. Never fails on account of the shopper's words: what it cannot read it returns as
     * unsupported, or in {@link Interpretation#unexplained()}.
     *
     * @param turn the shopper's words and page
     * @param conversation the state before the turn
     * @param catalog the version of the catalogue that the turn sees
     */
    Interpretation interpret(UserTurn turn, Conversation conversation, CatalogSnapshot catalog);
}
