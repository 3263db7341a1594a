package ai.adcio.catalog;

import ai.adcio.AdcioException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue whose records are on the heap. Thread safe: updates run one after another in their callers' threads, and
 * readers never wait for them. Closing it refuses new snapshots and updates; snapshots that are still held stay good
 * until they are closed.
 */
public final class InMemoryCatalog implements Catalog {
    private final ReentrantLock updates = new ReentrantLock();
    private final List<CatalogIndex> indexes = new CopyOnWriteArrayList<>();
    private final CapabilityTally tally;
    /** Ids that a failed update touched: indexes may hold that update's records until they are sent the current ones. */
    private final Set<String> unsettled = new LinkedHashSet<>();

    private volatile CatalogVersion<MemoryRecords> current;
    private volatile boolean closed;
    private long lastNumber = 1;

    private InMemoryCatalog(LinkedHashMap<String, Product> products, CapabilityTally tally) {
        this.tally = tally;
        this.current = new CatalogVersion<>(1, MemoryRecords.of(products), tally.capabilities(), List.of());
    }

    /**
     * A catalogue of these products, in their order, at version 1.
     *
     * @throws AdcioException when two products have the same id
     */
    public static InMemoryCatalog of(Iterable<Product> products) {
        Builder builder = builder();
        products.forEach(builder::add);
        return builder.build();
    }

    /** A catalogue without products, at version 1. */
    public static InMemoryCatalog empty() {
        return builder().build();
    }

    /** Starts a catalogue to which products are added one by one. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public CatalogSnapshot acquire() {
        while (true) {
            CatalogVersion<MemoryRecords> version = current;
            if (closed) {
                throw new AdcioException("the catalogue is closed; open it again to read it");
            }
            CatalogSnapshot snapshot = version.lease();
            if (snapshot != null) {
                return snapshot;
            }
            // The version was superseded and freed between the two reads; the next one is there already.
            Thread.onSpinWait();
        }
    }

    @Override
    public void attach(CatalogIndex index) {
        lockForUpdate();
        try {
            CatalogVersion<MemoryRecords> version = current;
            version.attach(
                    index, new CatalogChanges(List.copyOf(version.records().all()), List.of()));
            indexes.add(index);
        } finally {
            updates.unlock();
        }
    }

    @Override
    public void detach(CatalogIndex index) {
        indexes.remove(index);
        current.detach(index);
    }

    /**
     * {@inheritDoc}
     *
     * <p>An id may stand once in the upserts and not also in the deletions.
     */
    @Override
    public long update(CatalogChanges changes) {
        refuseRepeatedIds(changes);
        lockForUpdate();
        try {
            CatalogVersion<MemoryRecords> before = current;
            CatalogChanges effective = effective(changes, before.records());
            count(before.records(), effective, true);
            CatalogVersion<MemoryRecords> next;
            try {
                next = new CatalogVersion<>(
                        ++lastNumber, before.records().with(effective), tally.capabilities(), indexes);
                applyToAll(next, settling(effective, before.records()));
            } catch (RuntimeException | Error e) {
                count(before.records(), effective, false);
                effective.upserts().forEach(product -> unsettled.add(product.id()));
                unsettled.addAll(effective.deletions());
                throw e;
            }
            unsettled.clear();
            current = next;
            before.release();
            return next.version();
        } finally {
            updates.unlock();
        }
    }

    @Override
    public void close() {
        updates.lock();
        try {
            if (!closed) {
                closed = true;
                current.release();
            }
        } finally {
            updates.unlock();
        }
    }

    private void lockForUpdate() {
        if (updates.isHeldByCurrentThread()) {
            throw new AdcioException("an index called back into the catalogue while it was updated; do it afterwards");
        }
        updates.lock();
        if (closed) {
            updates.unlock();
            throw new AdcioException("the catalogue is closed; open it again to change it");
        }
    }

    private static void refuseRepeatedIds(CatalogChanges changes) {
        Set<String> ids = HashSet.newHashSet(changes.upserts().size());
        for (Product product : changes.upserts()) {
            if (!ids.add(product.id())) {
                throw new AdcioException("id \"" + product.id() + "\" is put in twice by one batch; keep one of them");
            }
        }
        for (String id : changes.deletions()) {
            if (ids.contains(id)) {
                throw new AdcioException("id \"" + id + "\" is put in and deleted by one batch; keep one of them");
            }
        }
    }

    private static CatalogChanges effective(CatalogChanges changes, MemoryRecords records) {
        List<String> known = changes.deletions().stream()
                .distinct()
                .filter(id -> records.get(id) != null)
                .toList();
        return new CatalogChanges(changes.upserts(), known);
    }

    /** Moves the tally to the state after the changes, or back from it. */
    private void count(MemoryRecords before, CatalogChanges changes, boolean forward) {
        for (Product product : changes.upserts()) {
            countOne(before.get(product.id()), product, forward);
        }
        for (String id : changes.deletions()) {
            countOne(before.get(id), null, forward);
        }
    }

    private void countOne(@Nullable Product before, @Nullable Product after, boolean forward) {
        Product out = forward ? before : after;
        Product in = forward ? after : before;
        if (out != null) {
            tally.remove(out);
        }
        if (in != null) {
            tally.add(in);
        }
    }

    /** The changes, with the current state of what a failed update may have left in an index. */
    private CatalogChanges settling(CatalogChanges changes, MemoryRecords before) {
        if (unsettled.isEmpty()) {
            return changes;
        }
        List<Product> upserts = new ArrayList<>(changes.upserts());
        List<String> deletions = new ArrayList<>(changes.deletions());
        Set<String> left = new LinkedHashSet<>(unsettled);
        upserts.forEach(product -> left.remove(product.id()));
        deletions.forEach(left::remove);
        for (String id : left) {
            Product product = before.get(id);
            if (product == null) {
                deletions.add(id);
            } else {
                upserts.add(product);
            }
        }
        return new CatalogChanges(upserts, deletions);
    }

    private void applyToAll(CatalogSnapshot next, CatalogChanges changes) {
        List<CatalogIndex> applied = new ArrayList<>();
        for (CatalogIndex index : indexes) {
            try {
                index.apply(next, changes);
                applied.add(index);
            } catch (RuntimeException | Error e) {
                applied.forEach(done -> CatalogVersion.release(done, next.version()));
                if (e instanceof RuntimeException) {
                    throw new AdcioException(
                            "update failed in index " + index.getClass().getSimpleName() + ": " + e.getMessage()
                                    + "; the catalogue stays as it was",
                            e);
                }
                throw e;
            }
        }
    }

    /** Collects the products of an in-memory catalogue. Not thread safe. */
    public static final class Builder {
        private LinkedHashMap<String, Product> products = new LinkedHashMap<>();
        private CapabilityTally tally = new CapabilityTally();

        private Builder() {}

        /**
         * Adds a product at the end.
         *
         * @throws AdcioException when a product with its id was added before
         */
        public Builder add(Product product) {
            if (products.putIfAbsent(product.id(), product) != null) {
                throw new AdcioException("id \"" + product.id() + "\" is repeated; every product needs one of its own");
            }
            tally.add(product);
            return this;
        }

        /** How many products were added. */
        public int size() {
            return products.size();
        }

        /** Makes the catalogue; the builder starts anew. */
        public InMemoryCatalog build() {
            InMemoryCatalog catalog = new InMemoryCatalog(products, tally);
            products = new LinkedHashMap<>();
            tally = new CapabilityTally();
            return catalog;
        }
    }
}
