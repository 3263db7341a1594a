package ai.adcio.agent;

import ai.adcio.ads.AdSlot;
import org.jspecify.annotations.Nullable;

/** Chooses the ad beside an answer that is finished already: it sees the answer and cannot change it. */
@FunctionalInterface
interface AdStage {
    /** An agent without ads. */
    AdStage NONE = (turn, outcome, requestId, turnId) -> null;

    @Nullable
    AdSlot choose(TurnContext turn, Outcome outcome, String requestId, String turnId);
}
