package ai.adcio.retrieval.opensearch;

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
import ai.adcio.retrieval.RetrievalResult.Failed;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An engine that is away, slow or wrong gives a clear failure in time, never an exception. */
@Timeout(60)
class OpenSearchRetrieverFaultsTest {
    private static final String SECRET = "open sesame";
    private static final String WORDS = "something private";
    private static final String HITS = """
            {"timed_out":false,"_shards":{"failed":0},"hits":{"total":{"value":1},
             "hits":[{"sort":[1.5,0,"mug"]}]}}""";

    private final Catalog catalog =
            InMemoryCatalog.of(List.of(Product.builder("mug", "coffee mug").build()));
    private final ScriptedEngine engine = new ScriptedEngine();
    private final OpenSearchKeywordRetriever arm = arm(engine.url());

    @AfterEach
    void close() {
        arm.close();
        engine.close();
        catalog.close();
    }

    @Test
    void findsWhatTheEngineAnswers() {
        engine.always(ScriptedEngine.json(200, HITS));
        assertThat(ask(arm, r -> r))
                .isEqualTo(new RetrievalResult.Found(List.of(new RetrievalResult.Hit("mug", 1.5)), 1));
        assertThat(engine.seen("/_search"))
                .allSatisfy(call -> assertThat(call.authorization()).startsWith("Basic "));
    }

    @Test
    void failsWhenTheAnswerIsNone() {
        fails(ScriptedEngine.bytes(200, "application/json", new byte[] {(byte) 0xff, 0, 1, 2}), "not JSON");
        fails(ScriptedEngine.json(200, HITS.substring(0, HITS.length() / 2)), "not JSON");
        fails(ScriptedEngine.json(200, HITS + HITS), "not JSON");
        fails(ScriptedEngine.json(200, "[1, 2]"), "without hits");
        fails(ScriptedEngine.json(200, "{}"), "without hits");
        fails(ScriptedEngine.json(200, ""), "without hits");
        fails(ScriptedEngine.json(200, "{\"hits\":{\"hits\":[{\"_id\":\"mug\"}]}}"), "without its id");
        fails(ScriptedEngine.bytes(200, "text/html", "<html>Welcome".getBytes(StandardCharsets.UTF_8)), "not JSON");
        fails(ScriptedEngine.half(HITS), "cannot be reached");
    }

    @Test
    void failsWithTheStatusWhenTheEngineSaysNo() {
        fails(error(429, "rejected_execution_exception"), "429 rejected_execution_exception");
        fails(error(503, "cluster_block_exception"), "503");
        fails(error(500, "search_phase_execution_exception"), "500");
        fails(error(400, "parsing_exception"), "400 parsing_exception");
        fails(error(404, "index_not_found_exception"), "publish a generation");
        fails(error(401, "security_exception"), "check user, password");
        fails(error(403, "security_exception"), "check user, password");
        fails(ScriptedEngine.bytes(502, "text/html", "<html>".getBytes(StandardCharsets.UTF_8)), "502");
        fails(ScriptedEngine.json(302, ""), "302");
    }

    @Test
    void failsRatherThanAnswerFromAPartOfTheIndex() {
        fails(ScriptedEngine.json(200, HITS.replace("\"timed_out\":false", "\"timed_out\":true")), "out of time");
        fails(ScriptedEngine.json(200, HITS.replace("\"failed\":0", "\"failed\":1")), "a part of the index");
    }

    @Test
    void asksOnceMoreWhenANodeWasAway() {
        engine.next(error(503, "no_shard_available_action_exception"));
        engine.always(ScriptedEngine.json(200, HITS));
        assertThat(ask(arm, r -> r)).isInstanceOf(RetrievalResult.Found.class);
    }

    @Test
    void failsAtTheDeadlineWhenTheEngineHangs() {
        fails(engine.nothing(), "in time");
        engine.always(engine.nothing());
        assertThat(ask(arm, r -> r.query(WORDS))).isInstanceOf(Failed.class);
    }

    @Test
    void failsAtTheDeadlineWhenTheAnswerDrips() {
        // The first call loads classes, which can outlast the deadline.
        ask(arm, r -> r.deadline(Deadline.none()));
        CountDownLatch brokenOff = new CountDownLatch(1);
        fails(drip(brokenOff), "in time");
        assertBrokenOff(brokenOff);
    }

