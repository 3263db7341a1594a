package ai.adcio.retrieval.embedding;

import ai.adcio.AdcioException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Embeddings found by the content that was embedded and the model that did it, so that nothing is embedded twice. On
 * disk there is one file for each model, which only grows; several processes may read and append at once, and each sees
 * what the others add. What a crash cut off or a disk damaged is passed over. Only the places of the embeddings are kept
 * in memory, about a hundred bytes for each. Thread safe.
 */
public final class EmbeddingCache implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingCache.class);

    private final Map<ContentHash, float[]> vectors = new ConcurrentHashMap<>();
    private final @Nullable EmbeddingFile file;

    private EmbeddingCache(@Nullable EmbeddingFile file) {
        this.file = file;
    }

    /** A cache that is forgotten with this process. */
    public static EmbeddingCache inMemory() {
        return new EmbeddingCache(null);
    }

    /**
     * The cache of a model in a folder, which is created when it is not there. A folder that cannot be written serves
     * what it holds; the rest is kept in memory.
     *
     * @param modelId names the model and its version, as {@link EmbeddingSettings#modelId()} does
     * @throws AdcioException when the folder's file cannot be read at all
     */
    public static EmbeddingCache in(Path folder, String modelId) {
        Path path = folder.resolve("embeddings-" + HexFormat.of().formatHex(sha256(modelId), 0, 8) + ".bin");
        try {
            return new EmbeddingCache(EmbeddingFile.open(path));
        } catch (IOException e) {
            throw new AdcioException(
                    "cannot read the embedding cache " + path + ": " + e.getMessage() + "; delete it to start anew", e);
        }
    }

    /** The embedding of a text, or null when it is not here; do not change it. */
    public float @Nullable [] get(String text) {
        ContentHash key = ContentHash.of(sha256(text));
        float[] kept = vectors.get(key);
        if (kept != null || file == null) {
            return kept;
        }
        try {
            return file.get(key);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("could not read the embedding cache; the product will be embedded again", e);
            return null;
        }
    }

    /** Keeps the embedding of a text; the array is taken over. */
    public void put(String text, float[] vector) {
        ContentHash key = ContentHash.of(sha256(text));
        if (file == null) {
            vectors.put(key, vector);
            return;
        }
        try {
            file.append(key, vector);
        } catch (IOException e) {
            LOG.warn("could not write to the embedding cache; it will be embedded again next time", e);
            vectors.put(key, vector);
        }
    }

    /** How many embeddings there are. */
    public int size() {
        return vectors.size() + (file == null ? 0 : file.size());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            LOG.warn("could not close the embedding cache", e);
        }
    }
}
