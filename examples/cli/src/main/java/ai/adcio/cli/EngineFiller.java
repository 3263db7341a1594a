package ai.adcio.cli;

import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.sync.CatalogIndexer;
import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.catalog.sync.SinkStatus;
import ai.adcio.catalog.sync.SyncReport;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fills the engines that the options name, and says how far each is. */
final class EngineFiller {
    private final ShopSettings settings;
    private final String shop;
    private final @Nullable Path checkpoints;
    private final PrintWriter err;
    private final Map<String, Long> written = new ConcurrentHashMap<>();

    /**
     * Fills the engines of a shop.
     *
     * @param checkpoints the folder in which a run that was stopped is gone on with, or null for one in the user's cache
     */
    EngineFiller(ShopSettings settings, String shop, @Nullable Path checkpoints, PrintWriter err) {
        this.settings = settings;
        this.shop = shop;
        this.checkpoints = checkpoints;
        this.err = err;
    }

    /** Brings the engines to a whole catalogue; false when one of them is behind. */
    boolean load(Catalog catalog) {
        return run(catalog, indexer -> {
            try (CatalogSnapshot snapshot = catalog.acquire()) {
                return indexer.load(snapshot);
            }
        });
    }

    /** Applies changes to what was loaded; false when an engine is behind. */
    boolean apply(Catalog changed, CatalogChanges changes) {
        return run(changed, indexer -> indexer.apply(changes));
    }

    private boolean run(Catalog catalog, Function<CatalogIndexer, SyncReport> work) {
        long start = System.nanoTime();
        List<AutoCloseable> resources = new ArrayList<>();
        ProgressLine progress = ProgressLine.onTerminal(err, "Writing");
        try {
            EmbeddingSettings model =
                    settings.engines().weaviate() == null ? null : ShopModel.of(catalog, settings, resources);
            EmbeddingCache cache = model == null ? null : EmbeddingCache.in(settings.cache(), model.modelId());
            if (cache != null) {
                resources.add(cache);
            }
            List<CatalogSink> sinks = new ArrayList<>();
            new Engines(settings.engines(), shop, resources).addSinks(sinks, model, cache);
            CatalogIndexer.Builder builder =
                    CatalogIndexer.builder(folder()).listener(status -> tell(progress, status, sinks.size()));
            sinks.forEach(builder::sink);
            try (CatalogIndexer indexer = builder.build()) {
                SyncReport report = work.apply(indexer);
                progress.clear();
                print(report, (System.nanoTime() - start) / 1e9);
                return report.inStep();
            }
        } finally {
            progress.clear();
            ShopOpener.closeAll(resources);
        }
    }

    /** One folder for each shop in each set of engines: what one cluster has says nothing of another. */
    private Path folder() {
        if (checkpoints != null) {
            return checkpoints;
        }
        EngineOptions engines = settings.engines();
        String places = engines.openSearch() + " " + engines.weaviate() + " " + engines.jdbc();
        return settings.cache().resolve("sync").resolve(shop + "-" + Integer.toHexString(places.hashCode()));
    }

    private void tell(ProgressLine progress, SinkStatus status, int sinks) {
        written.put(status.sink(), status.written());
        long done = written.values().stream().mapToLong(Long::longValue).sum();
        progress.step((int) done, (int) (status.total() * sinks));
    }

    private void print(SyncReport report, double seconds) {
        for (SinkStatus sink : report.sinks()) {
            err.printf(
                    Locale.ROOT,
                    "%-8s %,d of %,d products, %s%n",
                    sink.sink(),
                    sink.written(),
                    sink.total(),
                    sink.failure() != null
                            ? "behind: " + TextTable.harmless(sink.failure())
                            : sink.published()
                                    ? sink.pendingChanges() == 0 ? "in step" : sink.pendingChanges() + " batches behind"
                                    : "written, and waits for the others");
            sink.refused().stream()
                    .limit(10)
                    .forEach(refusal ->
                            err.printf("  refused %s: %s%n", refusal.id(), TextTable.harmless(refusal.cause())));
        }
        err.printf(Locale.ROOT, "shop %s, %.1f s%n", shop, seconds);
    }
}
