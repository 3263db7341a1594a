package ai.adcio.retrieval.opensearch;

/**
 * The numbers with which {@code cross_fields} comes nearest to BM25F, for engines that have no better. There a field's
 * weight multiplies its score, while BM25F's multiplies how often the word is counted, which tells less and less. Chosen of
 * ten pairs on the judged sets of docs/evaluation.md.
 */
final class CrossFields {
    /** What the fields beside the best one add. */
    static final double TIE_BREAKER = 0.3;

    /** The most that a word can score, as a multiple of the best field's. */
    static final double MOST = 1 + 5 * TIE_BREAKER;

    private static final double FLATTENING = 0.4;

    private CrossFields() {}

    /**
     * What a field's score counts.
     *
     * @param weight the field's weight as a share of the greatest
     */
    static double share(double weight) {
        return Math.pow(weight, FLATTENING);
    }
}
