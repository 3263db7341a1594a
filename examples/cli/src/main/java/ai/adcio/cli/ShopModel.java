package ai.adcio.cli;

import ai.adcio.Language;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.embedding.InProcessEmbeddings;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The embedding model that the options name, or the English one in this process. */
public final class ShopModel {
    private ShopModel() {}

    /** The model for a catalogue, or null when the options want none or it would have nothing to read there. */
    static @Nullable EmbeddingSettings of(Catalog catalog, ShopSettings settings, List<AutoCloseable> resources) {
        if (!settings.vector()) {
            return null;
        }
        NamedModel named = settings.embeddings().model();
        if (named != null) {
            return named.settings(settings.embeddings(), () -> executor(resources));
        }
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            return snapshot.capabilities().languages().contains(Language.ENGLISH)
                    ? InProcessEmbeddings.english(executor(resources))
                    : null;
        }
    }

    /** The model, whatever there is to read. */
    public static EmbeddingSettings of(ShopSettings settings, List<AutoCloseable> resources) {
        NamedModel named = settings.embeddings().model();
        return named == null
                ? InProcessEmbeddings.english(executor(resources))
                : named.settings(settings.embeddings(), () -> executor(resources));
    }

    /** Threads for embedding, closed with the shop. */
    private static ExecutorService executor(List<AutoCloseable> resources) {
        ExecutorService executor = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().name("adcio-onnx-", 0).daemon().factory());
        resources.add(executor::shutdown);
        return executor;
    }
}
