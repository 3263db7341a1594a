package ai.adcio.retrieval.embedding;

import java.nio.ByteBuffer;

/** The first 16 bytes of a text's SHA-256: enough that no two texts meet. */
record ContentHash(long high, long low) {
    static final int BYTES = 16;

    static ContentHash of(byte[] hash) {
        return from(ByteBuffer.wrap(hash));
    }

    static ContentHash from(ByteBuffer bytes) {
        return new ContentHash(bytes.getLong(), bytes.getLong());
    }
}
