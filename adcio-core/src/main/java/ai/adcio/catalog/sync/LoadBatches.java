package ai.adcio.catalog.sync;

import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.Product;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the products of a load into one engine, batch by batch, and passes over those that it has acknowledged before.
 * For one thread.
 */
final class LoadBatches {
    private final CatalogSink sink;
    private final String generation;
    private final int size;
    private final Checkpoint checkpoint;
    private final List<Product> batch = new ArrayList<>();
    private long skipped;

    /** Is told of every batch that the engine has taken. */
    @FunctionalInterface
    interface Checkpoint {
        /**
         * Writes down how far the engine is.
         *
         * @param products how many the batch had
         * @param refusals those of them that the engine refused
         */
        void taken(int products, List<SinkException.Refusal> refusals);
    }

    /**
     * Prepares to write.
     *
     * @param size how many products are written at once
     * @param written how many products the engine has acknowledged before
     */
    LoadBatches(CatalogSink sink, String generation, int size, long written, Checkpoint checkpoint) {
        this.sink = sink;
        this.generation = generation;
        this.size = size;
        this.skipped = written;
        this.checkpoint = checkpoint;
    }

    /** Takes the next product of the catalogue. */
    void add(Product product) {
        if (skipped > 0) {
            skipped--;
            return;
        }
        batch.add(product);
        if (batch.size() == size) {
            flush();
        }
    }

    /** Writes what is left. */
    void flush() {
        if (batch.isEmpty()) {
            return;
        }
        List<SinkException.Refusal> refusals = List.of();
        try {
            sink.write(generation, new CatalogChanges(batch, List.of()));
        } catch (SinkException e) {
            refusals = e.refusals();
        }
        int products = batch.size();
        batch.clear();
        checkpoint.taken(products, refusals);
    }
}
