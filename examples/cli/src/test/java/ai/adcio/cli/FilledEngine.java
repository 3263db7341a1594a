package ai.adcio.cli;

import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.retrieval.Retriever;
import java.util.List;

/** A true engine that the command fills, asked past the command for what it holds of the test's shop. */
abstract class FilledEngine implements AutoCloseable {
    private final List<String> options;
    private final CatalogSink sink;
    private final Retriever arm;
    private final Runnable closesArm;

    /**
     * An engine that is closed with its sink and its arm.
     *
     * @param options how the command is told of it
     * @param closesArm closes the arm
     */
    FilledEngine(List<String> options, CatalogSink sink, Retriever arm, Runnable closesArm) {
        this.options = options;
        this.sink = sink;
        this.arm = arm;
        this.closesArm = closesArm;
    }

    /** How the command is told of it. */
    final List<String> options() {
        return options;
    }

    /** What tells the served generation and counts it. */
    final CatalogSink sink() {
        return sink;
    }

    /** What shoppers are answered by. */
    final Retriever arm() {
        return arm;
    }

    /** The words with which the arm lists every product. */
    String anything() {
        return "";
    }

    /** All that it holds for the shop, served or not, one entry for each generation. */
    abstract List<String> generations();

    /** Takes everything of the shop away. */
    abstract void remove();

    @Override
    public final void close() {
        closesArm.run();
        sink.close();
        remove();
    }
}
