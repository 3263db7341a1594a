package ai.adcio.benchmarks.engine;

import ai.adcio.catalog.Product;
import ai.adcio.catalog.sync.CatalogSink;
import java.util.List;

/** Writes the products through a sink, into a generation that is never published. */
final class SinkFilling implements Filling {
    /** The generation's name. */
    static final String GENERATION = "filled";

    private final CatalogSink sink;
    private final Shop shop;
    private final List<Product> products;
    private final Removal removal;

    /** Takes the generation away from the engine. */
    @FunctionalInterface
    interface Removal {
        void remove() throws Exception;
    }

    SinkFilling(CatalogSink sink, Shop shop, List<Product> products, Removal removal) {
        this.sink = sink;
        this.shop = shop;
        this.products = products;
        this.removal = removal;
    }

    @Override
    public void begin() {
        sink.begin(GENERATION, shop.snapshot().capabilities());
    }

    @Override
    public void fill() {
        Shop.write(sink, GENERATION, products);
    }

    @Override
    public long end() throws Exception {
        long held = sink.size(GENERATION);
        removal.remove();
        return held;
    }
}
