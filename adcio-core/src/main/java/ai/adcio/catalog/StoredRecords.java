package ai.adcio.catalog;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records on disk, of which some that were asked for by id last are kept. A record is read in microseconds: a cache that
 * weighs what to keep costs more than it saves, so each id has one place, where the last record that came to it stands.
 * Thread safe.
 */
final class StoredRecords implements ProductRecords {
    private final RecordFile file;
    private final AtomicReferenceArray<@Nullable Product> recent;

    /** @param kept how many records are kept at most */
    StoredRecords(RecordFile file, int kept) {
        this.file = file;
        this.recent = new AtomicReferenceArray<>(Integer.highestOneBit(kept));
    }

    @Override
    public int size() {
        return file.size();
    }

    @Override
    public @Nullable Product get(String id) {
        if (recent.length() == 0) {
            return file.find(id);
        }
        int hash = id.hashCode();
        int place = (hash ^ hash >>> 16) & recent.length() - 1;
        Product known = recent.getAcquire(place);
        if (known != null && known.id().equals(id)) {
            return known;
        }
        Product read = file.find(id);
        if (read != null) {
            recent.setRelease(place, read);
        }
        return read;
    }

    /** The record at a position from 0. One that is read in passing is not worth remembering. */
    Product at(int position) {
        return file.read(position);
    }

    @Override
    public void forEach(Consumer<? super Product> consumer) {
        int size = file.size();
        for (int position = 0; position < size; position++) {
            consumer.accept(file.read(position));
        }
    }
}
