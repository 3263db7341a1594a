package ai.adcio.catalog.feed;

import ai.adcio.catalog.feed.GroupSorter.Placed;
import ai.adcio.catalog.feed.GroupSorter.Run;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs of rows in one temporary file, which only its owner may read and which is gone when it is closed, or when the
 * process ends. Not thread safe.
 */
final class SpillFile implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    // A feed has few fields and many rows: a field's name goes by its number.
    private final List<String> fields = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    private SpillFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static SpillFile create(@Nullable Path folder) throws IOException {
        String place = folder == null ? System.getProperty("java.io.tmpdir") : folder.toString();
        try {
            Path path = folder == null
                    ? Files.createTempFile("adcio-feed-", ".rows")
                    : Files.createTempFile(folder, "adcio-feed-", ".rows");
            return new SpillFile(
                    path,
                    FileChannel.open(
                            path,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            // Unlinked at once where the system can, so that not even a killed process leaves it.
                            StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw new BrokenFeed(
                    "holds more rows than fit the heap, and " + place + " takes no file for them (" + e.getMessage()
                            + "); name another temporary folder",
                    e);
        }
    }

    /** Appends rows and returns them as a run. */
    Run write(List<Placed> rows) throws IOException {
        try {
            long start = channel.position();
            // Not closed: that would close the channel.
            DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
            for (Placed placed : rows) {
                write(placed, out);
            }
            out.flush();
            long end = channel.position();
            int buffer = (int) Math.min(BUFFER, Math.max(1, end - start));
            DataInputStream in = new DataInputStream(new BufferedInputStream(new Section(start, end), buffer));
            int[] left = {rows.size()};
            return () -> left[0]-- > 0 ? read(in) : null;
        } catch (IOException e) {
            throw new BrokenFeed(
                    "holds more rows than fit the heap, and " + path + " cannot be written (" + e.getMessage()
                            + "); name another temporary folder",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }

    private void write(Placed placed, DataOutputStream out) throws IOException {
        out.writeLong(placed.group());
        out.writeLong(placed.row().number());
        List<Cell> cells = placed.row().cells();
        out.writeInt(cells.size());
        for (Cell cell : cells) {
            out.writeInt(numbers.computeIfAbsent(cell.field(), name -> {
                fields.add(name);
                return fields.size() - 1;
            }));
            byte[] value = cell.value().getBytes(StandardCharsets.UTF_8);
            out.writeInt(value.length);
            out.write(value);
        }
    }

    private Placed read(DataInputStream in) throws IOException {
        long group = in.readLong();
        long number = in.readLong();
        int count = in.readInt();
        List<Cell> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String field = fields.get(in.readInt());
            cells.add(new Cell(field, new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8)));
        }
        return new Placed(group, new Row(number, cells));
    }

    /** One part of the file, read by position, as all runs share the channel. */
    private final class Section extends InputStream {
        private final long end;
        private long position;

        Section(long start, long end) {
            this.position = start;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (position == end) {
                return -1;
            }
            int wanted = (int) Math.min(length, end - position);
            int count = channel.read(ByteBuffer.wrap(target, offset, wanted), position);
            position += Math.max(0, count);
            return count;
        }
    }
}
