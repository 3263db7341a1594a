package ai.adcio.cli.eval;

import ai.adcio.agent.ShoppingAgent;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.cli.ProgressLine;
import ai.adcio.cli.Shop;
import ai.adcio.cli.ShopOpener;
import ai.adcio.cli.ShopOptions;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Many shoppers at once: latency, errors, leaks between conversations, heap. */
@Command(
        name = "load",
        description = "Many conversations at once, each with a budget of its own that no other may be given.",
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ShopOptions shopOptions = new ShopOptions();

    @Option(
            names = "--conversations",
            defaultValue = "200",
            description = "How many at once (default: ${DEFAULT-VALUE}).")
    private int conversations;

    @Option(names = "--seconds", defaultValue = "60", description = "For how long (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--every", defaultValue = "3", description = "Seconds between turns (default: ${DEFAULT-VALUE}).")
    private double every;

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec own = java.util.Objects.requireNonNull(spec);
        if (conversations < 1 || seconds < 1 || !(every > 0)) {
            throw new ParameterException(
                    own.commandLine(), "--conversations, --seconds and --every must each be more than zero");
        }
        PrintWriter out = own.commandLine().getOut();
        ProgressLine progress = ProgressLine.onTerminal(own.commandLine().getErr(), "Embedding");
        try (Shop shop = ShopOpener.open(shopOptions, own.commandLine().getErr(), progress);
                ShoppingAgent agent = shop.agent().build()) {
            shop.awaitReady();
            progress.clear();
            LoadRun warmUp = new LoadRun(agent, kinds(shop), 20, Duration.ofSeconds(5), Duration.ofMillis(100));
            warmUp.run();
            long before = usedHeap();
            LoadRun run = new LoadRun(
                    agent,
                    kinds(shop),
                    conversations,
                    Duration.ofSeconds(seconds),
                    Duration.ofMillis(Math.round(every * 1000)));
            LoadTally tally = run.run();
            long after = usedHeap();
            out.printf(
                    Locale.ROOT,
                    "%d conversations, %d s, a turn every %.1f s; heap after collection %d MB before, %d MB after%n",
                    conversations,
                    seconds,
                    every,
                    before >> 20,
                    after >> 20);
            new LoadReport(out).print(tally);
            return tally.errors().size() + tally.leaks() + tally.partial() == 0 ? 0 : 1;
        }
    }

    private static List<String> kinds(Shop shop) {
        try (CatalogSnapshot snapshot = shop.catalog().acquire()) {
            List<String> kinds = new ArrayList<>(snapshot.capabilities().categories().stream()
                    .filter(c -> c.leafCount() > 1)
                    .map(ai.adcio.catalog.CategorySummary::name)
                    .limit(100)
                    .toList());
            if (kinds.isEmpty()) {
                snapshot.capabilities().brands().stream().limit(100).forEach(b -> kinds.add(b.value()));
            }
            return kinds;
        }
    }

    private static long usedHeap() {
        // Twice, as the first may leave what finalisation frees.
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
