package ai.adcio.catalog.sync;

import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogIndex;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Product;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps an engine in step with a catalogue of this process: the first version becomes a generation of its own, later
 * ones are written into it.
 */
public final class SinkIndex implements CatalogIndex {
    private static final int BATCH = CatalogIndexer.DEFAULT_BATCH_SIZE;

    private final CatalogSink sink;
    private final String generation;
    private boolean published;

    /**
     * Keeps {@code sink} in step; does not close it.
     *
     * @param generation the name of the generation to write
     */
    public SinkIndex(CatalogSink sink, String generation) {
        this.sink = sink;
        this.generation = generation;
    }

    @Override
    public void apply(CatalogSnapshot next, CatalogChanges changes) {
        // Later versions may bring fields that the engine has not seen.
        sink.begin(generation, next.capabilities());
        List<Product> batch = new ArrayList<>(BATCH);
        for (Product product : changes.upserts()) {
            batch.add(product);
            if (batch.size() == BATCH) {
                sink.write(generation, new CatalogChanges(batch, List.of()));
                batch.clear();
            }
        }
        sink.write(generation, new CatalogChanges(batch, changes.deletions()));
        sink.refresh(generation);
        if (!published) {
            sink.publish(generation);
            published = true;
        }
    }

    /** Does nothing: the engine keeps the newest state only. */
    @Override
    public void release(long version) {}
}
