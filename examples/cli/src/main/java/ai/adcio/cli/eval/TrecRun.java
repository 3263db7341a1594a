package ai.adcio.cli.eval;

import ai.adcio.AdcioException;
import ai.adcio.cli.OneLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Rankings in the form of TREC: {@code query Q0 product rank score tag}. */
final class TrecRun {
    private TrecRun() {}

    /** Writes a run. The scores only repeat the order, so that tools which sort by them keep it. */
    static void write(Path file, Run run) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Map.Entry<String, List<String>> query : run.rankings().entrySet()) {
                List<String> ranking = query.getValue();
                for (int i = 0; i < ranking.size(); i++) {
                    out.write(query.getKey() + " Q0 " + ranking.get(i) + " " + (i + 1) + " " + (ranking.size() - i)
                            + " " + run.name() + "\n");
                }
            }
        } catch (IOException e) {
            throw new AdcioException("cannot write the run to " + file + ": " + OneLine.of(e), e);
        }
    }
}
