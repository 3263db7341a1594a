package ai.adcio.retrieval.embedding;

/** Told how far the embedding of a catalogue is. Called by the threads that embed; must be thread safe and quick. */
@FunctionalInterface
public interface EmbeddingProgress {
    /** Nobody is told. */
    EmbeddingProgress NONE = (done, total) -> {};

    /**
     * Told of a step.
     *
     * @param done how many products are embedded
     * @param total how many there are
     */
    void step(int done, int total);
}
