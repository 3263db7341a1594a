package ai.adcio.retrieval.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.sync.SinkException;
import ai.adcio.retrieval.opensearch.ScriptedEngine.Seen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the engine has no room for is written again, and only that; what it will never take is named. */
@Timeout(60)
class OpenSearchSinkFaultsTest {
    private static final String SECRET = "open sesame";

    private final ScriptedEngine engine = new ScriptedEngine();
    private final OpenSearchSink sink = sink(10);

    @AfterEach
    void close() {
        sink.close();
        engine.close();
    }

    @Test
    void writesAWholeRequestAgainThatTheEngineHadNoRoomFor() {
        engine.next(
                error(429, "rejected_execution_exception"),
                ScriptedEngine.bytes(503, "text/html", "<html>".getBytes(StandardCharsets.UTF_8)),
                ScriptedEngine.half("{\"items\":[]}"),
                ScriptedEngine.json(200, "{\"items\":["));
        write(3);
        assertThat(engine.seen("/_bulk"))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(call -> assertThat(ids(call)).containsExactly("p0", "p1", "p2"));
    }

    @Test
    void writesOnlyTheItemsAgainThatFailed() {
        engine.next(ScriptedEngine.json(
                200,
                "{\"errors\":true,\"items\":[{\"index\":{\"status\":201}},"
                        + "{\"index\":{\"status\":429,\"error\":{\"type\":\"rejected_execution_exception\"}}},"
                        + "{\"index\":{\"status\":503,\"error\":{\"type\":\"unavailable_shards_exception\"}}}]}"));
        write(3);
        assertThat(engine.seen("/_bulk"))
                .hasSize(2)
                .last()
                .satisfies(call -> assertThat(ids(call)).containsExactly("p1", "p2"));
    }

    @Test
    void namesTheItemsThatTheEngineWillNeverTake() {
        engine.next(
                ScriptedEngine.json(
                        200,
                        "{\"errors\":true,\"items\":[{\"index\":{\"status\":201}},"
                                + "{\"index\":{\"status\":429,\"error\":{\"type\":\"rejected_execution_exception\"}}},"
                                + "{\"index\":{\"status\":400,\"error\":{\"type\":\"mapper_parsing_exception\",\"reason\":\"why\"}}}]}"));
        assertThatThrownBy(() -> write(3))
                .isInstanceOfSatisfying(
                        SinkException.class,
                        e -> assertThat(e.refusals())
                                .containsExactly(new SinkException.Refusal("p2", "400 mapper_parsing_exception: why")));
        assertThat(engine.seen("/_bulk"))
                .hasSize(2)
                .last()
                .satisfies(call -> assertThat(ids(call)).containsExactly("p1"));
    }

    @Test
    void givesUpInTheEndAndSaysWhy() {
        engine.always(error(429, "rejected_execution_exception"));
        try (OpenSearchSink impatient = sink(2)) {
            assertThatThrownBy(() -> impatient.write("g1", changes(3)))
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining("3 products")
                    .hasMessageContaining("429 rejected_execution_exception")
                    .hasMessageNotContaining(SECRET);
        }
        assertThat(engine.seen("/_bulk")).hasSize(3);
    }

    @Test
    void givesUpWhenTheTimeIsOver() {
        engine.always(engine.nothing());
        OpenSearchSettings settings = OpenSearchSettings.builder(engine.url(), "shop")
                .requestTimeout(Duration.ofMillis(200))
                .retryTime(Duration.ofMillis(700))
                .build();
        try (OpenSearchSink impatient = new OpenSearchSink(settings)) {
            assertThatThrownBy(() -> impatient.write("g1", changes(1)))
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining("in time");
        }
    }

    @Test
    void stopsAtOnceWhenTheIndexMayNotBeWritten() {
        engine.always(ScriptedEngine.json(
                200,
                "{\"errors\":true,\"items\":[{\"index\":{\"status\":403,\"error\":{\"type\":\"cluster_block_exception\","
                        + "\"reason\":\"index is read-only\"}}}]}"));
        assertThatThrownBy(() -> write(1))
                .isInstanceOf(AdcioException.class)
                .isNotInstanceOf(SinkException.class)
                .hasMessageContaining("read-only");
        assertThat(engine.seen("/_bulk")).hasSize(1);
    }

