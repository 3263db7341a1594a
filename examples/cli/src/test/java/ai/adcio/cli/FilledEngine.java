package ai.adcio.cli;

import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.retrieval.Retriever;
import java.util.List;

/** A true engine that the command fills, asked past the command for what it holds of the test's shop. */
interface FilledEngine extends AutoCloseable {
    /** How the command is told of it. */
    List<String> options();

    /** What tells the served generation and counts it. */
    CatalogSink sink();

    /** What shoppers are answered by. */
    Retriever arm();

    /** The words with which the arm lists every product. */
    default String anything() {
        return "";
    }

    /** All that it holds for the shop, served or not, one entry for each generation. */
    List<String> generations();

    /** Removes the shop. */
    @Override
    void close();
}
