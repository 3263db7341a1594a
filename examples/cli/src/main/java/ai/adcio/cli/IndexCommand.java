package ai.adcio.cli;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Makes a folder from which a shop opens at once, built beside and put in place when it is whole; or fills engines of
 * their own processes.
 */
@Command(
        name = "index",
        description =
                "Index a catalogue: into a folder, from which every other command starts at once, or into engines.",
        mixinStandardHelpOptions = true,
        footerHeading =
                "%nIt may be stopped at any time: the folder is put in place when it is whole, engines serve the%n"
                        + "new products when all hold them, and the next run goes on where this one stopped.%n%nExamples:%n",
        footer = {
            "  adcio index --catalog shop.jsonl.gz --index shop.index",
            "  adcio index --catalog shop.jsonl.gz --opensearch http://localhost:9200 --jdbc jdbc:postgresql://localhost/shop",
            "  adcio index --upserts today.jsonl --delete B07X --shop shop --opensearch http://localhost:9200"
        })
final class IndexCommand implements Callable<Integer> {
    private static final String BUILDING = ".building-";
    private static final String OLD = ".old-";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            description = "The catalogue, plain or gzip: JSON Lines, a Merchant Center feed or Shopify's product CSV"
                    + " (default: the demo catalogue).")
    private @Nullable Path catalog;

    @Option(names = "--index", paramLabel = "DIR", description = "The folder to make or to replace.")
    private @Nullable Path index;

    @Option(
            names = "--upserts",
            paramLabel = "FILE",
            description =
                    "Products to add to what was loaded into the engines, or to replace there; any format of feed.")
    private @Nullable Path upserts;

    @Option(names = "--delete", paramLabel = "ID", split = ",", description = "Products to take out of the engines.")
    private List<String> deletions = new ArrayList<>();

    @Option(
            names = "--checkpoints",
            paramLabel = "DIR",
            description = "Where it is kept how far each engine is (default: a folder in the cache).")
    private @Nullable Path checkpoints;

    @Mixin
    private ShopSettings settings = new ShopSettings();

    @Override
    public Integer call() throws IOException {
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        PrintWriter err = commandLine.getErr();
        boolean engines = settings.engines().any();
        boolean changes = upserts != null || !deletions.isEmpty();
        if (index == null == !engines || changes && !engines) {
            throw new ParameterException(
                    commandLine,
                    "name what to fill: --index DIR, or one or more of --opensearch, --weaviate and --jdbc URL");
        }
        if (changes && catalog != null) {
            throw new ParameterException(commandLine, "--catalog loads everything; leave out --upserts and --delete");
        }
        return engines ? fill(err, changes) : build(err);
    }

    private int fill(PrintWriter err, boolean changes) {
        String shop = settings.engines().shop(catalog);
        EngineFiller filler = new EngineFiller(settings, shop, checkpoints, err);
        Path feed = changes ? upserts : catalog;
        try (Catalog products = products(feed, changes, err)) {
            boolean inStep = changes ? filler.apply(products, changes(products)) : filler.load(products);
            return inStep ? 0 : 1;
        }
    }

    private Catalog products(@Nullable Path feed, boolean changes, PrintWriter err) {
        if (feed == null) {
            return changes ? InMemoryCatalog.empty() : DemoShop.catalog();
        }
        return Feeds.read(feed, settings.currency(), err);
    }

    private CatalogChanges changes(Catalog upserted) {
        List<Product> products = new ArrayList<>();
        try (CatalogSnapshot snapshot = upserted.acquire()) {
            snapshot.records().forEach(products::add);
        }
        return new CatalogChanges(products, deletions);
    }

    private int build(PrintWriter err) throws IOException {
        Path target = Objects.requireNonNull(index).toAbsolutePath().normalize();
        check(target);
        Path feed = catalog;
        long start = System.nanoTime();
        try (Catalog products = feed == null ? DemoShop.catalog() : Feeds.read(feed, settings.currency(), err)) {
            sweep(target);
            Path building = beside(target, BUILDING);
            Files.createDirectories(building);
            ProgressLine progress = ProgressLine.onTerminal(err, "Embedding");
            boolean whole = false;
            try {
                IndexManifest manifest = new IndexWriter(building, settings, progress).write(products);
                putInPlace(building, target);
                whole = true;
                progress.clear();
                err.printf(
                        Locale.ROOT,
                        "%,d products indexed into %s in %.0f s%s%n",
                        manifest.products(),
                        index,
                        (System.nanoTime() - start) / 1e9,
                        manifest.model() == null ? ", without vectors" : "");
            } finally {
                if (!whole) {
                    progress.clear();
                    delete(building);
                }
            }
        }
        return 0;
    }

    /** Refuses to replace a folder that holds something else. */
    private static void check(Path target) throws IOException {
        if (!Files.exists(target) || IndexManifest.isIn(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new AdcioException(target + " is a file; name a folder");
        }
        try (Stream<Path> inside = Files.list(target)) {
            if (inside.findAny().isPresent()) {
                throw new AdcioException(target + " is no index and not empty; name another folder");
            }
        }
    }

    private static Path beside(Path target, String mark) {
        return target.resolveSibling(
                target.getFileName() + mark + ProcessHandle.current().pid());
    }

    private static void putInPlace(Path building, Path target) throws IOException {
        Path old = beside(target, OLD);
        if (Files.exists(target)) {
            Files.move(target, old);
        }
        try {
            Files.move(building, target);
        } catch (IOException e) {
            if (Files.exists(old)) {
                Files.move(old, target);
            }
            throw e;
        }
        // Processes that have the old one open keep it until they close it.
        delete(old);
    }

    /** Takes away what runs that were killed left behind. */
    private static void sweep(Path target) throws IOException {
        Path parent = Objects.requireNonNull(target.getParent());
        if (!Files.isDirectory(parent)) {
            return;
        }
        List<Path> left;
        try (Stream<Path> beside = Files.list(parent)) {
            left = beside.filter(path -> isLeftBehind(path, target)).toList();
        }
        for (Path path : left) {
            // Killed between its two moves, a run leaves the old index under another name and none in its place.
            boolean only =
                    !Files.exists(target) && String.valueOf(path.getFileName()).startsWith(target.getFileName() + OLD);
            if (only) {
                Files.move(path, target);
            } else {
                delete(path);
            }
        }
    }

    private static boolean isLeftBehind(Path path, Path target) {
        String name = String.valueOf(path.getFileName());
        for (String mark : List.of(BUILDING, OLD)) {
            String start = target.getFileName() + mark;
            if (name.startsWith(start) && name.substring(start.length()).matches("\\d{1,18}")) {
                long pid = Long.parseLong(name.substring(start.length()));
                return ProcessHandle.of(pid).isEmpty();
            }
        }
        return false;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> inside = Files.walk(folder)) {
            deepestFirst = inside.sorted(java.util.Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
