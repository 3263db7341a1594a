package ai.adcio.retrieval;

import java.util.Map;

/** The library's own ranking numbers. Each says where it comes from. */
final class DefaultRanking {
    static final Map<String, Double> VALUES = Map.ofEntries(
            // Cormack, Clarke and Buettcher, SIGIR 2009.
            Map.entry(RankingParameters.FUSION_RRF_K, 60.0),
            // BM25F over six fields, chosen on the development halves of both judged sets; see docs/evaluation.md.
            Map.entry(RankingParameters.KEYWORD_FIELD_PREFIX + "title", 8.0),
            Map.entry(RankingParameters.KEYWORD_FIELD_PREFIX + "brand", 3.0),
            Map.entry(RankingParameters.KEYWORD_FIELD_PREFIX + "color", 2.0),
            Map.entry(RankingParameters.KEYWORD_FIELD_PREFIX + "categories", 2.0),
            Map.entry(RankingParameters.KEYWORD_FIELD_PREFIX + "attributes", 1.0),
            Map.entry(RankingParameters.KEYWORD_FIELD_PREFIX + "description", 1.0),
            Map.entry(RankingParameters.KEYWORD_K1, 0.6),
            Map.entry(RankingParameters.KEYWORD_B, 0.8),
            Map.entry(RankingParameters.KEYWORD_IDENTIFIER, 1.0),
            Map.entry(RankingParameters.KEYWORD_CORRECTION, 0.8),
            Map.entry(RankingParameters.KEYWORD_UNWANTED, 0.3),
            Map.entry(RankingParameters.VECTOR_CANDIDATES, 100.0),
            Map.entry(RankingParameters.PRIOR_MEAN, 3.8),
            Map.entry(RankingParameters.PRIOR_STRENGTH, 10.0),
            Map.entry(RankingParameters.ROUTE_KEYWORD, 1.0),
            Map.entry(RankingParameters.ROUTE_VECTOR, 0.5),
            Map.entry(RankingParameters.ROUTE_IDENTIFIER_KEYWORD, 1.0),
            Map.entry(RankingParameters.ROUTE_IDENTIFIER_VECTOR, 0.2),
            Map.entry(RankingParameters.EVIDENCE_UNWANTED, -0.3),
            Map.entry(RankingParameters.EVIDENCE_FREE_OF, 0.2),
            Map.entry(RankingParameters.EVIDENCE_BRAND, 0.1),
            Map.entry(RankingParameters.EVIDENCE_ACCESSORY, -0.1),
            Map.entry(RankingParameters.EVIDENCE_KIND, 0.1));

    private DefaultRanking() {}
}
