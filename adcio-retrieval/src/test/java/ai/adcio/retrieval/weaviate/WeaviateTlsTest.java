package ai.adcio.retrieval.weaviate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.Deadline;
import ai.adcio.retrieval.PlainServer;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.TestCertificate;
import ai.adcio.retrieval.TlsProxy;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is spoken to, and who is not, over true TLS connections of both kinds. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeaviateTlsTest {
    private static final String KEY = "secret-key-of-the-shop";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestCertificate ours = TestCertificate.of("ip:127.0.0.1");
    private final TestCertificate elsewhere = TestCertificate.of("dns:vectors.example", "ip:10.0.0.7");
    private final List<Product> products =
            List.of(Product.builder("mug", "coffee mug").build());
    private final Catalog catalog = InMemoryCatalog.of(products);

    @AfterAll
    void close() {
        catalog.close();
    }

    @Test
    void fillsAndSearchesWhereTheAuthorityIsTrusted() {
        WeaviateSettings direct = TestWeaviate.shop().build();
        String[] grpc = TestWeaviate.grpc().split(":", 2);
        try (TlsProxy http = new TlsProxy(
                        ours, TestWeaviate.url().getHost(), TestWeaviate.url().getPort());
                TlsProxy rpc = new TlsProxy(ours, grpc[0], Integer.parseInt(grpc[1]), "h2")) {
            WeaviateSettings secure =
                    to(http, rpc).tls(ours.trust()).shop(direct.shop()).build();
            try (CatalogSnapshot snapshot = catalog.acquire();
                    WeaviateSink sink = WeaviateSink.of(secure, TestWeaviate.model(), EmbeddingCache.inMemory())) {
                sink.begin("g", snapshot.capabilities());
                sink.write("g", new CatalogChanges(products, List.of()));
                sink.publish("g");
            }
            assertThat(ask(secure))
                    .isInstanceOfSatisfying(
                            RetrievalResult.Found.class,
                            found -> assertThat(found.hits()).hasSize(1));
            assertThat(http.heard()).isPositive();
            assertThat(rpc.heard()).isPositive();
        } finally {
            TestShops.remove(direct);
        }
    }

    @Test
    void saysNothingToAServerThatNobodyTrusted() throws IOException {
        try (Meta meta = new Meta();
                TlsProxy http = new TlsProxy(ours, "127.0.0.1", meta.port())) {
            refuses(to(http, http).apiKey(() -> KEY).build(), "not trusted", "tls(...)");
            assertThat(http.heard()).isZero();
        }
    }

    @Test
    void saysNothingToAnotherHostThanTheOneThatWasMeant() throws IOException {
        try (Meta meta = new Meta();
                TlsProxy http = new TlsProxy(elsewhere, "127.0.0.1", meta.port())) {
            refuses(
                    to(http, http).apiKey(() -> KEY).tls(elsewhere.trust()).build(),
                    "another host",
                    "give the address");
            assertThat(http.heard()).isZero();
        }
    }

    @Test
    void searchesNotWhereTheOtherPortIsNotToBeTrusted() throws IOException {
        for (TestCertificate shown : List.of(elsewhere, TestCertificate.expired("ip:127.0.0.1"))) {
            try (Meta meta = new Meta();
                    TlsProxy http = new TlsProxy(ours, "127.0.0.1", meta.port());
                    TlsProxy rpc = new TlsProxy(shown, "127.0.0.1", meta.port(), "h2")) {
                WeaviateSettings settings =
                        to(http, rpc).apiKey(() -> KEY).tls(ours.trust()).build();
                assertThat(ask(settings))
                        .isInstanceOfSatisfying(
                                RetrievalResult.Failed.class,
                                failed -> assertThat(failed.cause())
                                        .contains("gRPC at 127.0.0.1:" + rpc.port(), "certificate", "tls(...)")
                                        .doesNotContain(KEY));
                assertThat(rpc.heard()).isZero();
            }
        }
    }

    @Test
    void searchesNotAtAnotherHostOnTheOtherPort() throws IOException {
        try (Meta meta = new Meta();
                TlsProxy http = new TlsProxy(ours, "127.0.0.1", meta.port());
                TlsProxy rpc = new TlsProxy(ours, "127.0.0.1", meta.port(), "h2")) {
            // A name of this machine that the certificate does not have.
            WeaviateSettings settings = WeaviateSettings.builder(URI.create("https://127.0.0.1:" + http.port()))
                    .grpc("localhost", rpc.port())
                    .apiKey(() -> KEY)
                    .tls(ours.trust())
                    .build();
            assertThat(ask(settings))
                    .isInstanceOfSatisfying(
                            RetrievalResult.Failed.class,
                            failed -> assertThat(failed.cause())
                                    .contains("gRPC at localhost:" + rpc.port(), "certificate"));
            assertThat(rpc.heard()).isZero();
        }
    }

    @Test
    void namesAnAddressThatDoesNotSpeakTls() {
        try (PlainServer plain = new PlainServer()) {
            refuses(
                    WeaviateSettings.builder(URI.create("https://127.0.0.1:" + plain.port()))
                            .build(),
                    "does not speak TLS",
                    "check the port");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://weaviate.example:8080", "http://10.0.0.7:8080", "http://127.evil.example"})
    void sendsNoKeyOverANetworkInTheClear(String url) {
        assertThatThrownBy(() -> WeaviateSettings.builder(URI.create(url))
                        .apiKey(() -> KEY)
                        .build())
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("give an https address")
                .hasMessageNotContaining(KEY);
        assertThatThrownBy(() -> WeaviateSettings.builder(URI.create("http://localhost:8080"))
                        .grpc(URI.create(url).getHost(), 50_051)
                        .apiKey(() -> KEY)
                        .build())
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("in the clear");
        assertThatCode(WeaviateSettings.builder(URI.create(url))::build).doesNotThrowAnyException();
    }

    private static WeaviateSettings.Builder to(TlsProxy http, TlsProxy grpc) {
        return WeaviateSettings.builder(URI.create("https://127.0.0.1:" + http.port()))
                .grpc("127.0.0.1", grpc.port());
    }

    private void refuses(WeaviateSettings settings, String... words) {
        assertThat(ask(settings))
                .isInstanceOfSatisfying(
                        RetrievalResult.Failed.class,
                        failed -> assertThat(failed.cause())
                                .contains(settings.address())
                                .contains(words)
                                .doesNotContain(KEY));
        try (WeaviateSink sink = WeaviateSink.of(settings, TestWeaviate.model(), EmbeddingCache.inMemory())) {
            assertThatThrownBy(sink::published)
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining(settings.address())
                    .hasMessageContainingAll(words)
                    .hasMessageNotContaining(KEY);
        }
    }

    private RetrievalResult ask(WeaviateSettings settings) {
        try (CatalogSnapshot snapshot = catalog.acquire();
                WeaviateVectorRetriever arm = WeaviateVectorRetriever.of(settings, TestWeaviate.model())) {
            return arm.retrieve(RequestBuilder.of(snapshot)
                    .query("mug")
                    .deadline(Deadline.in(PATIENCE))
                    .build());
        }
    }

    /** Says over HTTP that it is a Weaviate, which is all that its client asks before it searches. */
    private static final class Meta implements AutoCloseable {
        private final HttpServer server;

        Meta() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] body = "{\"version\":\"1.35.2\"}".getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        int port() {
            return server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
