package ai.adcio.conversation;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a shopper said.
 *
 * @param conversationId which conversation it belongs to, chosen by the shop, not blank, at most {@link #LONGEST_ID}
 *     characters
 * @param text the shopper's words as typed; may be blank
 * @param language the language to answer in, or null to tell it from the text
 * @param page what the shopper looks at; {@link PageContext#EMPTY} when unknown
 */
public record UserTurn(
        String conversationId, String text, @Nullable Language language, PageContext page) {
    /** How many characters the id of a conversation may have. */
    public static final int LONGEST_ID = 200;

    /** Rejects a conversation id that is blank or too long. */
    public UserTurn {
        if (conversationId.length() > LONGEST_ID) {
            throw new AdcioException("conversationId has " + conversationId.length()
                    + " characters; give one of at most " + LONGEST_ID + ", such as a hash of a longer one");
        }
        if (conversationId.isBlank()) {
            throw new AdcioException("conversationId is blank; give each shopper's conversation an id of its own");
        }
    }

    /** A turn of which only the words are known. */
    public static UserTurn of(String conversationId, String text) {
        return new UserTurn(conversationId, text, null, PageContext.EMPTY);
    }

    /** The same turn on a page. */
    public UserTurn on(PageContext where) {
        return new UserTurn(conversationId, text, language, where);
    }

    /** The same turn, to be answered in a language. */
    public UserTurn in(Language answerIn) {
        return new UserTurn(conversationId, text, answerIn, page);
    }
}
