package ai.adcio.conversation;

import ai.adcio.AdcioException;

/** Another turn of the same conversation was saved first. */
public final class ConcurrentTurnException extends AdcioException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception for the conversation of this id. */
    public ConcurrentTurnException(String conversationId, long expected, long found) {
        super("conversation " + conversationId + " is at version " + found + ", not " + expected
                + "; load it again and repeat the turn");
    }
}
