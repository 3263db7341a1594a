package ai.adcio.cli.eval;

import ai.adcio.reply.AgentReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the turns of a load came to: how long they and their steps took, and what did not answer. Thread safe. */
final class LoadTally {
    private final List<Double> turns = new ArrayList<>();
    private final Map<String, List<Double>> steps = new TreeMap<>();
    private final Map<String, Integer> missing = new TreeMap<>();
    private final Map<String, Integer> errors = new TreeMap<>();
    private int partial;
    private int leaks;

    /** Takes note of a turn that was answered. */
    synchronized void answered(AgentReply reply, double millis, boolean leaked) {
        turns.add(millis);
        reply.timings()
                .forEach((step, time) ->
                        steps.computeIfAbsent(step, s -> new ArrayList<>()).add(time));
        reply.missing().forEach(arm -> missing.merge(arm.arm() + ": " + arm.cause(), 1, Integer::sum));
        partial += reply.partial() ? 1 : 0;
        leaks += leaked ? 1 : 0;
    }

    /** Takes note of a turn that ended with an exception. */
    synchronized void failed(RuntimeException failure, double millis) {
        turns.add(millis);
        errors.merge(failure.getClass().getSimpleName(), 1, Integer::sum);
    }

    synchronized int turns() {
        return turns.size();
    }

    synchronized int partial() {
        return partial;
    }

    synchronized int leaks() {
        return leaks;
    }

    /** Exceptions by class, with how often each came. */
    synchronized Map<String, Integer> errors() {
        return new TreeMap<>(errors);
    }

    /** Arms that did not answer, each with its cause, and in how many replies. */
    synchronized Map<String, Integer> missing() {
        return new TreeMap<>(missing);
    }

    /** How long whole turns took as their callers saw it, in milliseconds. */
    synchronized Latency latency() {
        return Latency.of(turns);
    }

    /** How long each step of the turns that have it took, in milliseconds. */
    synchronized Map<String, Latency> steps() {
        Map<String, Latency> all = new TreeMap<>();
        steps.forEach((step, times) -> all.put(step, Latency.of(times)));
        return all;
    }

    /**
     * Percentiles in milliseconds; NaN when there is nothing.
     *
     * @param count how many were measured
     */
    record Latency(int count, double p50, double p90, double p99, double max) {
        static Latency of(List<Double> times) {
            double[] values = times.stream().mapToDouble(Double::doubleValue).toArray();
            return new Latency(
                    values.length,
                    Statistics.percentile(values, 0.5),
                    Statistics.percentile(values, 0.9),
                    Statistics.percentile(values, 0.99),
                    Statistics.percentile(values, 1));
        }
    }
}
