package ai.adcio.retrieval;

import java.util.Map;

/** The library's own ranking numbers. Each says where it comes from. */
final class DefaultRanking {
    static final Map<String, Double> VALUES = Map.ofEntries(
            // Cormack, Clarke and Buettcher, SIGIR 2009.
            Map.entry(RankingParameters.FUSION_RRF_K, 60.0),
            Map.entry(RankingParameters.ROUTE_KEYWORD, 0.6),
            Map.entry(RankingParameters.ROUTE_VECTOR, 0.4),
            Map.entry(RankingParameters.ROUTE_IDENTIFIER_KEYWORD, 0.85),
            Map.entry(RankingParameters.ROUTE_IDENTIFIER_VECTOR, 0.15));

    private DefaultRanking() {}
}
