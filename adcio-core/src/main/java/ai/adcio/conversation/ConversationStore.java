package ai.adcio.conversation;

import org.jspecify.annotations.Nullable;

/** Where conversations are kept between turns. Thread safe. */
public interface ConversationStore extends AutoCloseable {
    /** The state of a conversation, or null when the store does not know it or it has expired. */
    @Nullable
    Conversation load(String conversationId);

    /**
     * Saves a state if nobody saved another one meanwhile.
     *
     * @param conversation the new state
     * @param expectedVersion the version that the caller loaded; 0 for a conversation that was not there
     * @return the saved state, whose version is one greater
     * @throws ConcurrentTurnException when the stored version is another one; nothing is changed then
     */
    Conversation save(Conversation conversation, long expectedVersion);

    /** Forgets a conversation; does nothing when it is unknown. */
    void delete(String conversationId);

    /** Lets go of what the store holds; an in-memory store forgets everything. */
    @Override
    default void close() {}
}
