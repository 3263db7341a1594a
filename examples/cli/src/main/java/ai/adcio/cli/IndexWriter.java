package ai.adcio.cli;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.StoredCatalog;
import ai.adcio.catalog.feed.JsonLines;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import ai.adcio.retrieval.embedding.EmbeddingProgress;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.lucene.EmbeddedRetrieval;
import ai.adcio.sql.H2Retriever;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Fills a new folder with everything that a shop needs, the manifest last. */
final class IndexWriter {
    private static final Duration LONGEST = Duration.ofHours(12);

    private final IndexFolder folder;
    private final ShopSettings settings;
    private final EmbeddingProgress progress;

    IndexWriter(Path root, ShopSettings settings, EmbeddingProgress progress) {
        this.folder = new IndexFolder(root);
        this.settings = settings;
        this.progress = progress;
    }

    /** Writes the folder of a catalogue; the folder exists and is empty. */
    IndexManifest write(Catalog catalog) throws IOException {
        String model = null;
        try (H2Retriever sql = H2Retriever.create(folder.sql())) {
            catalog.attach(sql);
            model = arms(catalog);
        }
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            StoredCatalog.write(folder.records(), snapshot);
            IndexManifest manifest = new IndexManifest(
                    IndexManifest.FORMAT,
                    hash(snapshot),
                    snapshot.records().size(),
                    model,
                    snapshot.capabilities().languages().stream()
                            .map(Language::tag)
                            .toList());
            manifest.write(folder.root());
            return manifest;
        }
    }

    /** Writes the Lucene indexes and the embeddings; returns the model, or null without a vector arm. */
    private @org.jspecify.annotations.Nullable String arms(Catalog catalog) {
        List<AutoCloseable> threads = new ArrayList<>();
        try {
            EmbeddingSettings model = ShopModel.of(catalog, settings, threads);
            if (model == null) {
                try (EmbeddedRetrieval retrieval =
                        EmbeddedRetrieval.builder(catalog).folder(folder.root()).build()) {
                    retrieval.keyword().finish();
                }
                return null;
            }
            // The user's cache, so that an interrupted run does not embed again what it had.
            try (EmbeddingCache cache = EmbeddingCache.in(settings.cache(), model.modelId());
                    EmbeddedRetrieval retrieval = EmbeddedRetrieval.builder(catalog)
                            .folder(folder.root())
                            .embeddings(model)
                            .cache(cache)
                            .progress(progress)
                            .build()) {
                retrieval.keyword().finish();
                if (!retrieval.awaitReady(LONGEST)) {
                    throw new AdcioException("embedding took longer than " + LONGEST.toHours() + " hours");
                }
                retrieval.vector().finish();
                keep(catalog, model, cache);
            }
            return model.modelId();
        } finally {
            ShopOpener.closeAll(threads);
        }
    }

    private void keep(Catalog catalog, EmbeddingSettings model, EmbeddingCache from) {
        try (EmbeddingCache own = EmbeddingCache.in(folder.embeddings(), model.modelId());
                CatalogSnapshot snapshot = catalog.acquire()) {
            snapshot.records().forEach(product -> {
                String passage = model.passage(product);
                float[] vector = from.get(passage);
                if (vector != null) {
                    own.put(passage, vector);
                }
            });
        }
    }

    /** The hash of the records, which is the same for the same catalogue however a folder keeps them. */
    private static String hash(CatalogSnapshot snapshot) {
        MessageDigest hash;
        try {
            hash = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        snapshot.records().forEach(product -> {
            hash.update(JsonLines.encode(product));
            hash.update((byte) '\n');
        });
        return "sha256:" + HexFormat.of().formatHex(hash.digest());
    }
}
