package ai.adcio.agent;

import ai.adcio.understanding.Ask;

/**
 * Answers one kind of ask. Stateless and thread safe.
 *
 * @param <A> the kind of ask
 */
@FunctionalInterface
interface TurnHandler<A extends Ask> {
    Outcome handle(A ask, TurnContext turn);
}
