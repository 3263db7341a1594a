package ai.adcio.catalog;

/**
 * One version of the catalogue, held for the length of a turn: records, searchers and SQL answer from the same data
 * until it is closed, whatever is updated meanwhile. Thread safe. Closing it again does nothing; asking a closed one
 * throws {@link ai.adcio.AdcioException}.
 */
public interface CatalogSnapshot extends AutoCloseable {
    /** The version, growing with every update; an update that fails uses up its number. */
    long version();

    /** The records. */
    ProductRecords records();

    /** What the data can answer. */
    CatalogCapabilities capabilities();

    /** Lets go of the version, so that what only it needs can be freed. */
    @Override
    void close();
}
