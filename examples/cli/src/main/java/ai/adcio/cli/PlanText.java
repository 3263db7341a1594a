package ai.adcio.cli;

import ai.adcio.agent.AgentListener;
import ai.adcio.catalog.Constraint;
import ai.adcio.reply.ReplyEvent;
import ai.adcio.retrieval.RetrievalPlan;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a turn was understood and planned, as lines for an operator. */
final class PlanText {
    private PlanText() {}

    /** Writes the lines of each turn as it happens. */
    static AgentListener listener(PrintWriter to) {
        return (turn, event) -> {
            switch (event) {
                case ReplyEvent.Understood u ->
                    line(
                            to,
                            String.format(
                                    Locale.ROOT,
                                    "understood as %s in %s, %.0f %% sure",
                                    u.intent().wireName(),
                                    u.language(),
                                    100 * u.confidence()));
                case ReplyEvent.Planned planned -> plan(to, planned.plan());
                case ReplyEvent.ArmMissing missing ->
                    line(
                            to,
                            missing.arm().arm() + " is missing: "
                                    + missing.arm().cause());
                case ReplyEvent.Completed completed ->
                    line(
                            to,
                            completed.timings().entrySet().stream()
                                    .map(e -> String.format(Locale.ROOT, "%s %.1f ms", e.getKey(), e.getValue()))
                                    .collect(Collectors.joining(", ")));
                default -> {
                    // The reply itself shows the rest.
                }
            }
        };
    }

    private static void plan(PrintWriter to, RetrievalPlan plan) {
        line(
                to,
                "looks for \"" + plan.query() + "\""
                        + (plan.filters().isEmpty()
                                ? ""
                                : " where "
                                        + plan.filters().stream()
                                                .map(Constraint::text)
                                                .collect(Collectors.joining("; ")))
                        + (plan.sort() == null
                                ? ""
                                : " by " + plan.sort().field() + (plan.sort().ascending() ? " rising" : " falling"))
                        + ", fused by "
                        + plan.fusion().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        plan.arms()
                .forEach(arm ->
                        line(to, String.format(Locale.ROOT, "  %-8s %.2f  %s", arm.arm(), arm.weight(), arm.reason())));
        plan.standby()
                .forEach(arm -> line(to, String.format(Locale.ROOT, "  %-8s stands by: %s", arm.arm(), arm.reason())));
    }

    private static void line(PrintWriter to, String text) {
        to.println("  · " + TextTable.harmless(text));
        to.flush();
    }
}
