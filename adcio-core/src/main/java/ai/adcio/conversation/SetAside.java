package ai.adcio.conversation;

/**
 * A wish that this catalogue cannot hold products against, such as a delivery date.
 *
 * @param text the shopper's words for it
 * @param reason why it was set aside, in the language of the conversation
 */
public record SetAside(String text, String reason) {}
