package ai.adcio.cli.eval;

import ai.adcio.AdcioException;
import ai.adcio.cli.EngineOptions;
import ai.adcio.cli.OneLine;
import ai.adcio.cli.ProgressLine;
import ai.adcio.cli.Shop;
import ai.adcio.cli.ShopModel;
import ai.adcio.cli.ShopOpener;
import ai.adcio.cli.ShopOptions;
import ai.adcio.cli.ShopSettings;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a shopper gets while an engine fails in each of many ways, and whether it keeps what it acknowledged. */
@Command(
        name = "faults",
        description =
                "Let true engines fail in many ways behind a fault proxy: what shoppers get, how soon, and whether"
                        + " anything that was acknowledged is lost. Prints tables in Markdown.",
        mixinStandardHelpOptions = true,
        footerHeading = "%n",
        footer = "Give it engines for tests only: it fills and removes shops named faults.., and makes the database of"
                + " --jdbc, which must be PostgreSQL, read-only for a while.")
final class FaultsCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private EngineOptions engines = new EngineOptions();

    @Option(
            names = "--toxiproxy",
            paramLabel = "URL",
            required = true,
            description =
                    "The control address of a Toxiproxy that runs on this machine, such as http://127.0.0.1:8474.")
    private @Nullable URI toxiproxy;

    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            description = "The catalogue, in English (default: the demo shop).")
    private @Nullable Path catalog;

    @Option(
            names = "--turns",
            defaultValue = "20",
            description = "How many turns a fault is measured by (default: ${DEFAULT-VALUE}).")
    private int turns = 20;

    @Option(
            names = "--deadline",
            paramLabel = "MS",
            defaultValue = "500",
            description = "How long a turn waits for its arms (default: ${DEFAULT-VALUE}).")
    private int deadline = 500;

    @Option(
            names = "--limit",
            paramLabel = "MINUTES",
            defaultValue = "40",
            description = "When to give up, as something hangs (default: ${DEFAULT-VALUE}).")
    private int limit = 40;

    private volatile String underWay = "the start";

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec own = Objects.requireNonNull(spec);
        if (!engines.any()) {
            throw new ParameterException(
                    own.commandLine(), "name what is to fail: one or more of --opensearch, --weaviate and --jdbc URL");
        }
        if (turns < 1 || deadline < 1 || limit < 1) {
            throw new ParameterException(
                    own.commandLine(), "--turns, --deadline and --limit must each be more than zero");
        }
        PrintWriter out = own.commandLine().getOut();
        PrintWriter err = own.commandLine().getErr();
        // On another thread, so that not even an arm that hangs for good keeps this command.
        CompletableFuture<Integer> failed = new CompletableFuture<>();
        Thread.ofPlatform().name("adcio-faults").daemon().start(() -> {
            try {
                failed.complete(measure(out, err));
            } catch (RuntimeException | LinkageError e) {
                failed.completeExceptionally(e);
            }
        });
        try {
            int rows = failed.get(limit, TimeUnit.MINUTES);
            out.printf("%n%s%n", rows == 0 ? "Every row is as it must be." : rows + " rows are not as they must be.");
            out.flush();
            return rows == 0 ? 0 : 1;
        } catch (TimeoutException e) {
            out.printf("%n%s was under way after %d minutes.%n", underWay, limit);
            out.flush();
            return 1;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new AdcioException(underWay + ": " + OneLine.of(cause), cause);
        }
    }

    /** Measures everything; how many rows are not as they must be. */
    private int measure(PrintWriter out, PrintWriter err) {
        ProgressLine progress = ProgressLine.onTerminal(err, "Embedding");
        ShopSettings settings = new ShopSettings();
        List<AutoCloseable> resources = new ArrayList<>();
        try (Toxiproxy proxy = new Toxiproxy(Objects.requireNonNull(toxiproxy))) {
            List<TestedEngine> tested = tested(proxy);
            try (Shop shop = catalog == null
                    ? ShopOpener.open(new ShopOptions(), err, progress)
                    : ShopOpener.open(catalog, settings, err, progress)) {
                shop.awaitReady();
                progress.clear();
                EmbeddingSettings model = ShopModel.of(settings, resources);
                FaultMatrix matrix = new FaultMatrix(
                        new FaultTurns(shop, model, Duration.ofMillis(deadline)),
                        new EngineLoad(shop.catalog(), model),
                        turns,
                        out,
                        now -> underWay = now);
                out.printf(
                        Locale.ROOT,
                        "%d turns a fault, deadline %d ms, allowed %d ms%n",
                        turns,
                        deadline,
                        deadline + FaultTurns.GRACE.toMillis());
                tested.forEach(matrix::measure);
                return matrix.failed();
            }
        } finally {
            ShopOpener.closeAll(resources);
        }
    }

    private List<TestedEngine> tested(Toxiproxy proxy) {
        List<TestedEngine> tested = new ArrayList<>();
        String words = engines.openSearch();
        if (words != null) {
            tested.add(new TestedOpenSearch(words, proxy));
        }
        URI vectors = engines.weaviate();
        if (vectors != null) {
            tested.add(new TestedWeaviate(vectors, engines.weaviateGrpc(), proxy));
        }
        String database = engines.jdbc();
        if (database != null) {
            tested.add(new TestedPostgres(database, proxy));
        }
        return tested;
    }
}
