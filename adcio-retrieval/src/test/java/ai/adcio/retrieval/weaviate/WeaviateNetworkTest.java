package ai.adcio.retrieval.weaviate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.Deadline;
import ai.adcio.retrieval.LogWatch;
import ai.adcio.retrieval.ProductGenerator;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A true server behind a network that fails. */
class WeaviateNetworkTest {
    private static final int HTTP = 28_080;
    private static final int GRPC = 28_051;
    private static final String WRITTEN = "written";
    private static final Duration SHORT = Duration.ofMillis(400);

    private final List<Product> products = new ProductGenerator(21).products(400);
    private final Catalog catalog = InMemoryCatalog.of(products);
    private WeaviateSettings direct = TestWeaviate.shop().build();
    private WeaviateSettings proxied = direct;
    private final Proxies proxies = Proxies.open();

    private record Proxies(Proxy http, Proxy grpc) {
        static Proxies open() {
            String url = System.getenv("ADCIO_TOXIPROXY_URL");
            assumeTrue(
                    url != null,
                    "no fault proxy: run `$ADCIO_RIGS/rig toxiproxy start` and set ADCIO_TOXIPROXY_URL to what it prints");
            URI control = URI.create(url);
            ToxiproxyClient client = new ToxiproxyClient(control.getHost(), control.getPort());
            try {
                for (Proxy left : client.getProxies()) {
                    if (left.getName().startsWith("adcio-weaviate")) {
                        left.delete();
                    }
                }
                return new Proxies(
                        client.createProxy(
                                "adcio-weaviate-http",
                                "127.0.0.1:" + HTTP,
                                TestWeaviate.url().getHost() + ":"
                                        + TestWeaviate.url().getPort()),
                        client.createProxy("adcio-weaviate-grpc", "127.0.0.1:" + GRPC, TestWeaviate.grpc()));
            } catch (IOException e) {
                throw new AssertionError("the fault proxy does not work", e);
            }
        }
    }

    @BeforeEach
    void layOut() {
        direct = TestWeaviate.shop().build();
        proxied = WeaviateSettings.builder(URI.create("http://127.0.0.1:" + HTTP))
                .grpc("127.0.0.1", GRPC)
                .shop(direct.shop())
                .build();
    }

    @AfterEach
    void clear() throws IOException {
        proxies.http().delete();
        proxies.grpc().delete();
        TestShops.remove(direct);
    }

    @Test
    void losesNothingThatItAcknowledgedWhileConnectionsBreak() throws IOException {
        AtomicInteger cuts = new AtomicInteger();
        try (CatalogSnapshot snapshot = catalog.acquire();
                WeaviateSink sink = WeaviateSink.of(proxied, TestWeaviate.model(), EmbeddingCache.inMemory());
                LogWatch failures = new LogWatch(WeaviateFailure.class, Level.FINE)) {
            sink.begin("g", snapshot.capabilities());
            for (int from = 0; from < products.size(); from += 40) {
                // Cut after some kilobytes: within the batch, or within its answer.
                proxies.grpc().toxics().limitData("cut", ToxicDirection.UPSTREAM, 20_000 + from * 50L);
                failures.messages().clear();
                Thread mender = Thread.ofVirtual().start(() -> mendAfterACut(failures, cuts));
                sink.write("g", new CatalogChanges(products.subList(from, from + 40), List.of()));
                failures.messages().add(WRITTEN);
                join(mender);
                assertThat(sink.size("g")).isEqualTo(from + 40);
            }
            sink.publish("g");
        }
        assertThat(cuts).as("batches that were cut").hasPositiveValue();
        try (WeaviateSink sink = WeaviateSink.of(direct, TestWeaviate.model(), EmbeddingCache.inMemory())) {
            assertThat(sink.published()).isEqualTo("g");
            assertThat(sink.size("g")).isEqualTo(products.size());
        }
    }

    @Test
    void failsInTimeAndComesBackByItself() throws IOException {
        fill();
        try (CatalogSnapshot snapshot = catalog.acquire();
                WeaviateVectorRetriever arm = WeaviateVectorRetriever.of(proxied, TestWeaviate.model())) {
            RequestBuilder ask = RequestBuilder.of(snapshot).query("mug");
            assertThat(arm.retrieve(ask.build())).isInstanceOf(RetrievalResult.Found.class);
            proxies.grpc().toxics().timeout("hang", ToxicDirection.DOWNSTREAM, 0);
            assertThat(arm.retrieve(ask.deadline(Deadline.in(SHORT)).build()))
                    .isInstanceOfSatisfying(
                            RetrievalResult.Failed.class,
                            failed -> assertThat(failed.cause()).endsWith("did not answer in time"));
            proxies.grpc().toxics().get("hang").remove();
            proxies.grpc().disable();
            assertThat(arm.retrieve(ask.deadline(Deadline.in(SHORT)).build()))
                    .isInstanceOf(RetrievalResult.Failed.class);
            proxies.grpc().enable();
            assertThat(arm.retrieve(
                            ask.deadline(Deadline.in(Duration.ofSeconds(20))).build()))
                    .as("when the server is there again")
                    .isInstanceOf(RetrievalResult.Found.class);
        }
    }

    private void fill() {
        try (CatalogSnapshot snapshot = catalog.acquire();
                WeaviateSink sink = WeaviateSink.of(direct, TestWeaviate.model(), EmbeddingCache.inMemory())) {
            sink.begin("g", snapshot.capabilities());
            sink.write("g", new CatalogChanges(products, List.of()));
            sink.publish("g");
        }
    }

    /** Heals the network once the sink has met the cut, or has written everything before it. */
    private void mendAfterACut(LogWatch failures, AtomicInteger cuts) {
        try {
            String met = failures.messages().poll(30, TimeUnit.SECONDS);
            assertThat(met).as("a cut or an end").isNotNull();
            if (!WRITTEN.equals(met)) {
                cuts.incrementAndGet();
            }
            proxies.grpc().toxics().get("cut").remove();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void join(Thread thread) {
        try {
            assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
