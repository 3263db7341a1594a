package ai.adcio.catalog.sync;

import java.util.List;

/**
 * How far every engine is.
 *
 * @param sinks one entry for each engine, in the order in which they were given
 */
public record SyncReport(List<SinkStatus> sinks) {
    /** Copies the list. */
    public SyncReport {
        sinks = List.copyOf(sinks);
    }

    /** Whether all engines have all that they were given, so that their answers agree. */
    public boolean inStep() {
        return sinks.stream().allMatch(SinkStatus::inStep);
    }
}
