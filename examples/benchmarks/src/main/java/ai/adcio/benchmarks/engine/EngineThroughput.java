package ai.adcio.benchmarks.engine;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Product;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Measures each engine that the arguments name, and prints a table in Markdown. */
public final class EngineThroughput {
    private static final int THREADS = 4;
    private static final int WARM_UPS = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private EngineThroughput() {}

    /** Starts from the command line; without arguments says which there are. */
    public static void main(String[] arguments) throws Exception {
        try {
            run(EngineAddresses.of(arguments, System.getenv()), System.out);
        } catch (AdcioException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        // The clients' own threads do not end by themselves.
        System.exit(0);
    }

    private static void run(EngineAddresses given, PrintStream out) throws Exception {
        try (Shop shop = Shop.open(given.catalog())) {
            ShopQuestions questions = ShopQuestions.read(given.queries(), shop);
            List<Product> filled = shop.products(given.products());
            out.println("| engine | work | ours, a second | bare client, a second | ratio | quartiles | rounds |");
            out.println("|---|---|---|---|---|---|---|");
            if (given.openSearch() != null) {
                try (EngineTrial trial = new OpenSearchTrial(given, given.openSearch(), shop, questions, filled)) {
                    measure(trial, filled.size(), given, out);
                }
            }
            if (given.weaviate() != null) {
                try (EngineTrial trial = new WeaviateTrial(given, given.weaviate(), shop, questions, filled)) {
                    measure(trial, filled.size(), given, out);
                }
            }
            if (given.jdbc() != null) {
                try (EngineTrial trial = new JdbcTrial(given, given.jdbc(), shop, questions.withConditions(), filled)) {
                    measure(trial, filled.size(), given, out);
                }
            }
        }
    }

    private static void measure(EngineTrial trial, int products, EngineAddresses given, PrintStream out)
            throws Exception {
        Searching arm = trial.arm();
        SearchRace search = new SearchRace(trial.questions(), arm, trial.bareSearch());
        if (search.check() == 0) {
            throw new AdcioException("nothing is found in " + trial.name() + "; use another catalogue");
        }
        print(out, trial, "search, 1 thread", search.alone(WARM_UPS, given.rounds()));
        print(
                out,
                trial,
                "search, " + THREADS + " threads",
                search.together(THREADS, 2, Math.max(1, given.rounds() / 2)));
        Searching careless = trial.careless();
        if (careless != null) {
            SearchRace harder = new SearchRace(trial.questions(), arm, careless);
            harder.check();
            print(out, trial, "search, 1 thread, bare without transaction", harder.alone(WARM_UPS, given.rounds()));
        }
        print(out, trial, "filling", new FillRace(products, trial).run(WARM_UP, given.fillings()));
    }

    private static void print(PrintStream out, EngineTrial trial, String work, Ratios ratios) {
        out.printf(
                Locale.ROOT,
                "| %s | %s | %,.0f | %,.0f | %.2f | %.2f to %.2f | %d |%n",
                trial.name(),
                work,
                ratios.ours(),
                ratios.bare(),
                ratios.median(),
                ratios.quantile(0.25),
                ratios.quantile(0.75),
                ratios.rounds().size());
    }
}