    @Test
    void breaksOffTheCallWhenItIsCancelled() throws InterruptedException {
        CountDownLatch brokenOff = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        engine.always(exchange -> {
            begun.countDown();
            drip(brokenOff).to(exchange);
        });
        Cancellation cancellation = new Cancellation();
        CompletableFuture<RetrievalResult> answer = CompletableFuture.supplyAsync(
                () -> ask(arm, r -> r.cancellation(cancellation).deadline(Deadline.none())));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        cancellation.cancel();
        assertThat(answer.join()).isEqualTo(new Failed("the call was cancelled"));
        assertBrokenOff(brokenOff);
    }

    @Test
    void failsWhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (OpenSearchKeywordRetriever nobody = arm("http://127.0.0.1:" + port)) {
            assertThat(ask(nobody, r -> r))
                    .isInstanceOfSatisfying(
                            Failed.class, f -> assertThat(f.cause()).contains("cannot be reached"));
        }
    }

    @Test
    void passesOverANodeThatIsAway() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        engine.always(ScriptedEngine.json(200, HITS));
        OpenSearchSettings settings = OpenSearchSettings.builder(
                        List.of("http://127.0.0.1:" + port, engine.url()), "shop")
                .build();
        try (OpenSearchKeywordRetriever either = new OpenSearchKeywordRetriever(settings)) {
            for (int i = 0; i < 4; i++) {
                assertThat(ask(either, r -> r)).isInstanceOf(RetrievalResult.Found.class);
            }
        }
    }

    @Test
    void ranksByCombinedFieldsWhereTheEngineKnowsThem() {
        ask(arm, r -> r.query("mug"));
        assertThat(engine.seen("/_search"))
                .last()
                .satisfies(call ->
                        assertThat(call.body()).contains("combined_fields").doesNotContain("cross_fields"));
    }

    @Test
    void ranksByCrossFieldsOnOlderEngines() {
        for (String version : List.of("2.19.1", "3.1.0")) {
            engine.version(version);
            try (OpenSearchKeywordRetriever older = arm(engine.url())) {
                ask(older, r -> r.query("mug"));
            }
            assertThat(engine.seen("/_search"))
                    .last()
                    .satisfies(call ->
                            assertThat(call.body()).contains("cross_fields").doesNotContain("combined_fields"));
        }
    }

    @Test
    void saysWhichEngineItNeeds() {
        engine.version("1.3.0");
        assertThat(ask(arm, r -> r.query("mug")))
                .isInstanceOfSatisfying(Failed.class, f -> assertThat(f.cause()).contains("OpenSearch 2 or newer"));
    }

    @Test
    void scoresNothingWhenTheEngineFails() {
        engine.always(error(500, "x"));
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            assertThat(arm.score(RequestBuilder.of(snapshot).query("mug").build(), List.of("mug")))
                    .isEmpty();
        }
    }

    @Test
    void tellsNoSecret() {
        OpenSearchSettings settings = OpenSearchSettings.builder(engine.url(), "shop")
                .login("clerk", () -> SECRET)
                .build();
        assertThat(settings.toString()).doesNotContain(SECRET).doesNotContain("clerk");
        assertThatThrownBy(
                        () -> OpenSearchSettings.builder("http://clerk:" + SECRET.replace(' ', '+') + "@host", "shop"))
                .isInstanceOf(AdcioException.class)
                .hasMessageNotContaining("sesame");
    }

    private void fails(ScriptedEngine.Reply reply, String cause) {
        engine.always(reply);
        RetrievalResult result = ask(arm, r -> r);
        assertThat(result)
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.cause())
                                .contains(cause)
                                .doesNotContain(WORDS)
                                .doesNotContain("\n"));
    }

    private RetrievalResult ask(OpenSearchKeywordRetriever asked, UnaryOperator<RequestBuilder> more) {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            return asked.retrieve(more.apply(RequestBuilder.of(snapshot).deadline(Deadline.in(Duration.ofSeconds(2))))
                    .build());
        }
    }

    private static ScriptedEngine.Reply error(int status, String type) {
        return ScriptedEngine.json(
                status,
                "{\"error\":{\"type\":\"" + type + "\",\"reason\":\"" + WORDS + "\"},\"status\":" + status + "}");
    }

    private static ScriptedEngine.Reply drip(CountDownLatch brokenOff) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                // Ends by itself long after the test has failed.
                for (int i = 0; i < 2_000; i++) {
                    out.write(' ');
                    out.flush();
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            } catch (IOException e) {
                brokenOff.countDown();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static void assertBrokenOff(CountDownLatch brokenOff) {
        try {
            assertThat(brokenOff.await(20, TimeUnit.SECONDS)).as("broken off").isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OpenSearchKeywordRetriever arm(String url) {
        return new OpenSearchKeywordRetriever(OpenSearchSettings.builder(url, "shop")
                .login("clerk", () -> SECRET)
                .build());
    }
}
