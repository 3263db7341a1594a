package ai.adcio.agent;

import ai.adcio.conversation.UserTurn;
import ai.adcio.reply.ReplyEvent;

/**
 * Sees each step of each turn as it happens, on the thread of the turn. An exception that it throws is logged and
 * changes nothing. Must be thread safe, as conversations run in parallel.
 */
@FunctionalInterface
public interface AgentListener {
    /** Told of one step. */
    void on(UserTurn turn, ReplyEvent event);
}
