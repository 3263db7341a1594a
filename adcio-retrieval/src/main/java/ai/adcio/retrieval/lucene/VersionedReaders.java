package ai.adcio.retrieval.lucene;

import java.io.IOException;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;

/** One reader for each catalogue version that a turn may still see. Thread safe. */
final class VersionedReaders implements AutoCloseable {
    private final ConcurrentSkipListMap<Long, DirectoryReader> readers = new ConcurrentSkipListMap<>();

    /** Serves a version from this reader, in place of the one that it had. */
    void put(long version, DirectoryReader reader) throws IOException {
        // A reader builds its context when first asked, and two searches that ask at once would each get one of their
        // own:
        // what one plans on the first it must not look up on the second. So it is asked before anybody sees it.
        reader.getContext();
        DirectoryReader before = readers.put(version, reader);
        if (before != null) {
            before.decRef();
        }
    }

    /** Lets go of a version; searches under way finish on its reader. */
    void release(long version) throws IOException {
        DirectoryReader reader = readers.remove(version);
        if (reader != null) {
            reader.decRef();
        }
    }

    /** The newest version, or -1 when there is none. */
    long newest() {
        var last = readers.lastEntry();
        return last == null ? -1 : last.getKey();
    }

    /** The reader of a version, of the newest where there is no such version, or null; give it back by decRef. */
    @Nullable
    DirectoryReader acquire(long version) {
        while (true) {
            DirectoryReader reader = readers.get(version);
            if (reader == null) {
                var last = readers.lastEntry();
                if (last == null) {
                    return null;
                }
                reader = last.getValue();
            }
            if (reader.tryIncRef()) {
                return reader;
            }
            // Replaced between the look-up and the reference; its successor is in the map already.
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() throws IOException {
        for (Long version : readers.keySet()) {
            release(version);
        }
    }
}
