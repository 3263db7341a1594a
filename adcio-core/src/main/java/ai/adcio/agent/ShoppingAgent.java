package ai.adcio.agent;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.conversation.ConcurrentTurnException;
import ai.adcio.conversation.UserTurn;
import ai.adcio.reply.AgentReply;
import ai.adcio.reply.ReplyEvent;
import ai.adcio.reply.ReplyFold;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store clerk: a shopper's turn goes in, a grounded reply comes out. Thread safe: the turns of one conversation run
 * one after the other in the order in which they came, those of different conversations beside each other.
 */
public final class ShoppingAgent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShoppingAgent.class);

    private final TurnLoop loop;
    private final List<AgentListener> listeners;
    private final List<AutoCloseable> owned;
    private final ConversationLocks locks = new ConversationLocks();
    private volatile boolean closed;

    ShoppingAgent(TurnLoop loop, List<AgentListener> listeners, List<AutoCloseable> owned) {
        this.loop = loop;
        this.listeners = List.copyOf(listeners);
        this.owned = List.copyOf(owned);
    }

    /** Starts an agent for a shop's catalogue; the catalogue stays the caller's to close. */
    public static ShoppingAgentBuilder builder(Catalog catalog) {
        return new ShoppingAgentBuilder(catalog);
    }

    /**
     * Answers a turn. Arms that are down or late make a poorer answer that says so, not an exception.
     *
     * @throws ConcurrentTurnException when another instance saved a turn of the conversation meanwhile
     * @throws AdcioException when the agent is closed, or the conversation could not be loaded or saved
     */
    public AgentReply reply(UserTurn turn) {
        ReplyFold fold = new ReplyFold();
        stream(turn, fold);
        return fold.reply();
    }

    /**
     * Answers a turn step by step, on the caller's thread; the reply is the fold of the events. The conversation is saved
     * before the first event of the answer itself, which are those from {@link ReplyEvent.Constrained} on. An exception of
     * the consumer, at whichever event, ends the turn and comes back to the caller with the conversation put back as it
     * was, under a later version number if it had been saved.
     *
     * @throws ConcurrentTurnException when another instance saved a turn of the conversation meanwhile; nothing of the
     *     answer was handed out then
     * @throws AdcioException as {@link #reply} does
     */
    public void stream(UserTurn turn, Consumer<? super ReplyEvent> consumer) {
        if (closed) {
            throw new AdcioException("the agent is closed; build another one");
        }
        locks.run(
                turn.conversationId(),
                () -> loop.run(turn, event -> {
                    consumer.accept(event);
                    listeners.forEach(listener -> tell(listener, turn, event));
                }));
    }

    private static void tell(AgentListener listener, UserTurn turn, ReplyEvent event) {
        try {
            listener.on(turn, event);
        } catch (RuntimeException e) {
            LOG.warn("a listener failed; the turn goes on", e);
        }
    }

    /** Ends the agent's own threads and store; what came in through the builder stays the caller's. */
    @Override
    public void close() {
        closed = true;
        for (AutoCloseable resource : owned) {
            try {
                resource.close();
            } catch (Exception e) {
                LOG.warn("could not close {}", resource.getClass().getName(), e);
            }
        }
    }
}
