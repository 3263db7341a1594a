package ai.adcio.retrieval.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.LogWatch;
import ai.adcio.retrieval.PlainServer;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.TestCertificate;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Who is spoken to, and who is not, over a true TLS connection. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenSearchTlsTest {
    private static final String SECRET = "open sesame";
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString(("clerk:" + SECRET).getBytes(StandardCharsets.UTF_8));
    private static final String HITS = """
            {"timed_out":false,"_shards":{"failed":0},"hits":{"total":{"value":1},
             "hits":[{"sort":[1.5,0,"mug"]}]}}""";

    private final List<Product> products =
            List.of(Product.builder("mug", "coffee mug").build());
    private final Catalog catalog = InMemoryCatalog.of(products);

    private final TestCertificate ours = TestCertificate.of("ip:127.0.0.1");
    private final TestCertificate elsewhere = TestCertificate.of("dns:search.example", "ip:10.0.0.7");

    @AfterAll
    void close() {
        catalog.close();
    }

    @Test
    void saysNothingToAnEngineThatNobodyTrusted() throws IOException {
        try (ScriptedEngine engine = over(ours, false)) {
            refuses(engine, settings -> settings, "not trusted", "tls(...)");
        }
    }

    @Test
    void searchesWithItsLoginWhereTheAuthorityIsTrusted() throws IOException {
        try (ScriptedEngine engine = over(ours, false)) {
            assertThat(ask(engine, settings -> settings.tls(ours.trusting())))
                    .isInstanceOf(RetrievalResult.Found.class);
            assertThat(engine.seen("/_search"))
                    .isNotEmpty()
                    .allSatisfy(call -> assertThat(call.authorization()).isEqualTo(BASIC));
        }
    }

    @Test
    void saysNothingToAnotherHostThanTheOneThatWasMeant() throws IOException {
        try (ScriptedEngine engine = over(elsewhere, false)) {
            refuses(engine, settings -> settings.tls(elsewhere.trusting()), "another host", "give the address");
        }
    }

    @Test
    void saysNothingWhereACertificateIsOutOfDate() throws IOException {
        TestCertificate old = TestCertificate.expired("ip:127.0.0.1");
        try (ScriptedEngine engine = over(old, false)) {
            refuses(engine, settings -> settings.tls(old.trusting()), "not valid today", "renew it");
        }
    }

    @Test
    void showsItsOwnCertificateToAnEngineThatAsksForOne() throws IOException {
        try (ScriptedEngine engine = over(ours, true)) {
            assertThat(ask(engine, settings -> settings.tls(ours.showing()))).isInstanceOf(RetrievalResult.Found.class);
        }
        try (ScriptedEngine engine = over(ours, true)) {
            refuses(engine, settings -> settings.tls(ours.trusting()), "certificate of ours");
        }
    }

    @Test
    void trustsAnybodyWhenToldToAndWarnsOfIt() throws IOException {
        try (ScriptedEngine engine = over(elsewhere, false);
                LogWatch warnings = new LogWatch(Transports.class, Level.WARNING)) {
            assertThat(ask(engine, OpenSearchSettings.Builder::insecureForTests))
                    .isInstanceOf(RetrievalResult.Found.class);
            assertThat(warnings.messages())
                    .singleElement()
                    .asString()
                    .contains("not checked", engine.url())
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void namesAnAddressThatDoesNotSpeakTls() {
        try (PlainServer plain = new PlainServer()) {
            refuses("https://127.0.0.1:" + plain.port(), settings -> settings, "does not speak TLS", "check the port");
        }
    }

    @Test
    void takesItsLoginToNoOtherAddress() throws IOException {
        try (ScriptedEngine engine = over(ours, false);
                ScriptedEngine plain = new ScriptedEngine()) {
            engine.always(exchange -> {
                exchange.getResponseHeaders().set("Location", plain.url() + "/_search");
                exchange.sendResponseHeaders(307, -1);
            });
            assertThat(ask(engine, settings -> settings.tls(ours.trusting())))
                    .isInstanceOfSatisfying(
                            RetrievalResult.Failed.class,
                            failed -> assertThat(failed.cause()).contains("307"));
            assertThat(plain.seen("")).isEmpty();
        }
    }

    private void refuses(ScriptedEngine engine, UnaryOperator<OpenSearchSettings.Builder> more, String... words) {
        refuses(engine.url(), more, words);
        assertThat(engine.seen("")).as("what reached the engine").isEmpty();
    }

    private void refuses(String url, UnaryOperator<OpenSearchSettings.Builder> more, String... words) {
        assertThat(ask(url, more))
                .isInstanceOfSatisfying(
                        RetrievalResult.Failed.class,
                        failed -> assertThat(failed.cause())
                                .contains(url)
                                .contains(words)
                                .doesNotContain(SECRET));
        // At once, and not after the minutes in which a node may come back.
        try (OpenSearchSink sink = new OpenSearchSink(settings(url, more))) {
            assertThatThrownBy(() -> sink.begin("g1", CatalogCapabilities.of(products)))
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining(url)
                    .hasMessageContainingAll(words)
                    .hasMessageNotContaining(SECRET);
        }
    }

    private RetrievalResult ask(ScriptedEngine engine, UnaryOperator<OpenSearchSettings.Builder> more) {
        return ask(engine.url(), more);
    }

    private RetrievalResult ask(String url, UnaryOperator<OpenSearchSettings.Builder> more) {
        try (OpenSearchKeywordRetriever arm = new OpenSearchKeywordRetriever(settings(url, more));
                CatalogSnapshot snapshot = catalog.acquire()) {
            return arm.retrieve(RequestBuilder.of(snapshot).query("").build());
        }
    }

    private static OpenSearchSettings settings(String url, UnaryOperator<OpenSearchSettings.Builder> more) {
        return more.apply(OpenSearchSettings.builder(url, "shop").login("clerk", () -> SECRET))
                .build();
    }

    private static ScriptedEngine over(TestCertificate certificate, boolean asksForOurs) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.showing()) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(asksForOurs);
                parameters.setSSLParameters(wanted);
            }
        });
        ScriptedEngine engine = new ScriptedEngine(server);
        engine.always(ScriptedEngine.json(200, HITS));
        return engine;
    }
}
