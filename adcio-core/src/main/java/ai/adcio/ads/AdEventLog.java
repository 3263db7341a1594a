package ai.adcio.ads;

/**
 * Where it is written down what happened to ads. A page may report the same thing again, after a reload or a retry: it
 * counts once for a request and a set of ads. Thread safe.
 */
public interface AdEventLog extends AutoCloseable {
    /**
     * Writes an event down.
     *
     * @return whether it is new; false when an event of the same type, request and set of ads is there already, which
     *     keeps its time
     * @throws ai.adcio.AdcioException when the event cannot be kept
     */
    boolean record(AdEvent event);

    /** What happened to a set of ads so far; zeros when nothing did. */
    AdTotals totals(String adsetId);

    /** Lets go of what the log holds. */
    @Override
    default void close() {}
}
