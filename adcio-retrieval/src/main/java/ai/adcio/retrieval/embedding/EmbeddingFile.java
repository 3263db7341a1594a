package ai.adcio.retrieval.embedding;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One growing file of embeddings. An entry is a mark, the hash of the content, the number of dimensions, the values and a
 * checksum over all of it, big-endian. An entry is written at once in append mode, so that those of several processes do
 * not mix. What is not a whole entry is passed over up to the next mark. Thread safe.
 */
final class EmbeddingFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingFile.class);
    private static final int MARK = 0xADC10E01;
    private static final int HEAD = Integer.BYTES + ContentHash.BYTES + Integer.BYTES;
    private static final int MOST_DIMENSIONS = 16_384;
    // Longer than any entry, so that one which does not fit is always at the end of the file or of the window.
    private static final int WINDOW = 1 << 22;

    // Neither is a channel: a thread that is interrupted closes a channel for all others.
    private final RandomAccessFile reading;
    private final @Nullable OutputStream writing;

    // Guarded by this.
    private final Map<ContentHash, Long> places = new HashMap<>();
    private long scanned;

    private EmbeddingFile(RandomAccessFile reading, @Nullable OutputStream writing) {
        this.reading = reading;
        this.writing = writing;
    }

    /** Opens a file, which is created when it is not there; null when there is none and none can be made. */
    static @Nullable EmbeddingFile open(Path path) throws IOException {
        OutputStream writing = null;
        try {
            Path folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            writing = new FileOutputStream(path.toFile(), true);
        } catch (IOException e) {
            LOG.debug("the embedding cache {} is read only", path, e);
        }
        if (!Files.exists(path)) {
            return null;
        }
        EmbeddingFile file = new EmbeddingFile(new RandomAccessFile(path.toFile(), "r"), writing);
        file.scan();
        return file;
    }

    /** The embedding of a content, or null when no process has written one. */
    synchronized float @Nullable [] get(ContentHash key) throws IOException {
        Long place = places.get(key);
        if (place == null) {
            scan();
            place = places.get(key);
        }
        if (place == null) {
            return null;
        }
        reading.seek(place + HEAD - Integer.BYTES);
        byte[] bytes = new byte[reading.readInt() * Float.BYTES];
        reading.readFully(bytes);
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return vector;
    }

    /**
     * Adds an embedding.
     *
     * @throws IOException when the file cannot be written
     */
    synchronized void append(ContentHash key, float[] vector) throws IOException {
        if (writing == null || vector.length > MOST_DIMENSIONS) {
            throw new IOException("the file takes no such entry");
        }
        if (places.containsKey(key)) {
            return;
        }
        ByteBuffer entry = ByteBuffer.allocate(HEAD + vector.length * Float.BYTES + Integer.BYTES);
        entry.putInt(MARK).putLong(key.high()).putLong(key.low()).putInt(vector.length);
        for (float value : vector) {
            entry.putFloat(value);
        }
        entry.putInt(checksum(entry.array(), 0, entry.position()));
        writing.write(entry.array());
    }

    synchronized int size() {
        return places.size();
    }

    /** Reads what was written since, by whichever process. */
    private void scan() throws IOException {
        long length = reading.length();
        while (scanned < length) {
            byte[] window = new byte[(int) Math.min(WINDOW, length - scanned)];
            reading.seek(scanned);
            reading.readFully(window);
            int used = scanWindow(window);
            if (used == 0) {
                // An entry that another process has not finished, or that a crash cut off: looked at again next time.
                return;
            }
            scanned += used;
        }
    }

    /** How much of the window was read for good: up to what may be an entry that is not there as a whole yet. */
    private int scanWindow(byte[] window) {
        ByteBuffer bytes = ByteBuffer.wrap(window);
        int at = 0;
        int unfinished = -1;
        while (at + HEAD <= window.length) {
            int dimensions = bytes.getInt(at) == MARK ? bytes.getInt(at + HEAD - Integer.BYTES) : 0;
            int end = at + HEAD + dimensions * Float.BYTES;
            if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
                at++;
            } else if (end + Integer.BYTES > window.length) {
                // Whole entries behind it would mean that a crash cut it off.
                unfinished = unfinished < 0 ? at : unfinished;
                at++;
            } else if (bytes.getInt(end) == checksum(window, at, end)) {
                places.putIfAbsent(ContentHash.from(bytes.slice(at + Integer.BYTES, ContentHash.BYTES)), scanned + at);
                at = end + Integer.BYTES;
                unfinished = -1;
            } else {
                at++;
            }
        }
        return unfinished < 0 ? at : unfinished;
    }

    private static int checksum(byte[] bytes, int from, int to) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, to - from);
        return (int) crc.getValue();
    }

    @Override
    public synchronized void close() throws IOException {
        places.clear();
        try {
            reading.close();
        } finally {
            if (writing != null) {
                writing.close();
            }
        }
    }
}
