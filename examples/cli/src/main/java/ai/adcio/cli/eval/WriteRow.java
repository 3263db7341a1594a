package ai.adcio.cli.eval;

import java.util.List;
import java.util.Locale;

/**
 * What came of filling an engine while a fault struck it.
 *
 * @param fault its name
 * @param said what the indexer said of the engine meanwhile; empty when it waited and went on
 * @param seconds how long it took from the fault until the engine had everything; NaN when it never had
 * @param acknowledged how many products the engine had said it took
 * @param held how many it holds in the end
 * @param products how many there are
 * @param lost how many of those acknowledged it does not hold
 */
record WriteRow(String fault, String said, double seconds, int acknowledged, int held, int products, int lost) {
    static final List<String> HEAD =
            List.of("fault while filling", "the indexer said", "in step after", "acknowledged", "held", "lost");

    /** Whether all is there. */
    boolean passed() {
        return lost == 0 && held == products && !Double.isNaN(seconds);
    }

    List<String> cells() {
        return List.of(
                fault,
                said.isEmpty() ? "nothing, it tried again" : said,
                Double.isNaN(seconds) ? "**never**" : String.format(Locale.ROOT, "%.1f s", seconds),
                String.valueOf(acknowledged),
                held == products ? String.valueOf(held) : "**" + held + " of " + products + "**",
                lost == 0 ? "0" : "**" + lost + "**");
    }
}
