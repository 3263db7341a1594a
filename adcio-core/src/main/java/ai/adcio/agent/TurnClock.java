package ai.adcio.agent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Measures the steps of one turn in milliseconds. For one turn and one thread. */
final class TurnClock {
    private final LongSupplier nanos;
    private final long start;
    private long last;
    private final Map<String, Double> steps = new LinkedHashMap<>();

    TurnClock(LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.last = start;
    }

    /** Says that a step is done; what went by since the step before is its time. */
    void done(String step) {
        long now = nanos.getAsLong();
        steps.put(step, millis(now - last));
        last = now;
    }

    /** The steps so far and the total. */
    Map<String, Double> timings(Map<String, Double> arms) {
        Map<String, Double> all = new LinkedHashMap<>(steps);
        arms.forEach((arm, time) -> all.put("arm." + arm, round(time)));
        all.put("total", millis(nanos.getAsLong() - start));
        return all;
    }

    private static double millis(long duration) {
        return round(duration / 1e6);
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
