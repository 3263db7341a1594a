package ai.adcio.catalog;

import ai.adcio.AdcioException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One version of a catalogue with the number of those who hold it; the catalogue itself holds the newest. When nobody
 * holds it any longer, the indexes that have it are told. Thread safe.
 */
final class CatalogVersion<R extends ProductRecords> implements CatalogSnapshot {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogVersion.class);

    private final long number;
    private final R records;
    private final CatalogCapabilities capabilities;
    private final List<CatalogIndex> indexes;
    private final AtomicInteger holders = new AtomicInteger(1);

    CatalogVersion(long number, R records, CatalogCapabilities capabilities, List<CatalogIndex> indexes) {
        this.number = number;
        this.records = records;
        this.capabilities = capabilities;
        this.indexes = new CopyOnWriteArrayList<>(indexes);
    }

    /** Brings an index to this version, and tells it when the version goes. */
    void attach(CatalogIndex index, CatalogChanges whole) {
        try {
            index.apply(this, whole);
        } catch (RuntimeException e) {
            throw new AdcioException(
                    "index " + index.getClass().getSimpleName() + " failed to take over the catalogue: "
                            + e.getMessage(),
                    e);
        }
        indexes.add(index);
    }

    /** Tells an index no longer when this version goes. */
    void detach(CatalogIndex index) {
        indexes.remove(index);
    }

    /** A reader's hold on this version, or null when the last one had let go of it before. */
    @Nullable
    CatalogSnapshot lease() {
        int n = holders.get();
        while (n > 0) {
            if (holders.compareAndSet(n, n + 1)) {
                return new Lease<>(this);
            }
            n = holders.get();
        }
        return null;
    }

    /** Lets go of one hold. */
    void release() {
        if (holders.decrementAndGet() == 0) {
            indexes.forEach(index -> release(index, number));
        }
    }

    static void release(CatalogIndex index, long number) {
        try {
            index.release(number);
        } catch (RuntimeException e) {
            // The version is gone for readers either way; what the index still holds of it must not break a turn.
            LOG.warn(
                    "index {} failed to release catalogue version {}",
                    index.getClass().getSimpleName(),
                    number,
                    e);
        }
    }

    @Override
    public long version() {
        return number;
    }

    @Override
    public R records() {
        return records;
    }

    @Override
    public CatalogCapabilities capabilities() {
        return capabilities;
    }

    /** Does nothing: an index sees the version itself, which it does not own. */
    @Override
    public void close() {}

    private static final class Lease<R extends ProductRecords> implements CatalogSnapshot {
        private final CatalogVersion<R> version;
        private final AtomicInteger open = new AtomicInteger(1);

        Lease(CatalogVersion<R> version) {
            this.version = version;
        }

        @Override
        public long version() {
            return held().number;
        }

        @Override
        public ProductRecords records() {
            return held().records;
        }

        @Override
        public CatalogCapabilities capabilities() {
            return held().capabilities;
        }

        @Override
        public void close() {
            if (open.compareAndSet(1, 0)) {
                version.release();
            }
        }

        private CatalogVersion<R> held() {
            if (open.get() == 0) {
                throw new AdcioException("the snapshot of version " + version.number + " is closed; acquire a new one");
            }
            return version;
        }
    }
}
