package ai.adcio.catalog.sync;

import ai.adcio.AdcioException;
import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An engine in memory, which outlives the indexers that fill it; it fails on demand around any call. */
final class MemorySink implements CatalogSink {
    private final String name;
    private final Map<String, Map<String, Product>> generations = new ConcurrentHashMap<>();
    private final List<String> refusedIds = new ArrayList<>();
    private volatile @Nullable String published;
    private volatile @Nullable String down;
    private volatile Runnable boundary = () -> {};

    MemorySink(String name) {
        this.name = name;
    }

    /** Is told before and after each call that changes the engine. */
    void boundary(Runnable told) {
        boundary = told;
    }

    /** Fails every call with a message until told null. */
    void down(@Nullable String message) {
        down = message;
    }

    void refuse(String... ids) {
        refusedIds.addAll(List.of(ids));
    }

    /** Loses what a generation holds, as an engine whose disk is gone. */
    void lose() {
        generations.clear();
    }

    /** What shoppers are served. */
    Map<String, Product> served() {
        String served = published;
        return served == null ? Map.of() : new TreeMap<>(generations.getOrDefault(served, Map.of()));
    }

    List<String> generations() {
        return generations.keySet().stream().sorted().toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void begin(String generation, CatalogCapabilities capabilities) {
        around(() -> generations.computeIfAbsent(generation, g -> new ConcurrentHashMap<>()));
    }

    @Override
    public void write(String generation, CatalogChanges changes) {
        List<SinkException.Refusal> refusals = new ArrayList<>();
        around(() -> {
            Map<String, Product> products = generations.get(generation);
            if (products == null) {
                throw new AdcioException("no generation " + generation);
            }
            for (Product product : changes.upserts()) {
                if (refusedIds.contains(product.id())) {
                    refusals.add(new SinkException.Refusal(product.id(), "too odd"));
                } else {
                    products.put(product.id(), product);
                }
            }
            changes.deletions().forEach(products::remove);
        });
        if (!refusals.isEmpty()) {
            throw new SinkException(name, refusals);
        }
    }

    @Override
    public void refresh(String generation) {
        around(() -> {});
    }

    @Override
    public void publish(String generation) {
        around(() -> {
            published = generation;
            generations.keySet().removeIf(g -> !g.equals(generation));
        });
    }

    @Override
    public @Nullable String published() {
        return published;
    }

    @Override
    public long size(String generation) {
        return generations.getOrDefault(generation, Map.of()).size();
    }

    @Override
    public void close() {}

    private void around(Runnable work) {
        boundary.run();
        if (down != null) {
            throw new AdcioException(down);
        }
        work.run();
        boundary.run();
    }
}
