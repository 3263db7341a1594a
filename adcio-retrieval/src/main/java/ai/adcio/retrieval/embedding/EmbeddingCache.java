package ai.adcio.retrieval.embedding;

import ai.adcio.AdcioException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Embeddings on disk, found by the content that was embedded and the model that did it, so that nothing is embedded
 * twice. One file for each model, which only grows; each entry carries a checksum, and a tail that a crash cut off is
 * passed over. Several processes may read and append at once. Thread safe.
 */
public final class EmbeddingCache implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingCache.class);
    private static final int MAGIC = 0xADC10E01;
    private static final int HASH_BYTES = 16;
    private static final int MOST_DIMENSIONS = 16_384;

    private final Map<Key, float[]> vectors = new ConcurrentHashMap<>();
    private final @Nullable FileChannel file;

    private EmbeddingCache(@Nullable FileChannel file) {
        this.file = file;
    }

    /** A cache that is forgotten with this process. */
    public static EmbeddingCache inMemory() {
        return new EmbeddingCache(null);
    }

    /**
     * The cache of a model in a folder, which is created when it is not there. When the folder cannot be written the
     * cache serves what it holds and keeps the rest in memory.
     *
     * @throws AdcioException when the folder's file cannot be read at all
     */
    public static EmbeddingCache in(Path folder, String modelId) {
        Path path = folder.resolve("embeddings-" + HexFormat.of().formatHex(hash(modelId), 0, 8) + ".bin");
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.debug("the embedding cache {} is read only", path, e);
        }
        EmbeddingCache cache = new EmbeddingCache(channel);
        if (Files.exists(path)) {
            try {
                cache.read(path);
            } catch (IOException e) {
                throw new AdcioException(
                        "cannot read the embedding cache " + path + ": " + e.getMessage() + "; delete it to start anew",
                        e);
            }
        }
        return cache;
    }

    /** The embedding of a text, or null when it is not here; do not change it. */
    public float @Nullable [] get(String text) {
        return vectors.get(new Key(hash(text)));
    }

    /** Keeps the embedding of a text; the array is taken over. */
    public void put(String text, float[] vector) {
        Key key = new Key(hash(text));
        if (vectors.putIfAbsent(key, vector) == null) {
            append(key, vector);
        }
    }

    /** How many embeddings there are. */
    public int size() {
        return vectors.size();
    }

    private synchronized void append(Key key, float[] vector) {
        if (file == null || !file.isOpen()) {
            return;
        }
        ByteBuffer entry = ByteBuffer.allocate(4 + HASH_BYTES + 4 + 4 * vector.length + 4);
        entry.putInt(MAGIC).put(key.hash).putInt(vector.length);
        for (float value : vector) {
            entry.putFloat(value);
        }
        CRC32 crc = new CRC32();
        crc.update(entry.array(), 0, entry.position());
        entry.putInt((int) crc.getValue()).flip();
        try {
            // One write an entry: in append mode the entries of two processes do not mix.
            while (entry.hasRemaining()) {
                file.write(entry);
            }
        } catch (IOException e) {
            LOG.warn("could not write to the embedding cache; it will be embedded again next time", e);
        }
    }

    private void read(Path path) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
            while (in.available() > 0 && readEntry(in)) {
                // Each entry adds itself.
            }
        }
    }

    /** Reads one entry; false at the end or where the file is damaged, after which nothing can be trusted. */
    private boolean readEntry(DataInputStream in) throws IOException {
        byte[] head = in.readNBytes(4 + HASH_BYTES + 4);
        if (head.length < 4 + HASH_BYTES + 4) {
            return false;
        }
        ByteBuffer header = ByteBuffer.wrap(head);
        int magic = header.getInt();
        byte[] hash = new byte[HASH_BYTES];
        header.get(hash);
        int dimensions = header.getInt();
        if (magic != MAGIC || dimensions < 1 || dimensions > MOST_DIMENSIONS) {
            LOG.warn("the embedding cache is damaged; what follows will be embedded again");
            return false;
        }
        byte[] body = in.readNBytes(4 * dimensions + 4);
        if (body.length < 4 * dimensions + 4) {
            return false;
        }
        CRC32 crc = new CRC32();
        crc.update(head);
        crc.update(body, 0, 4 * dimensions);
        ByteBuffer values = ByteBuffer.wrap(body);
        float[] vector = new float[dimensions];
        values.asFloatBuffer().get(vector);
        if (values.getInt(4 * dimensions) != (int) crc.getValue()) {
            LOG.warn("the embedding cache is damaged; what follows will be embedded again");
            return false;
        }
        vectors.put(new Key(hash), vector);
        return true;
    }

    private static byte[] hash(String text) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return java.util.Arrays.copyOf(all, HASH_BYTES);
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

    /** A hash that can be a key of a map. */
    private static final class Key {
        private final byte[] hash;

        Key(byte[] hash) {
            this.hash = hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && java.util.Arrays.equals(hash, that.hash);
        }

        @Override
        public int hashCode() {
            return ByteBuffer.wrap(hash).getInt();
        }
    }
}
