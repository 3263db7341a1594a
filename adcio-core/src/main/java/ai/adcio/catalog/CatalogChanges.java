package ai.adcio.catalog;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * One batch of changes, taken over as a whole or not at all.
 *
 * @param upserts products to add, or to put in place of those with the same id; at most one for an id
 * @param deletions ids to remove; unknown ones are passed over
 */
public record CatalogChanges(List<Product> upserts, List<String> deletions) {
    /** Copies both lists. */
    public CatalogChanges {
        upserts = upserts instanceof RecordList ? upserts : List.copyOf(upserts);
        deletions = List.copyOf(deletions);
    }

    /** Changes that add or replace products. */
    public static CatalogChanges upsert(Product... products) {
        return new CatalogChanges(List.of(products), List.of());
    }

    /**
     * Changes that put in a whole catalogue whose records need not be in memory at once.
     *
     * @param size how many records there are
     * @param record gives the record at a position from 0; called anew each time that the position is read
     */
    public static CatalogChanges whole(int size, IntFunction<Product> record) {
        return new CatalogChanges(new RecordList(size, record), List.of());
    }

    /** Changes that remove products. */
    public static CatalogChanges delete(String... ids) {
        return new CatalogChanges(List.of(), List.of(ids));
    }

    /** A list that fetches its elements when they are read. Unmodifiable, as {@link AbstractList} is by default. */
    private static final class RecordList extends AbstractList<Product> implements RandomAccess {
        private final int size;
        private final IntFunction<Product> record;

        RecordList(int size, IntFunction<Product> record) {
            this.size = size;
            this.record = record;
        }

        @Override
        public Product get(int index) {
            return record.apply(Objects.checkIndex(index, size));
        }

        @Override
        public int size() {
            return size;
        }
    }
}
