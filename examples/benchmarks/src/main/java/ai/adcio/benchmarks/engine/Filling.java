package ai.adcio.benchmarks.engine;

/** Writes the products into a place of their own that is fresh each time. For one thread. */
interface Filling {
    /** Makes the place. */
    void begin() throws Exception;

    /** Writes all products until searches would find them; this is what is timed. */
    void fill() throws Exception;

    /**
     * Counts what is there and takes the place away.
     *
     * @return how many products there were
     */
    long end() throws Exception;
}
