package ai.adcio.retrieval;

import ai.adcio.catalog.Product;
import ai.adcio.catalog.SortOrder;
import ai.adcio.retrieval.Fusion.RankedList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes one ranking of what the arms found, in the way that the plan says. Thread safe. */
final class ResultRanker {
    private final Map<String, Retriever> retrievers;

    ResultRanker(Map<String, Retriever> retrievers) {
        this.retrievers = Map.copyOf(retrievers);
    }

    List<Candidate> rank(
            RetrievalPlan plan,
            List<RankedList> lists,
            RankingParameters parameters,
            Function<String, @Nullable Product> records) {
        double k = parameters.value(RankingParameters.FUSION_RRF_K);
        SortOrder sort = plan.sort();
        return switch (plan.fusion()) {
            case RECIPROCAL_RANK -> Fusion.reciprocalRank(lists, k);
            case NORMALISED_SCORE ->
                Fusion.normalisedScore(
                        lists, arm -> parameters.optional(RankingParameters.FUSION_MINIMUM_PREFIX + arm));
            case SORTED -> sort == null ? Fusion.reciprocalRank(lists, k) : Fusion.sorted(lists, sort, records, k);
        };
    }

    /** The arms that can score given products, by name. */
    Map<String, Retriever> retrievers() {
        return retrievers;
    }
}
