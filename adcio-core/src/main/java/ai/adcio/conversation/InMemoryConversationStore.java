package ai.adcio.conversation;

import ai.adcio.AdcioException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Conversations in this process: bounded in number, and forgotten when nobody has spoken for a while. Thread safe.
 */
public final class InMemoryConversationStore implements ConversationStore {
    /** How many conversations are kept by default. */
    public static final int DEFAULT_MOST = 100_000;

    /** How long a silent conversation is kept by default. */
    public static final Duration DEFAULT_IDLE = Duration.ofMinutes(30);

    private final Cache<String, Conversation> conversations;

    /** Keeps {@link #DEFAULT_MOST} conversations, each for {@link #DEFAULT_IDLE} after its last turn. */
    public InMemoryConversationStore() {
        this(DEFAULT_MOST, DEFAULT_IDLE, System::nanoTime);
    }

    /**
     * Keeps conversations within bounds.
     *
     * @param most how many are kept, one or more; beyond it those that seem least wanted are forgotten
     * @param idle how long one is kept after it was last loaded or saved, more than zero
     * @param nanos counts nanoseconds as {@link System#nanoTime} does
     */
    public InMemoryConversationStore(int most, Duration idle, LongSupplier nanos) {
        if (most < 1) {
            throw new AdcioException("most is " + most + "; keep one conversation or more");
        }
        if (idle.isNegative() || idle.isZero()) {
            throw new AdcioException("idle is " + idle + "; keep a conversation for longer than no time");
        }
        Ticker ticker = nanos::getAsLong;
        this.conversations = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(idle)
                .ticker(ticker)
                // Evicts on the caller's thread: no hidden pool works for us.
                .executor(Runnable::run)
                .build();
    }

    @Override
    public @Nullable Conversation load(String conversationId) {
        return conversations.getIfPresent(conversationId);
    }

    @Override
    public Conversation save(Conversation conversation, long expectedVersion) {
        Conversation saved = conversation.withVersion(expectedVersion + 1);
        conversations.asMap().compute(conversation.id(), (id, present) -> {
            long found = present == null ? 0 : present.version();
            // A conversation that expired during its turn is taken up again instead of failing the shopper.
            if (present != null && found != expectedVersion) {
                throw new ConcurrentTurnException(id, expectedVersion, found);
            }
            return saved;
        });
        return saved;
    }

    @Override
    public void delete(String conversationId) {
        conversations.invalidate(conversationId);
    }

    @Override
    public void close() {
        conversations.invalidateAll();
    }
}
