package ai.adcio.cli;

import ai.adcio.retrieval.embedding.EmbeddingProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * A progress bar with the time that is left, on one line of standard error that it rewrites. Shown only on a terminal,
 * and only once something took a moment. Thread safe.
 */
public final class ProgressLine implements EmbeddingProgress {
    private static final long PATIENCE = Duration.ofMillis(800).toNanos();
    private static final long BETWEEN = Duration.ofMillis(200).toNanos();
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final String what;
    private final boolean shown;
    private final long start = System.nanoTime();
    private long last;
    private int lengthShown;
    private int doneAtStart = -1;

    private ProgressLine(PrintWriter err, String what, boolean shown) {
        this.err = err;
        this.what = what;
        this.shown = shown;
    }

    /** A bar for something, on standard error when the launcher found that to be a terminal. */
    public static ProgressLine onTerminal(PrintWriter err, String what) {
        return new ProgressLine(err, what, Boolean.getBoolean("adcio.progress"));
    }

    @Override
    public synchronized void step(int done, int total) {
        long now = System.nanoTime();
        if (doneAtStart < 0) {
            doneAtStart = done - 1;
        }
        if (!shown || now - start < PATIENCE || now - last < BETWEEN && done < total) {
            return;
        }
        last = now;
        show(line(done, total, now));
    }

    private String line(int done, int total, long now) {
        int filled = total == 0 ? WIDTH : (int) ((long) WIDTH * done / total);
        double perStep = (double) (now - start) / Math.max(1, done - doneAtStart);
        long left = Math.round(perStep * (total - done) / 1e9);
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %,d of %,d, %s left",
                what,
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                done,
                total,
                left >= 60 ? left / 60 + " min " + left % 60 + " s" : left + " s");
    }

    private void show(String line) {
        err.print("\r" + line + " ".repeat(Math.max(0, lengthShown - line.length())));
        err.flush();
        lengthShown = line.length();
    }

    /** Takes the bar away. */
    public synchronized void clear() {
        if (lengthShown > 0) {
            err.print("\r" + " ".repeat(lengthShown) + "\r");
            err.flush();
            lengthShown = 0;
        }
    }
}
