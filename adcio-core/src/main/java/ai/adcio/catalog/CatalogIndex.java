package ai.adcio.catalog;

/**
 * Something derived from the catalogue that must keep in step with it, such as an arm's index. A new version is served
 * only after every index has applied it; an index that fails leaves the catalogue at the version before.
 */
public interface CatalogIndex {
    /**
     * Makes the version of {@code next} searchable beside the earlier ones. Called by one thread at a time.
     *
     * @param next the new version; its records hold every change already. The call does not own it and does not close
     *     it.
     * @param changes what differs from the version before; for the first version everything is an upsert, in a list that
     *     may read its records from disk: go through it once rather than keep it. After an update that failed, the next
     *     changes also hold the current state of what that update touched, so that an index which had taken it over is
     *     put right without undoing anything itself.
     * @throws RuntimeException when the version cannot be made; the catalogue then stays at the version before
     */
    void apply(CatalogSnapshot next, CatalogChanges changes);

    /**
     * Tells that no turn holds this version any longer, or that it never came to be served. Called by whichever thread
     * closes the last snapshot, possibly while another one is in {@link #apply}.
     */
    void release(long version);
}
