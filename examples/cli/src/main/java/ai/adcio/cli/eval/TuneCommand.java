package ai.adcio.cli.eval;

import ai.adcio.cli.ParameterFile;
import ai.adcio.cli.ProgressLine;
import ai.adcio.cli.Shop;
import ai.adcio.cli.ShopOpener;
import ai.adcio.cli.ShopOptions;
import ai.adcio.retrieval.RankingParameters;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tunes the ranking's weights over judged queries, and says by held-out folds what that is worth. */
@Command(
        name = "tune",
        description = "Tune fusion and evidence weights by coordinate ascent, with five-fold cross-validation.",
        mixinStandardHelpOptions = true)
final class TuneCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ShopOptions shopOptions = new ShopOptions();

    @Mixin
    private JudgedOptions judgedOptions = new JudgedOptions();

    @Option(
            names = "--tune",
            paramLabel = "NAME",
            split = ",",
            description = "Which parameters to tune (default: the vector arm's share and the evidence weights).")
    private List<String> names = new ArrayList<>(List.of(
            RankingParameters.ROUTE_VECTOR,
            RankingParameters.EVIDENCE_UNWANTED,
            RankingParameters.EVIDENCE_FREE_OF,
            RankingParameters.EVIDENCE_BRAND,
            RankingParameters.EVIDENCE_ACCESSORY,
            RankingParameters.EVIDENCE_KIND));

    @Option(names = "--output", paramLabel = "FILE", description = "Write the parameters tuned on all queries as JSON.")
    private @Nullable Path output;

    @Override
    public Integer call() {
        CommandSpec own = java.util.Objects.requireNonNull(spec);
        PrintWriter out = own.commandLine().getOut();
        JudgedQueries judged = judgedOptions.judged();
        judgedOptions.gains().check(judged);
        ProgressLine progress = ProgressLine.onTerminal(own.commandLine().getErr(), "Embedding");
        try (Shop shop = ShopOpener.open(shopOptions, own.commandLine().getErr(), progress);
                Rankers rankers = new Rankers(shop.catalog().acquire(), shop.arms())) {
            shop.awaitReady();
            progress.clear();
            names.forEach(name -> shop.parameters().value(name));
            Tuner tuner = new Tuner(rankers, judged, judgedOptions.gains(), judgedOptions.relevant(), names);
            double[] untuned = tuner.scores(shop.parameters());
            double[] heldOut = new double[untuned.length];
            for (int fold = 0; fold < Tuner.FOLDS; fold++) {
                RankingParameters tuned = tuner.tune(shop.parameters(), fold);
                tuner.copyFold(tuner.scores(tuned), heldOut, fold);
                out.printf("fold %d: %s%n", fold, tuner.describe(tuned));
                out.flush();
            }
            Statistics.Difference gain = Statistics.pairedBootstrap(heldOut, untuned);
            out.printf(
                    Locale.ROOT,
                    "untuned nDCG@10 %.4f, held-out folds %.4f, difference %+.4f [%+.4f, %+.4f] 95 %% paired bootstrap%n",
                    Statistics.mean(untuned),
                    Statistics.mean(heldOut),
                    gain.mean(),
                    gain.low(),
                    gain.high());
            RankingParameters all = tuner.tune(shop.parameters(), -1);
            out.printf(
                    Locale.ROOT,
                    "tuned on all queries nDCG@10 %.4f: %s%n",
                    Statistics.mean(tuner.scores(all)),
                    tuner.describe(all));
            if (output != null) {
                ParameterFile.write(output, all);
            }
            out.flush();
        }
        return 0;
    }
}
