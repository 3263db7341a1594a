package ai.adcio.catalog;

import ai.adcio.AdcioException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A catalogue whose records stay on disk, in one file that is never changed: what {@link #write} put there from another
 * catalogue. Any number of processes may have a file open at once. On the heap are what the data can answer, the texts
 * that repeat in it, and a few products that were read last. Thread safe; a reader that is interrupted disturbs no other.
 *
 * <p>The file is mapped into memory: it may be deleted, or replaced by another of its name, while it is open, but must
 * not be overwritten in place. Its version is 1, always. Closing the catalogue refuses new snapshots; those that are still
 * held stay good until they are closed.
 */
public final class StoredCatalog implements Catalog {
    /** How many products that were read last are kept on the heap at most, unless told otherwise. */
    public static final int DEFAULT_CACHED_PRODUCTS = 1_024;

    private final CatalogVersion<StoredRecords> only;
    private final ReentrantLock attaching = new ReentrantLock();
    private volatile boolean closed;

    private StoredCatalog(RecordFile file, int cachedProducts) {
        this.only = new CatalogVersion<>(1, new StoredRecords(file, cachedProducts), file.capabilities(), List.of());
    }

    /**
     * Opens a file, with at most {@link #DEFAULT_CACHED_PRODUCTS} products kept on the heap.
     *
     * @throws AdcioException when there is no such file, or it is damaged, cut off, or of another format
     */
    public static StoredCatalog open(Path file) {
        return open(file, DEFAULT_CACHED_PRODUCTS);
    }

    /**
     * Opens a file. A record that is damaged fails when it is read; all else is checked now.
     *
     * @param cachedProducts how many products that were read last are kept on the heap at most, zero or more; one
     *     takes a few kilobytes
     * @throws AdcioException when there is no such file, or it is damaged, cut off, or of another format
     */
    public static StoredCatalog open(Path file, int cachedProducts) {
        if (cachedProducts < 0) {
            throw new IllegalArgumentException("cachedProducts is " + cachedProducts + "; give zero or more");
        }
        return new StoredCatalog(RecordFile.open(file), cachedProducts);
    }

    /**
     * Writes what {@link #open} opens. The file is written beside and put in place when it is whole, so that one of this
     * name is there as a whole at any time, the old one or the new.
     *
     * @param file where; a file that is there already is replaced
     * @param snapshot the version to write; it stays the caller's to close
     * @throws AdcioException when the file cannot be written
     */
    public static void write(Path file, CatalogSnapshot snapshot) {
        RecordFileWriter.write(file, snapshot);
    }

    @Override
    public CatalogSnapshot acquire() {
        CatalogSnapshot snapshot = closed ? null : only.lease();
        if (snapshot == null) {
            throw new AdcioException("the catalogue is closed; open it again to read it");
        }
        return snapshot;
    }

    /** {@inheritDoc} Its records are read from disk as it goes through them, and are not kept. */
    @Override
    public void attach(CatalogIndex index) {
        if (attaching.isHeldByCurrentThread()) {
            throw new AdcioException("an index called back into the catalogue while it was attached; do it afterwards");
        }
        attaching.lock();
        try {
            if (closed) {
                throw new AdcioException("the catalogue is closed; open it again to attach to it");
            }
            StoredRecords records = only.records();
            only.attach(index, CatalogChanges.whole(records.size(), records::at));
        } finally {
            attaching.unlock();
        }
    }

    @Override
    public void detach(CatalogIndex index) {
        only.detach(index);
    }

    /**
     * Always refuses.
     *
     * @throws AdcioException as this catalogue is read-only
     */
    @Override
    public long update(CatalogChanges changes) {
        throw new AdcioException("the catalogue is read-only; change its source and write it again");
    }

    @Override
    public void close() {
        attaching.lock();
        try {
            if (!closed) {
                closed = true;
                only.release();
            }
        } finally {
            attaching.unlock();
        }
    }
}
