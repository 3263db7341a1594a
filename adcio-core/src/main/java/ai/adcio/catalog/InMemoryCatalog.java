package ai.adcio.catalog;

import ai.adcio.AdcioException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue whose records live in memory. It may change while it serves; readers never wait for an update. Thread
 * safe.
 */
public final class InMemoryCatalog implements Catalog {
    private final Object updates = new Object();
    private final List<CatalogIndex> indexes = new ArrayList<>();
    private final CapabilityTally tally = new CapabilityTally();
    private volatile Version current;
    private boolean closed;

    private InMemoryCatalog(Map<String, Product> products) {
        products.values().forEach(tally::add);
        this.current = new Version(1, new MapRecords(products), tally.capabilities());
    }

    /**
     * A catalogue of these products, in their order.
     *
     * @throws AdcioException when two have one id
     */
    public static InMemoryCatalog of(Collection<Product> products) {
        Map<String, Product> byId = LinkedHashMap.newLinkedHashMap(products.size());
        for (Product product : products) {
            if (byId.putIfAbsent(product.id(), product) != null) {
                throw new AdcioException("id " + product.id() + " is given to two products; ids must be unique");
            }
        }
        return new InMemoryCatalog(byId);
    }

    @Override
    public CatalogSnapshot acquire() {
        while (true) {
            Version version = current;
            if (version.hold()) {
                return new Lease(version);
            }
            // Superseded between the read and the hold; the next one is there already.
            Thread.onSpinWait();
        }
    }

    @Override
    public void attach(CatalogIndex index) {
        synchronized (updates) {
            requireOpen();
            List<Product> all = new ArrayList<>(current.records.size());
            current.records.forEach(all::add);
            try (CatalogSnapshot snapshot = acquire()) {
                index.apply(snapshot, new CatalogChanges(all, List.of()));
            }
            indexes.add(index);
        }
    }

    @Override
    public long update(CatalogChanges changes) {
        synchronized (updates) {
            requireOpen();
            rejectRepeated(changes);
            Version before = current;
            Map<String, Product> products = before.records.copy();
            List<Product> gone = new ArrayList<>();
            for (String id : changes.deletions()) {
                addIfPresent(gone, products.remove(id));
            }
            for (Product product : changes.upserts()) {
                addIfPresent(gone, products.put(product.id(), product));
            }
            gone.forEach(tally::remove);
            changes.upserts().forEach(tally::add);
            Version next = new Version(before.number + 1, new MapRecords(products), tally.capabilities());
            try {
                applyEverywhere(next, changes);
            } catch (RuntimeException e) {
                changes.upserts().forEach(tally::remove);
                gone.forEach(tally::add);
                throw new AdcioException(
                        "an index could not take version " + next.number + "; version " + before.number
                                + " stays in service: " + e.getMessage(),
                        e);
            }
            current = next;
            before.letGo();
            return next.number;
        }
    }

    private void applyEverywhere(Version next, CatalogChanges changes) {
        List<CatalogIndex> applied = new ArrayList<>();
        try (Lease lease = new Lease(next.held())) {
            for (CatalogIndex index : indexes) {
                applied.add(index);
                index.apply(lease, changes);
            }
        } catch (RuntimeException e) {
            applied.forEach(index -> index.release(next.number));
            throw e;
        }
    }

    private static void rejectRepeated(CatalogChanges changes) {
        Set<String> ids = new HashSet<>();
        for (Product product : changes.upserts()) {
            if (!ids.add(product.id())) {
                throw new AdcioException("id " + product.id() + " comes twice in one batch; send its last state only");
            }
        }
    }

    private static void addIfPresent(List<Product> list, @Nullable Product product) {
        if (product != null) {
            list.add(product);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new AdcioException("the catalogue is closed; open another one");
        }
    }

    @Override
    public void close() {
        synchronized (updates) {
            closed = true;
            indexes.clear();
        }
    }

    /** One version with the number of those who hold it; the catalogue itself holds the current one. */
    private final class Version {
        final long number;
        final MapRecords records;
        final CatalogCapabilities capabilities;
        private final AtomicInteger holders = new AtomicInteger(1);

        Version(long number, MapRecords records, CatalogCapabilities capabilities) {
            this.number = number;
            this.records = records;
            this.capabilities = capabilities;
        }

        boolean hold() {
            int now = holders.get();
            while (now > 0) {
                if (holders.compareAndSet(now, now + 1)) {
                    return true;
                }
                now = holders.get();
            }
            return false;
        }

        Version held() {
            holders.incrementAndGet();
            return this;
        }

        void letGo() {
            if (holders.decrementAndGet() == 0) {
                List<CatalogIndex> toTell;
                synchronized (updates) {
                    toTell = List.copyOf(indexes);
                }
                toTell.forEach(index -> index.release(number));
            }
        }
    }

    /** A hold on a version for the length of a turn. */
    private static final class Lease implements CatalogSnapshot {
        private final Version version;
        private boolean closed;

        Lease(Version version) {
            this.version = version;
        }

        @Override
        public long version() {
            return version.number;
        }

        @Override
        public ProductRecords records() {
            return version.records;
        }

        @Override
        public CatalogCapabilities capabilities() {
            return version.capabilities;
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                version.letGo();
            }
        }
    }
}
