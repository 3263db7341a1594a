package ai.adcio.cli.eval;

import ai.adcio.cli.OneLine;
import ai.adcio.reply.AgentReply;
import ai.adcio.retrieval.MissingArm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What shoppers got while something was wrong. Not thread safe. */
final class FaultTally {
    private final List<Double> millis = new ArrayList<>();
    private final Map<String, Integer> missing = new TreeMap<>();
    private final Map<String, Integer> errors = new TreeMap<>();
    private int cards;
    private int partial;

    /** Adds a turn that was answered. */
    void answered(AgentReply reply, double took) {
        millis.add(took);
        cards += reply.cards().size();
        partial += reply.partial() ? 1 : 0;
        for (MissingArm arm : reply.missing()) {
            missing.merge(arm.arm() + ": " + arm.cause(), 1, Integer::sum);
        }
    }

    /** Adds a turn that ended with an exception, which no fault of an engine may bring about. */
    void failed(RuntimeException e, double took) {
        millis.add(took);
        errors.merge(e.getClass().getSimpleName() + ": " + OneLine.of(e), 1, Integer::sum);
    }

    int turns() {
        return millis.size();
    }

    /** How many replies said that they were partial. */
    int partial() {
        return partial;
    }

    /** How many turns ended with an exception. */
    int errors() {
        return errors.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many cards a turn had, on average. */
    double cards() {
        return millis.isEmpty() ? 0 : (double) cards / millis.size();
    }

    LoadTally.Latency latency() {
        return LoadTally.Latency.of(millis);
    }

    /** What was missing, with its cause and in how many turns, the most frequent first; exceptions before. */
    String causes() {
        return lines(errors, "exception ") + (errors.isEmpty() || missing.isEmpty() ? "" : "; ") + lines(missing, "");
    }

    private static String lines(Map<String, Integer> counted, String mark) {
        return counted.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(entry -> String.format(Locale.ROOT, "%s%s (%d)", mark, entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("; "));
    }
}
