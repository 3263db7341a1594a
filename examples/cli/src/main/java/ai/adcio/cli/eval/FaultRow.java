package ai.adcio.cli.eval;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What came of searches under one fault.
 *
 * @param fault its name
 * @param harmless whether it must not show in any reply
 * @param runs the tallies of all runs; a further one is made only when one was late, as a busy machine makes one
 * @param allowed until when a turn must have ended
 * @param back after how many seconds without the fault a reply was whole again; NaN when none was
 */
record FaultRow(String fault, boolean harmless, List<FaultTally> runs, Duration allowed, double back) {
    static final List<String> HEAD =
            List.of("fault", "cards", "partial", "missing", "p50 ms", "p99 ms", "max ms", "in time", "whole again");

    /** Copies the list. */
    FaultRow {
        runs = List.copyOf(runs);
    }

    /** Whether a tally's turns were all answered in time. */
    static boolean inTime(FaultTally tally, Duration allowed) {
        return tally.latency().p99() <= allowed.toMillis();
    }

    private FaultTally last() {
        return runs.getLast();
    }

    /** Whether the fault did no more harm than it may. */
    boolean passed() {
        boolean honest = harmless ? last().partial() == 0 : last().partial() == last().turns();
        return honest && last().errors() == 0 && inTime(last(), allowed) && !Double.isNaN(back);
    }

    List<String> cells() {
        LoadTally.Latency time = last().latency();
        return List.of(
                fault,
                format("%.1f", last().cards()),
                last().partial() + " of " + last().turns(),
                last().causes(),
                format("%.0f", time.p50()),
                format("%.0f", time.p99()),
                format("%.0f", time.max()),
                timely(),
                Double.isNaN(back) ? "**no**" : format("%.1f s", back));
    }

    private String timely() {
        StringBuilder text = new StringBuilder(inTime(last(), allowed) ? "yes" : "**no**");
        for (FaultTally earlier : runs.subList(0, runs.size() - 1)) {
            text.append(format(", after a run with %.0f", earlier.latency().p99()));
        }
        return text.toString();
    }

    private static String format(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
