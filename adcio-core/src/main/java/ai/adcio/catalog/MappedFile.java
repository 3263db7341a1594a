package ai.adcio.catalog;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of any length that is mapped into memory to be read. A channel would be closed for every thread when one that
 * reads from it is interrupted; a mapping has no such end. It goes with this object. Thread safe.
 */
final class MappedFile {
    private static final int WINDOW_BITS = 30;

    /**
     * A buffer is 2 GB at most. One begins at each GB and reaches over the next, so that whatever is shorter than that
     * lies in one of them as a whole.
     */
    private final MappedByteBuffer[] windows;

    private final long length;

    private MappedFile(MappedByteBuffer[] windows, long length) {
        this.windows = windows;
        this.length = length;
    }

    static MappedFile open(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long length = channel.size();
            MappedByteBuffer[] windows = new MappedByteBuffer[Math.toIntExact((length >>> WINDOW_BITS) + 1)];
            for (int i = 0; i < windows.length; i++) {
                long start = (long) i << WINDOW_BITS;
                windows[i] =
                        channel.map(FileChannel.MapMode.READ_ONLY, start, Math.min(length - start, Integer.MAX_VALUE));
            }
            return new MappedFile(windows, length);
        }
    }

    long length() {
        return length;
    }

    long longAt(long place) {
        return window(place).getLong(offset(place));
    }

    int intAt(long place) {
        return window(place).getInt(offset(place));
    }

    byte[] bytes(long place, int count) {
        byte[] bytes = new byte[count];
        window(place).get(offset(place), bytes);
        return bytes;
    }

    private MappedByteBuffer window(long place) {
        return windows[(int) (place >>> WINDOW_BITS)];
    }

    private static int offset(long place) {
        return (int) (place & (1 << WINDOW_BITS) - 1);
    }
}
