package ai.adcio.catalog;

import ai.adcio.AdcioException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The records of a catalogue in one file:
 *
 * <ol>
 *   <li>the mark and the format;
 *   <li>the records in the catalogue's order, each a {@link ProductCodec product} and its checksum;
 *   <li>the texts that repeat; {@link CapabilityCodec what the catalogue can answer}; where each record begins, and the
 *       last ends; the hashes of the ids in their order; the positions of the records in that same order;
 *   <li>the {@link Ending}, which tells where all of this is.
 * </ol>
 *
 * <p>Numbers of a fixed width are big-endian. Everything but the records is checked when the file is opened, a record each
 * time that it is read. Ids are found by their hashes and not by the ids in the records, so that a record which is damaged
 * never hides another. Thread safe.
 */
final class RecordFile {
    static final long MARK = 0x4144_4349_4F52_4543L; // ADCIOREC
    static final int FORMAT = 1;
    static final int HEAD = Long.BYTES + Integer.BYTES;
    static final int CHECKSUM = Integer.BYTES;

    private final Path path;
    private final MappedFile bytes;
    private final Ending ending;
    private final String[] repeated;
    private final CatalogCapabilities capabilities;

    private RecordFile(Path path, MappedFile bytes, Ending ending) {
        this.path = path;
        this.bytes = bytes;
        this.ending = ending;
        RecordInput texts = section(ending.texts(), ending.capabilities(), new String[0]);
        String[] read = new String[texts.count()];
        for (int i = 0; i < read.length; i++) {
            read[i] = texts.text();
        }
        this.repeated = read;
        this.capabilities = CapabilityCodec.read(section(ending.capabilities(), ending.offsets(), read));
    }

    static RecordFile open(Path path) {
        try {
            MappedFile bytes = MappedFile.open(path);
            if (bytes.length() < HEAD || bytes.longAt(0) != MARK) {
                throw new AdcioException(path + " holds no product records; write them again");
            }
            if (bytes.intAt(Long.BYTES) != FORMAT) {
                throw new AdcioException("the product records in " + path + " have format " + bytes.intAt(Long.BYTES)
                        + ", this version reads format " + FORMAT + "; write them again");
            }
            Ending ending = Ending.read(bytes);
            if (ending == null) {
                throw damaged(path, "cut off or damaged", null);
            }
            return new RecordFile(path, bytes, ending);
        } catch (NoSuchFileException e) {
            throw new AdcioException("there are no product records at " + path + "; write them first", e);
        } catch (IOException e) {
            throw new AdcioException("cannot read the product records in " + path + ": " + e.getMessage(), e);
        } catch (AdcioException e) {
            throw e;
        } catch (RuntimeException e) {
            throw damaged(path, "damaged", e);
        }
    }

    int size() {
        return ending.size();
    }

    CatalogCapabilities capabilities() {
        return capabilities;
    }

    /**
     * The record at a position from 0.
     *
     * @throws AdcioException when it is damaged
     */
    Product read(int position) {
        long place = bytes.longAt(ending.offsets() + (long) position * Long.BYTES);
        long end = bytes.longAt(ending.offsets() + (position + 1L) * Long.BYTES);
        try {
            int length = Math.toIntExact(end - place - CHECKSUM);
            byte[] record = bytes.bytes(place, length);
            if (bytes.intAt(end - CHECKSUM) == checksum(record)) {
                return ProductCodec.read(new RecordInput(record, repeated));
            }
        } catch (RuntimeException e) {
            throw damaged(path, "damaged at record " + position, e);
        }
        throw damaged(path, "damaged at record " + position, null);
    }

    /**
     * The record of an id, or null when there is none.
     *
     * @throws AdcioException when it is damaged
     */
    @Nullable
    Product find(String id) {
        long wanted = HashCounts.hash(id);
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (hashAt(middle) < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        // Two ids may share a hash.
        for (int i = low; i < size() && hashAt(i) == wanted; i++) {
            Product product = read(bytes.intAt(ending.positions() + (long) i * Integer.BYTES));
            if (product.id().equals(id)) {
                return product;
            }
        }
        return null;
    }

    private long hashAt(int i) {
        return bytes.longAt(ending.hashes() + (long) i * Long.BYTES);
    }

    private RecordInput section(long from, long to, String[] texts) {
        return new RecordInput(bytes.bytes(from, Math.toIntExact(to - from)), texts);
    }

    static int checksum(byte[] record) {
        CRC32C sum = new CRC32C();
        sum.update(record, 0, record.length);
        return (int) sum.getValue();
    }

    private static AdcioException damaged(Path path, String how, @Nullable Throwable cause) {
        return new AdcioException("the product records in " + path + " are " + how + "; write them again", cause);
    }
}
