package ai.adcio.catalog;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The end of a {@link RecordFile}, written last: what is not whole has none.
 *
 * @param size how many records there are
 * @param texts where the texts that repeat begin, and the records end
 * @param capabilities where what the catalogue can answer begins
 * @param offsets where the places of the records begin
 * @param hashes where the hashes of the ids begin
 * @param positions where the positions of the records begin, in the order of the hashes
 * @param length the length of the file
 * @param checksum the checksum of all from the texts to the ending
 */
record Ending(
        int size, long texts, long capabilities, long offsets, long hashes, long positions, long length, int checksum) {
    static final int BYTES = 6 * Long.BYTES + 3 * Integer.BYTES;
    private static final int CHUNK = 1 << 16;

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.putInt(size).putLong(texts).putLong(capabilities).putLong(offsets);
        bytes.putLong(hashes).putLong(positions).putLong(length).putInt(checksum);
        return bytes.putInt(sum(bytes.array(), BYTES - Integer.BYTES)).array();
    }

    /** The ending of a file, or null when it has none or what stands before it is not what was written. */
    static @Nullable Ending read(MappedFile file) {
        long start = file.length() - BYTES;
        if (start < RecordFile.HEAD) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(file.bytes(start, BYTES));
        Ending ending = new Ending(
                bytes.getInt(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getInt());
        boolean own = bytes.getInt() == sum(bytes.array(), BYTES - Integer.BYTES) && ending.length == file.length();
        return own && ending.checksum == sum(file, ending.texts, start) ? ending : null;
    }

    private static int sum(byte[] bytes, int count) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, count);
        return (int) sum.getValue();
    }

    private static int sum(MappedFile file, long from, long to) {
        CRC32C sum = new CRC32C();
        for (long at = from; at < to; at += CHUNK) {
            sum.update(file.bytes(at, (int) Math.min(CHUNK, to - at)));
        }
        return (int) sum.getValue();
    }
}
