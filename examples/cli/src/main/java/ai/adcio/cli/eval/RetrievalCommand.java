package ai.adcio.cli.eval;

import ai.adcio.AdcioException;
import ai.adcio.cli.ProgressLine;
import ai.adcio.cli.Shop;
import ai.adcio.cli.ShopOpener;
import ai.adcio.cli.ShopOptions;
import ai.adcio.retrieval.RankingParameters;
import ai.adcio.retrieval.Retriever;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how well products are found, by judged queries. */
@Command(
        name = "retrieval",
        description = "nDCG@10, recall, MRR and latency of each arm, of plain RRF and of the router's fusion.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = {
            "  adcio eval retrieval --catalog shop.jsonl.gz --queries q.tsv --qrels q.txt \\",
            "    --gains 0,0.01,0.1,1 --relevant 3 --run router.trec"
        })
final class RetrievalCommand implements Callable<Integer> {
    static final String ROUTER = "router";
    static final String PLAIN = "rrf";

    // So many queries that the virtual machine has compiled what it will; they are not timed.
    private static final int WARM_UP = 30;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ShopOptions shop = new ShopOptions();

    @Mixin
    private JudgedOptions options = new JudgedOptions();

    @Option(
            names = "--arm",
            paramLabel = "NAME",
            arity = "1..*",
            description = "Only these arms: keyword, vector, sql (default: all that there are).")
    private List<String> only = List.of();

    @Option(names = "--run", paramLabel = "FILE", description = "Write the router's rankings as a TREC run.")
    private @Nullable Path runFile;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        CommandSpec own = Objects.requireNonNull(spec);
        PrintWriter out = own.commandLine().getOut();
        JudgedQueries judged = options.judged();
        Gains gains = options.gains();
        gains.check(judged);
        ProgressLine progress = ProgressLine.onTerminal(own.commandLine().getErr(), "Embedding");
        try (Shop open = ShopOpener.open(shop, own.commandLine().getErr(), progress)) {
            JudgedOptions.check(judged, ids(open));
            List<Retriever> arms = chosen(own, open);
            open.awaitReady();
            progress.clear();
            try (Rankers rankers = new Rankers(open.catalog().acquire(), arms)) {
                List<Measured> measured = new ArrayList<>();
                for (Run run : runs(rankers, judged, open.parameters())) {
                    measured.add(Measured.of(run, judged, gains, options.relevant()));
                }
                if (runFile != null) {
                    TrecRun.write(runFile, measured.getLast().run());
                }
                RetrievalReport report =
                        new RetrievalReport(open.name(), open.parameters().version(), measured);
                out.print(json ? report.json() + "\n" : report.text());
                out.flush();
            }
        }
        return 0;
    }

    private static Set<String> ids(Shop shop) {
        Set<String> ids = new HashSet<>();
        try (var snapshot = shop.catalog().acquire()) {
            snapshot.records().forEach(product -> ids.add(product.id()));
        }
        return ids;
    }

    private List<Retriever> chosen(CommandSpec own, Shop open) {
        List<Retriever> arms = open.arms();
        List<String> names = arms.stream().map(arm -> arm.traits().name()).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new ParameterException(
                        own.commandLine(), "there is no arm '" + name + "' here; the arms are " + names);
            }
        }
        return only.isEmpty()
                ? arms
                : arms.stream()
                        .filter(arm -> only.contains(arm.traits().name()))
                        .toList();
    }

    /** A run an arm that has anything to say, then plain fusion, then the router's. */
    private static List<Run> runs(Rankers rankers, JudgedQueries judged, RankingParameters parameters) {
        Map<String, Function<String, List<String>>> systems = new LinkedHashMap<>();
        for (String arm : rankers.arms()) {
            boolean silent =
                    judged.queries().values().stream().allMatch(query -> rankers.abstains(arm, query, parameters));
            if (!silent) {
                systems.put(arm, query -> rankers.arm(arm, query, parameters));
            }
        }
        if (systems.isEmpty()) {
            throw new AdcioException("every arm abstains from these queries; nothing can be measured");
        }
        systems.put(PLAIN, query -> rankers.reciprocalRank(query, parameters));
        systems.put(ROUTER, query -> rankers.routed(query, parameters));
        List<Run> runs = new ArrayList<>();
        systems.forEach((name, system) -> runs.add(run(name, system, judged)));
        return runs;
    }

    private static Run run(String name, Function<String, List<String>> system, JudgedQueries judged) {
        int warm = 0;
        for (String query : judged.queries().values()) {
            if (warm++ == WARM_UP || system.apply(query) == null) {
                break;
            }
        }
        Map<String, List<String>> rankings = new LinkedHashMap<>();
        double[] millis = new double[judged.queries().size()];
        int i = 0;
        for (Map.Entry<String, String> query : judged.queries().entrySet()) {
            long start = System.nanoTime();
            List<String> ranking = system.apply(query.getValue());
            millis[i++] = (System.nanoTime() - start) / 1e6;
            rankings.put(query.getKey(), ranking);
        }
        return new Run(name, rankings, millis);
    }
}
