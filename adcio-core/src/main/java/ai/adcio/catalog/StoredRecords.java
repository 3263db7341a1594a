package ai.adcio.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Records on disk, of which those that are asked for by id again and again are kept. Thread safe. */
final class StoredRecords implements ProductRecords {
    private final RecordFile file;
    private final Cache<String, Product> recent;

    StoredRecords(RecordFile file, int cached) {
        this.file = file;
        this.recent = Caffeine.newBuilder()
                .maximumSize(cached)
                // Evicts on the reader's thread: no hidden pool works for us.
                .executor(Runnable::run)
                .build();
    }

    @Override
    public int size() {
        return file.size();
    }

    @Override
    public @Nullable Product get(String id) {
        Product known = recent.getIfPresent(id);
        if (known != null) {
            return known;
        }
        // Two threads may read the same record at once; waiting for each other would cost more.
        Product read = file.find(id);
        if (read != null) {
            recent.put(read.id(), read);
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