    @Test
    void sendsHalvesWhenARequestIsTooLarge() {
        engine.next(ScriptedEngine.bytes(413, "text/html", new byte[0]));
        write(4);
        assertThat(engine.seen("/_bulk").stream()
                        .map(OpenSearchSinkFaultsTest::ids)
                        .toList())
                .containsExactly(List.of("p0", "p1", "p2", "p3"), List.of("p0", "p1"), List.of("p2", "p3"));
    }

    @Test
    void namesAProductThatIsTooLargeByItself() {
        engine.always(ScriptedEngine.bytes(413, "text/html", new byte[0]));
        assertThatThrownBy(() -> write(2))
                .isInstanceOfSatisfying(
                        SinkException.class,
                        e -> assertThat(e.refusals())
                                .extracting(SinkException.Refusal::id)
                                .containsExactly("p0", "p1"));
    }

    @Test
    void keepsRequestsWithinTheirBoundsAndAFewAtATime() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        engine.always(exchange -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                TimeUnit.MILLISECONDS.sleep(30);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            running.decrementAndGet();
            ScriptedEngine.json(200, "{\"items\":[{\"index\":{\"status\":200}},{\"index\":{\"status\":200}}]}")
                    .to(exchange);
        });
        OpenSearchSettings settings = OpenSearchSettings.builder(engine.url(), "shop")
                .bulkDocuments(2)
                .bulksAtOnce(3)
                .build();
        try (OpenSearchSink some = new OpenSearchSink(settings)) {
            some.write("g1", changes(40));
        }
        assertThat(engine.seen("/_bulk"))
                .hasSize(20)
                .allSatisfy(call -> assertThat(ids(call)).hasSize(2));
        assertThat(most.get()).isBetween(2, 3);
    }

    @Test
    void keepsRequestsWithinTheirBytes() {
        OpenSearchSettings settings = OpenSearchSettings.builder(engine.url(), "shop")
                .bulkBytes(2_000)
                .build();
        try (OpenSearchSink some = new OpenSearchSink(settings)) {
            some.write("g1", changes(30));
        }
        assertThat(engine.seen("/_bulk"))
                .hasSizeGreaterThan(3)
                .allSatisfy(call -> assertThat(call.body().getBytes(StandardCharsets.UTF_8).length)
                        .isLessThanOrEqualTo(2_000));
    }

    @Test
    void namesProductsWhoseIdIsTooLongWithoutSendingThem() {
        Product far = Product.builder("가".repeat(200), "far").build();
        assertThatThrownBy(() -> sink.write("g1", CatalogChanges.upsert(far)))
                .isInstanceOf(SinkException.class)
                .hasMessageContaining("600 bytes");
        assertThat(engine.seen("/_bulk")).isEmpty();
    }

    @Test
    void saysHowGenerationsAreNamed() {
        assertThatThrownBy(() -> sink.begin("G_1", CatalogCapabilities.of(List.of())))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("lower-case letters, digits and hyphens");
    }

    private void write(int count) {
        sink.write("g1", changes(count));
    }

    private static CatalogChanges changes(int count) {
        return new CatalogChanges(
                IntStream.range(0, count)
                        .mapToObj(i -> Product.builder("p" + i, "product " + i).build())
                        .toList(),
                List.of());
    }

    private static List<String> ids(Seen call) {
        return call.body()
                .lines()
                .filter(line -> line.startsWith("{\"index\""))
                .map(line -> line.replaceAll(".*\"_id\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    private static ScriptedEngine.Reply error(int status, String type) {
        return ScriptedEngine.json(status, "{\"error\":{\"type\":\"" + type + "\"},\"status\":" + status + "}");
    }

    private OpenSearchSink sink(int retries) {
        return new OpenSearchSink(OpenSearchSettings.builder(engine.url(), "shop")
                .login("clerk", () -> SECRET)
                .retries(retries)
                .build());
    }
}
