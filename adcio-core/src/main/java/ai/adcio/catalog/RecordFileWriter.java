package ai.adcio.catalog;

import ai.adcio.AdcioException;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** Writes a {@link RecordFile} from front to end. Used once. */
final class RecordFileWriter {
    private final CheckedOutputStream checked;
    private final DataOutputStream out;
    private final Map<String, Integer> repeated = new HashMap<>();
    private long written;

    private RecordFileWriter(CheckedOutputStream checked) {
        this.checked = checked;
        this.out = new DataOutputStream(checked);
    }

    static void write(Path path, CatalogSnapshot snapshot) {
        Path beside = path.resolveSibling(
                path.getFileName() + ".writing-" + ProcessHandle.current().pid());
        try {
            try (FileOutputStream file = new FileOutputStream(beside.toFile())) {
                CheckedOutputStream checked =
                        new CheckedOutputStream(new BufferedOutputStream(file, 1 << 16), new CRC32C());
                new RecordFileWriter(checked).write(snapshot);
                checked.flush();
                // The name must not be there before the bytes are.
                file.getFD().sync();
            }
            move(beside, path);
        } catch (IOException | UncheckedIOException e) {
            throw new AdcioException("cannot write the product records to " + path + ": " + e.getMessage(), e);
        } finally {
            deleteQuietly(beside);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void write(CatalogSnapshot snapshot) throws IOException {
        ProductRecords records = snapshot.records();
        List<String> texts = RepeatedTexts.of(records);
        texts.forEach(text -> repeated.put(text, repeated.size()));
        head();
        Places places = records(records);
        long textsAt = written;
        checked.getChecksum().reset();
        texts(texts);
        long capabilitiesAt = written;
        capabilities(snapshot.capabilities());
        long offsetsAt = written;
        for (long place : places.offsets) {
            putLong(place);
        }
        long hashesAt = written;
        Integer[] order = places.byHash();
        for (int position : order) {
            putLong(places.hashes[position]);
        }
        long positionsAt = written;
        for (int position : order) {
            putInt(position);
        }
        int checksum = (int) checked.getChecksum().getValue();
        put(new Ending(
                        order.length,
                        textsAt,
                        capabilitiesAt,
                        offsetsAt,
                        hashesAt,
                        positionsAt,
                        written + Ending.BYTES,
                        checksum)
                .toBytes());
    }

    private void head() throws IOException {
        putLong(RecordFile.MARK);
        putInt(RecordFile.FORMAT);
    }

    private Places records(ProductRecords records) {
        Places places = new Places(records.size());
        RecordOutput record = new RecordOutput(repeated);
        records.forEach(product -> {
            try {
                places.add(HashCounts.hash(product.id()), written);
                record.clear();
                ProductCodec.write(record, product);
                byte[] bytes = record.toBytes();
                put(bytes);
                putInt(RecordFile.checksum(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        places.end(written);
        return places;
    }

    private void texts(List<String> texts) throws IOException {
        RecordOutput section = new RecordOutput(Map.of());
        section.list(texts, RecordOutput::text);
        put(section.toBytes());
    }

    private void capabilities(CatalogCapabilities capabilities) throws IOException {
        RecordOutput section = new RecordOutput(repeated);
        CapabilityCodec.write(section, capabilities);
        put(section.toBytes());
    }

    private void put(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    private void putLong(long value) throws IOException {
        out.writeLong(value);
        written += Long.BYTES;
    }

    private void putInt(int value) throws IOException {
        out.writeInt(value);
        written += Integer.BYTES;
    }

    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // What made the writing fail has been told already; this is only its rest.
            path.toFile().deleteOnExit();
        }
    }

    /** Where the records are. */
    private static final class Places {
        final long[] hashes;
        final long[] offsets;
        private int count;

        Places(int size) {
            this.hashes = new long[size];
            this.offsets = new long[size + 1];
        }

        void add(long hash, long offset) {
            hashes[count] = hash;
            offsets[count++] = offset;
        }

        void end(long offset) {
            if (count != hashes.length) {
                throw new IllegalStateException(count + " records came of " + hashes.length);
            }
            offsets[count] = offset;
        }

        Integer[] byHash() {
            Integer[] order = new Integer[count];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> Long.compare(hashes[a], hashes[b]));
            return order;
        }
    }
}
