package ai.adcio.retrieval;

/** How several ranked lists become one. */
public enum FusionMethod {
    /** Weighted reciprocal rank fusion (Cormack, Clarke and Buettcher, SIGIR 2009, with a weight per list). */
    RECIPROCAL_RANK,
    /** A convex combination of scores, each arm's brought to 0 to 1 (Bruch, Gai and Ingber, TOIS 2023). */
    NORMALISED_SCORE,
    /** The plan's sort decides; scores only break ties. */
    SORTED
}
