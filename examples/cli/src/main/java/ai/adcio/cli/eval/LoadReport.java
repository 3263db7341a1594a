package ai.adcio.cli.eval;

import ai.adcio.cli.eval.LoadTally.Latency;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** Prints what a load came to. */
final class LoadReport {
    private final PrintWriter out;

    LoadReport(PrintWriter out) {
        this.out = out;
    }

    void print(LoadTally tally) {
        int errors =
                tally.errors().values().stream().mapToInt(Integer::intValue).sum();
        line("%d turns, %d errors, %d partial, %d leaks", tally.turns(), errors, tally.partial(), tally.leaks());
        Latency whole = tally.latency();
        line("p50 %.1f ms, p99 %.1f ms, max %.1f ms", whole.p50(), whole.p99(), whole.max());
        counts("errors", tally.errors());
        counts("missing", tally.missing());
        line("%-14s %7s %9s %9s %9s %9s", "step", "turns", "p50 ms", "p90 ms", "p99 ms", "max ms");
        tally.steps()
                .forEach((step, times) -> line(
                        "%-14s %7d %9.1f %9.1f %9.1f %9.1f",
                        step, times.count(), times.p50(), times.p90(), times.p99(), times.max()));
        out.flush();
    }

    private void counts(String title, Map<String, Integer> causes) {
        if (!causes.isEmpty()) {
            line("%s", title);
            causes.forEach((cause, times) -> line("%7d  %s", times, cause));
        }
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
