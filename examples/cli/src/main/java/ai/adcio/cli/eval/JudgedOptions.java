package ai.adcio.cli.eval;

import ai.adcio.AdcioException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which judged queries to measure by, and what their grades are worth. */
final class JudgedOptions {
    @Option(
            names = "--queries",
            paramLabel = "FILE",
            required = true,
            description = "Queries: an id, a tab and the text on each line.")
    private @Nullable Path queries;

    @Option(
            names = "--qrels",
            paramLabel = "FILE",
            required = true,
            description = "Judgements in TREC's form: query, 0, product, grade.")
    private @Nullable Path qrels;

    @Option(
            names = "--gains",
            paramLabel = "G0,G1,..",
            converter = Gains.Reader.class,
            description = "What each grade from 0 is worth in nDCG (default: the grade itself).")
    private @Nullable Gains gains;

    @Option(
            names = "--relevant",
            paramLabel = "GRADE",
            defaultValue = "1",
            description = "The least grade that counts for recall and MRR (default: ${DEFAULT-VALUE}).")
    private int relevant = 1;

    JudgedQueries judged() {
        return JudgedQueries.read(Objects.requireNonNull(queries), Objects.requireNonNull(qrels));
    }

    Gains gains() {
        return gains == null ? Gains.GRADES : gains;
    }

    int relevant() {
        return relevant;
    }

    /** Says no when nothing that was judged is in the catalogue, as then the files do not belong together. */
    static void check(JudgedQueries judged, Set<String> known) {
        long found = judged.grades().values().stream()
                .flatMap(grades -> grades.keySet().stream())
                .filter(known::contains)
                .count();
        if (found == 0) {
            throw new AdcioException(
                    "no judged product is in the catalogue; do judgements and catalogue belong together?");
        }
    }
}
