package ai.adcio.catalog;

import org.jspecify.annotations.Nullable;

/** The shop's catalogue, which may change while it serves. Thread safe. */
public interface Catalog extends AutoCloseable {
    /** The newest version, held until the caller closes it. */
    CatalogSnapshot acquire();

    /**
     * Keeps an index in step from now on; it first receives the current version as a whole.
     *
     * @throws ai.adcio.AdcioException when the index fails to take it
     */
    void attach(CatalogIndex index);

    /**
     * Keeps an index in step no longer; does nothing when it is not attached. Never waits: an update under way may still
     * reach the index.
     */
    void detach(CatalogIndex index);

    /**
     * Takes over a batch and serves it as a new version when every index has it.
     *
     * @return the new version
     * @throws ai.adcio.AdcioException when an index fails, in which case the version before stays, or when the
     *     catalogue is read-only
     */
    long update(CatalogChanges changes);

    /** Puts one product in, or in place of that with its id. */
    default long upsert(Product product) {
        return update(CatalogChanges.upsert(product));
    }

    /** Takes one product out. */
    default long delete(String id) {
        return update(CatalogChanges.delete(id));
    }

    /** The current record of one product, or null. */
    default @Nullable Product find(String id) {
        try (CatalogSnapshot snapshot = acquire()) {
            return snapshot.records().get(id);
        }
    }

    @Override
    void close();
}
