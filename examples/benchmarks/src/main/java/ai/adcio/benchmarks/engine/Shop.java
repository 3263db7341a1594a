package ai.adcio.benchmarks.engine;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.feed.FeedReader;
import ai.adcio.catalog.sync.CatalogIndexer;
import ai.adcio.catalog.sync.CatalogSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The shop that is searched, and the part of its products that fillings write. Thread safe. */
final class Shop implements AutoCloseable {
    /** Its name in every engine. */
    static final String NAME = "throughput";

    /** How many products a sink gets at once, the indexer's own number. */
    static final int BATCH = CatalogIndexer.DEFAULT_BATCH_SIZE;

    private final Catalog catalog;
    private final CatalogSnapshot snapshot;
    private final List<Product> products = new ArrayList<>();

    private Shop(Catalog catalog) {
        this.catalog = catalog;
        this.snapshot = catalog.acquire();
        snapshot.records().forEach(products::add);
    }

    static Shop open(Path feed) {
        return new Shop(FeedReader.create().load(feed).catalog());
    }

    CatalogSnapshot snapshot() {
        return snapshot;
    }

    /** All products. */
    List<Product> products() {
        return products;
    }

    /**
     * The first products.
     *
     * @throws AdcioException when there are not so many
     */
    List<Product> products(int count) {
        if (count > products.size()) {
            throw new AdcioException(
                    "--products is " + count + " and the catalogue has " + products.size() + "; ask for fewer");
        }
        return products.subList(0, count);
    }

    /** Writes products as the indexer does. */
    static void write(CatalogSink sink, String generation, List<Product> products) {
        for (int from = 0; from < products.size(); from += BATCH) {
            int to = Math.min(from + BATCH, products.size());
            sink.write(generation, new CatalogChanges(products.subList(from, to), List.of()));
        }
        sink.refresh(generation);
    }

    /** Writes the products from a place on, and lets shoppers search them all. */
    void finish(CatalogSink sink, String generation, int from) {
        write(sink, generation, products.subList(from, products.size()));
        sink.publish(generation);
    }

    @Override
    public void close() {
        snapshot.close();
        catalog.close();
    }
}
