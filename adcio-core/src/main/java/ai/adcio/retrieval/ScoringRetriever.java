package ai.adcio.retrieval;

import java.util.Collection;
import java.util.Map;

/**
 * An arm that can also say what it thinks of products which another arm found, so that a fusion has every score of every
 * candidate instead of taking a missing one for the worst. Thread safe.
 */
public interface ScoringRetriever extends Retriever {
    /**
     * Scores products against the words of a request, on the scale of {@link #retrieve}'s hits. Filters, excluded ids,
     * sort and limit are not looked at. Runs on the threads that {@link #retrieve} runs on and under the same deadline;
     * scores that come later are left out, and the arm's own finds stand.
     *
     * @param ids products of the request's catalogue version
     * @return the scores by id. An id that the arm has nothing to say of is absent: its words are not in the product, the
     *     product is not indexed (yet), or the arm abstains. Empty when the arm fails or the deadline has passed.
     */
    Map<String, Double> score(RetrievalRequest request, Collection<String> ids);
}
