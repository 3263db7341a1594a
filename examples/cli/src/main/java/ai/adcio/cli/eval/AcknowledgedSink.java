package ai.adcio.cli.eval;

import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.catalog.sync.SinkException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A sink that remembers what the engine acknowledged, and lets something happen before one of its batches. */
final class AcknowledgedSink implements CatalogSink {
    private final CatalogSink sink;
    private final int strikesBefore;
    private final Runnable strike;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private int batches;

    /**
     * Watches a sink.
     *
     * @param strikesBefore before which batch it happens, from 1
     * @param strike what happens, once
     */
    AcknowledgedSink(CatalogSink sink, int strikesBefore, Runnable strike) {
        this.sink = sink;
        this.strikesBefore = strikesBefore;
        this.strike = strike;
    }

    /** The ids of the products that were acknowledged. */
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    @Override
    public String name() {
        return sink.name();
    }

    @Override
    public void begin(String generation, CatalogCapabilities capabilities) {
        sink.begin(generation, capabilities);
    }

    @Override
    public void write(String generation, CatalogChanges changes) {
        if (++batches == strikesBefore) {
            strike.run();
        }
        try {
            sink.write(generation, changes);
            changes.upserts().stream().map(Product::id).forEach(acknowledged::add);
        } catch (SinkException e) {
            Set<String> refused = new HashSet<>();
            e.refusals().forEach(refusal -> refused.add(refusal.id()));
            changes.upserts().stream()
                    .map(Product::id)
                    .filter(id -> !refused.contains(id))
                    .forEach(acknowledged::add);
            throw e;
        }
    }

    @Override
    public void refresh(String generation) {
        sink.refresh(generation);
    }

    @Override
    public void publish(String generation) {
        sink.publish(generation);
    }

    @Override
    public @Nullable String published() {
        return sink.published();
    }

    @Override
    public long size(String generation) {
        return sink.size(generation);
    }

    @Override
    public void close() {
        sink.close();
    }
}
