package ai.adcio.cli;

import ai.adcio.Language;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.embedding.InProcessEmbeddings;
import ai.adcio.retrieval.embedding.OpenAiEmbeddings;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The embedding model that the options name: a server's, or the English one in this process. */
public final class ShopModel {
    private static final String KEY = "ADCIO_EMBEDDINGS_KEY";

    private ShopModel() {}

    /** The model for a catalogue, or null when the options want none or it would have nothing to read there. */
    static @Nullable EmbeddingSettings of(Catalog catalog, ShopSettings settings, List<AutoCloseable> resources) {
        if (!settings.vector()) {
            return null;
        }
        EmbeddingServer server = settings.embeddings();
        if (server != null) {
            return of(server, settings);
        }
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            return snapshot.capabilities().languages().contains(Language.ENGLISH)
                    ? InProcessEmbeddings.english(executor(resources))
                    : null;
        }
    }

    /** The model, whatever there is to read. */
    public static EmbeddingSettings of(ShopSettings settings, List<AutoCloseable> resources) {
        EmbeddingServer server = settings.embeddings();
        return server == null ? InProcessEmbeddings.english(executor(resources)) : of(server, settings);
    }

    private static EmbeddingSettings of(EmbeddingServer server, ShopSettings settings) {
        return OpenAiEmbeddings.builder(server.url(), server.model())
                .inputTypeIfTaken()
                .apiKey(() -> {
                    String key = System.getenv(KEY);
                    return key == null ? "" : key;
                })
                .languages(settings.embeddingLanguages().toArray(new Language[0]))
                .build();
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
