package ai.adcio.catalog;

/**
 * One version of the catalogue, held for the length of a turn: records, searchers, vocabulary and SQL answer from the
 * same data until it is closed, whatever is updated meanwhile. Thread safe. Close it exactly once.
 */
public interface CatalogSnapshot extends AutoCloseable {
    /** The version, growing by one with every update. */
    long version();

    /** The records. */
    ProductRecords records();

    /** What the data can answer. */
    CatalogCapabilities capabilities();

    /** Lets go of the version, so that what only it needs can be freed. */
    @Override
    void close();
}
