package ai.adcio.cli.eval;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.sync.CatalogIndexer;
import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.catalog.sync.SinkStatus;
import ai.adcio.catalog.sync.SyncReport;
import ai.adcio.cli.EngineOptions;
import ai.adcio.cli.Engines;
import ai.adcio.cli.OneLine;
import ai.adcio.cli.ShopOpener;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Fills engines with one catalogue, in peace and under faults. */
final class EngineLoad {
    /** The shop that is filled under faults. */
    static final String SHOP = "faultsfill";

    private static final int BATCHES = 10;
    private static final int STRUCK_BATCH = 3;
    private static final Duration FAULT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Catalog catalog;
    private final EmbeddingSettings model;
    // One for all fillings: each text is embedded once.
    private final EmbeddingCache cache = EmbeddingCache.inMemory();

    EngineLoad(Catalog catalog, EmbeddingSettings model) {
        this.catalog = catalog;
        this.model = model;
    }

    /** Fills a shop. */
    void fill(EngineOptions engine, String shop) {
        List<AutoCloseable> resources = new ArrayList<>();
        try (Folder folder = new Folder();
                CatalogSnapshot snapshot = catalog.acquire();
                CatalogIndexer indexer = CatalogIndexer.builder(folder.path)
                        .sink(sink(engine, shop, resources))
                        .build()) {
            SyncReport report = indexer.load(snapshot);
            if (!report.inStep()) {
                throw new AdcioException("the engine could not be filled: "
                        + report.sinks().getFirst().failure());
            }
        } finally {
            ShopOpener.closeAll(resources);
        }
    }

    private CatalogSink sink(EngineOptions engine, String shop, List<AutoCloseable> resources) {
        List<CatalogSink> sinks = new ArrayList<>();
        new Engines(engine, shop, resources).addSinks(sinks, model, cache);
        return sinks.getFirst();
    }

    /** Fills a shop in batches, of which some meet a fault that passes after three seconds. */
    WriteRow fillUnder(Fault fault, TestedEngine engine) {
        engine.remove(SHOP);
        List<AutoCloseable> resources = new ArrayList<>();
        long[] struck = {0};
        try (Folder folder = new Folder();
                CatalogSnapshot snapshot = catalog.acquire()) {
            int products = snapshot.records().size();
            AcknowledgedSink watched =
                    new AcknowledgedSink(sink(engine.proxied(SHOP), SHOP, resources), STRUCK_BATCH, () -> {
                        struck[0] = System.nanoTime();
                        fault.strike().run();
                        Thread.startVirtualThread(() -> {
                            pause(FAULT);
                            fault.heal().run();
                        });
                    });
            try (CatalogIndexer indexer = CatalogIndexer.builder(folder.path)
                    .sink(watched)
                    .batchSize(Math.max(1, products / BATCHES))
                    .build()) {
                Set<String> said = new LinkedHashSet<>();
                boolean whole = goOn(indexer, snapshot, said);
                double seconds = whole ? (System.nanoTime() - struck[0]) / 1e9 : Double.NaN;
                Set<String> held = engine.held(SHOP);
                Set<String> lost = new HashSet<>(watched.acknowledged());
                int acknowledged = lost.size();
                lost.removeAll(held);
                return new WriteRow(
                        fault.name(),
                        String.join("; ", said),
                        seconds,
                        acknowledged,
                        held.size(),
                        products,
                        lost.size());
            }
        } finally {
            ShopOpener.closeAll(resources);
        }
    }

    /** Loads again and again, as a shop's timer would, until the engine has everything; false when it never has. */
    private static boolean goOn(CatalogIndexer indexer, CatalogSnapshot snapshot, Set<String> said) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            SyncReport report = indexer.load(snapshot);
            SinkStatus status = report.sinks().getFirst();
            status.refused().forEach(refusal -> said.add("refused: " + refusal.cause()));
            if (report.inStep()) {
                return true;
            }
            said.add(String.valueOf(status.failure()));
            pause(Duration.ofSeconds(1));
        }
        return false;
    }

    /** Waits. */
    static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(Math.min(end - System.nanoTime(), TimeUnit.SECONDS.toNanos(1)));
        }
    }

    /** A folder for the indexer's checkpoints that is gone in the end. */
    private static final class Folder implements AutoCloseable {
        private final Path path;

        Folder() {
            try {
                path = Files.createTempDirectory("adcio-faults");
            } catch (IOException e) {
                throw new AdcioException("cannot make a folder for checkpoints: " + OneLine.of(e), e);
            }
        }

        @Override
        public void close() {
            try (Stream<Path> inside = Files.walk(path)) {
                for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new AdcioException("cannot remove the folder " + path + ": " + OneLine.of(e), e);
            }
        }
    }
}
