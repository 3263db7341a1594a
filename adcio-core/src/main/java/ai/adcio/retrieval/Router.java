package ai.adcio.retrieval;

import ai.adcio.understanding.Interpretation;
import java.util.List;

/** Decides which arms run for a turn, with which weights and filters, and says why. Thread safe. */
@FunctionalInterface
public interface Router {
    /**
     * Plans the retrieval for an interpreted turn.
     *
     * @param interpretation what the turn means
     * @param arms the traits of the arms that there are
     * @param parameters every weight
     * @param limit how many candidates each arm is to be asked for
     */
    RetrievalPlan plan(Interpretation interpretation, List<ArmTraits> arms, RankingParameters parameters, int limit);
}
