package ai.adcio.retrieval.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.Deadline;
import ai.adcio.retrieval.ProductGenerator;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalResult;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three nodes, of which one is stopped while products are written, and one while shoppers search. */
@Timeout(300)
class OpenSearchLostNodeIT {
    private static final int PRODUCTS = 1_600;
    private static final int BATCH = 80;
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final List<Product> products = new ProductGenerator(3).products(PRODUCTS);

    @Test
    void losesNoProductWhenANodeStopsWhileItIsFilled() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                OpenSearchNodes nodes = OpenSearchNodes.start(3, false);
                OpenSearchSink sink = new OpenSearchSink(settings(nodes))) {
            sink.begin("g1", CatalogCapabilities.of(products));
            assertThat(sink.koreanAnalysis()).as("nodes without the plugin").isEqualTo(IndexBody.CJK);
            CountDownLatch half = new CountDownLatch(PRODUCTS / BATCH / 2);
            Future<?> stopped = threads.submit(() -> {
                await(half);
                stop(nodes, 2);
            });
            for (int from = 0; from < PRODUCTS; from += BATCH) {
                sink.write("g1", new CatalogChanges(products.subList(from, from + BATCH), List.of()));
                half.countDown();
            }
            stopped.get();
            sink.publish("g1");
            assertThat(sink.size("g1")).isEqualTo(PRODUCTS);
        }
    }

    @Test
    void goesOnAnsweringWhenANodeStopsWhileItIsSearched() throws Exception {
        try (OpenSearchNodes nodes = OpenSearchNodes.start(3, false)) {
            OpenSearchSettings settings = settings(nodes);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                    OpenSearchSink sink = new OpenSearchSink(settings);
                    OpenSearchKeywordRetriever arm = new OpenSearchKeywordRetriever(settings);
                    Catalog catalog = InMemoryCatalog.of(products)) {
                sink.begin("g1", CatalogCapabilities.of(products));
                sink.write("g1", new CatalogChanges(products, List.of()));
                sink.publish("g1");
                AtomicBoolean going = new AtomicBoolean(true);
                CountDownLatch warm = new CountDownLatch(3);
                Queue<RetrievalResult> others = new ConcurrentLinkedQueue<>();
                Future<?> searching = threads.submit(() -> {
                    while (going.get()) {
                        RetrievalResult result = search(arm, catalog);
                        warm.countDown();
                        if (!(result instanceof RetrievalResult.Found)) {
                            others.add(result);
                        }
                    }
                });
                await(warm);
                stop(nodes, 1);
                for (int i = 0; i < 30; i++) {
                    search(arm, catalog);
                }
                going.set(false);
                searching.get();
                // What was under way when the node went is told as a failure, if the repetition did not save it.
                assertThat(others).hasSizeLessThanOrEqualTo(3).allMatch(RetrievalResult.Failed.class::isInstance);
                assertThat(search(arm, catalog)).isInstanceOf(RetrievalResult.Found.class);
            }
        }
    }

    private static RetrievalResult search(OpenSearchKeywordRetriever arm, Catalog catalog) {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            return arm.retrieve(RequestBuilder.of(snapshot)
                    .query("running shoes")
                    .deadline(Deadline.in(DEADLINE))
                    .build());
        }
    }

    private static OpenSearchSettings settings(OpenSearchNodes nodes) {
        return TestShop.on(nodes.urls().toArray(String[]::new))
                .shards(3)
                .replicas(1)
                .replicasWhileLoading(1)
                .build();
    }

    private static void stop(OpenSearchNodes nodes, int node) {
        try {
            nodes.stop(node);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(120, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
