package ai.adcio.retrieval.weaviate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.Cancellation;
import ai.adcio.retrieval.Deadline;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a scripted server does wrong; needs no Weaviate. */
class WeaviateFaultTest {
    private static final Duration SHORT = Duration.ofMillis(400);
    // Generous, as an answer comes whatever else the machine does.
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String KEY = "secret-key-of-the-shop";

    private final Catalog catalog =
            InMemoryCatalog.of(java.util.List.of(Product.builder("mug", "mug").build()));
    private final HttpServer http = httpServer();
    private final ServerSocket silent = silentServer();

    @AfterEach
    void stop() throws IOException {
        http.stop(0);
        silent.close();
        catalog.close();
    }

    @Test
    void saysThatNobodyListens() {
        http.start();
        int port = http.getAddress().getPort();
        http.stop(0);
        assertThat(cause(settings(port))).isEqualTo("Weaviate at http://127.0.0.1:" + port + " cannot be reached");
    }

    @Test
    void failsAtTheDeadlineWhenNothingAnswers() {
        assertThat(cause(settings(silent.getLocalPort()))).endsWith("could not be reached in time");
    }

    @Test
    void failsAtTheDeadlineWhenTheSearchHangs() {
        answering("{\"version\":\"1.35.2\"}", 200);
        assertThat(cause(settings(http.getAddress().getPort()))).endsWith("did not answer in time");
    }

    @Test
    void stopsASearchThatIsCancelled() {
        answering("{\"version\":\"1.35.2\"}", 200);
        Cancellation cancellation = new Cancellation();
        try (CatalogSnapshot snapshot = catalog.acquire();
                WeaviateVectorRetriever arm =
                        WeaviateVectorRetriever.of(settings(http.getAddress().getPort()), TestWeaviate.model())) {
            Thread.ofVirtual().start(() -> {
                accept();
                cancellation.cancel();
            });
            assertThat(arm.retrieve(RequestBuilder.of(snapshot)
                            .query("mug")
                            .cancellation(cancellation)
                            .build()))
                    .isInstanceOf(RetrievalResult.Failed.class);
        }
    }

    @Test
    void saysThatTheKeyIsRefusedAndNeverTellsIt() {
        answering("{\"error\":[{\"message\":\"unauthorized: invalid api key " + KEY + "\"}]}", 401);
        WeaviateSettings settings = settings(http.getAddress().getPort());
        assertThat(cause(settings, PATIENCE)).endsWith("refuses the API key").doesNotContain(KEY);
        assertThat(settings.toString()).doesNotContain(KEY);
        try (WeaviateSink sink = WeaviateSink.of(settings, TestWeaviate.model(), EmbeddingCache.inMemory())) {
            assertThatThrownBy(sink::published)
                    .isInstanceOf(AdcioException.class)
                    .hasMessageEndingWith("refuses the API key")
                    .hasNoCause();
        }
    }

    @Test
    void failsOnAnswersThatAreNoWeaviate() {
        for (String body : new String[] {"", "{\"vers", "\u0000\u0001\u0002", "<html>", "[]"}) {
            HttpServer other = httpServer();
            try {
                answering(other, body, 200);
                assertThat(cause(settings(other.getAddress().getPort())))
                        .as("after \"%s\"", body)
                        .startsWith("Weaviate at ");
            } finally {
                other.stop(0);
            }
        }
    }

    @Test
    void triesAgainWhenAnAnswerIsCut() {
        AtomicInteger calls = new AtomicInteger();
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", exchange -> {
            boolean cut = exchange.getRequestURI().getPath().endsWith("/meta") && calls.incrementAndGet() == 1;
            answer(
                    exchange,
                    cut ? "{\"vers" : "{\"version\":\"1.35.2\",\"alias\":\"a\",\"class\":\"Adcio_shop_G_g\"}",
                    200);
        });
        http.start();
        try (WeaviateSink sink = WeaviateSink.of(
                settings(http.getAddress().getPort()), TestWeaviate.model(), EmbeddingCache.inMemory())) {
            assertThat(sink.published()).isEqualTo("g");
        }
        assertThat(calls).hasValue(2);
    }

    @Test
    void givesUpFillingWhenNobodyListens() {
        http.start();
        int port = http.getAddress().getPort();
        http.stop(0);
        try (CatalogSnapshot snapshot = catalog.acquire();
                WeaviateSink sink = WeaviateSink.of(settings(port), TestWeaviate.model(), EmbeddingCache.inMemory())) {
            assertThatThrownBy(() -> sink.begin("g", snapshot.capabilities()))
                    .isInstanceOf(AdcioException.class)
                    .hasMessageEndingWith("cannot be reached");
        }
    }

    @Test
    void refusesAddressesThatAreNone() {
        for (String url : new String[] {"localhost:8080", "ftp://host", "http://user:" + KEY + "@host"}) {
            assertThatThrownBy(() -> WeaviateSettings.builder(URI.create(url)))
                    .as(url)
                    .isInstanceOf(AdcioException.class)
                    .hasMessageNotContaining(KEY);
        }
    }

    private String cause(WeaviateSettings settings) {
        return cause(settings, SHORT);
    }

    private String cause(WeaviateSettings settings, Duration wait) {
        try (CatalogSnapshot snapshot = catalog.acquire();
                WeaviateVectorRetriever arm = WeaviateVectorRetriever.of(settings, TestWeaviate.model())) {
            RetrievalResult result = arm.retrieve(RequestBuilder.of(snapshot)
                    .query("mug")
                    .deadline(Deadline.in(wait))
                    .build());
            return ((RetrievalResult.Failed) result).cause();
        }
    }

    private WeaviateSettings settings(int port) {
        return WeaviateSettings.builder(URI.create("http://127.0.0.1:" + port))
                .grpc("127.0.0.1", silent.getLocalPort())
                .apiKey(() -> KEY)
                .build();
    }

    private void answering(String body, int status) {
        answering(http, body, status);
    }

    private static void answering(HttpServer server, String body, int status) {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, body, status));
        server.start();
    }

    private static void answer(HttpExchange exchange, String body, int status) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void accept() {
        try {
            silent.accept();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer httpServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket silentServer() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
