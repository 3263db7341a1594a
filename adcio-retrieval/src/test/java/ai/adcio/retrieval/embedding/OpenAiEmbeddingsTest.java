package ai.adcio.retrieval.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import ai.adcio.retrieval.Cancellation;
import ai.adcio.retrieval.Deadline;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.data.segment.TextSegment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenAiEmbeddingsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<JsonNode> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server = listening();
    private Answer answer = OpenAiEmbeddingsTest::lengths;

    private interface Answer {
        void to(JsonNode request, HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() {
        server.setExecutor(threads);
        server.createContext("/v1/embeddings", exchange -> {
            JsonNode request = MAPPER.readTree(exchange.getRequestBody());
            asked.add(request);
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            answer.to(request, exchange);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void tellsTheServerWhatATextIs() {
        EmbeddingSettings settings =
                model().inputType().languages(Language.KOREAN).build();
        settings.queryModel().embed("겨울 패딩");
        settings.model().embedAll(List.of(TextSegment.from("패딩 점퍼")));
        assertThat(asked).extracting(r -> r.path("input_type").asText()).containsExactly("query", "passage");
        assertThat(asked).extracting(r -> r.path("model").asText()).containsOnly("m");
        assertThat(settings.languages()).containsExactly(Language.KOREAN);
        assertThat(settings.remote()).isTrue();
    }

    @Test
    void leavesOutWhatTheServerDoesNotKnow() {
        answer = (request, exchange) -> {
            if (request.has("input_type")) {
                send(exchange, 400, "{\"error\":{\"message\":\"Unrecognized request argument\"}}");
            } else {
                lengths(request, exchange);
            }
        };
        EmbeddingSettings settings = model().inputTypeIfTaken().build();
        settings.queryModel().embed("a");
        settings.queryModel().embed("b");
        assertThat(asked).extracting(r -> r.has("input_type")).containsExactly(true, false, false);
    }

    @Test
    void sendsManyTextsInBatchesAndPutsTheAnswersInOrder() {
        answer = (request, exchange) -> {
            List<String> entries = new ArrayList<>();
            for (int i = request.path("input").size() - 1; i >= 0; i--) {
                entries.add(entry(i, request.path("input").get(i).asText().length()));
            }
            send(exchange, 200, "{\"data\":[" + String.join(",", entries) + "]}");
        };
        List<TextSegment> texts = Stream.of("a", "bb", "ccc", "dddd", "eeeee")
                .map(TextSegment::from)
                .toList();
        assertThat(model().batch(2).build().model().embedAll(texts).content())
                .extracting(embedding -> embedding.vector()[0])
                .containsExactly(1f, 2f, 3f, 4f, 5f);
        assertThat(asked).hasSize(3);
    }

    @Test
    void sendsTheKeyAndNeverTellsIt() {
        answer = (request, exchange) -> send(exchange, 401, "{\"error\":\"wrong key sk-secret\"}");
        EmbeddingSettings settings = model().apiKey(() -> "sk-secret").build();
        assertThatThrownBy(() -> settings.queryModel().embed("a"))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("status 401")
                .hasMessageNotContaining("secret");
        assertThat(keys).containsExactly("Bearer sk-secret");
    }

    @Test
    void failsInTimeWhenTheServerHangsOrDrips() {
        List<Answer> slow = List.of((request, exchange) -> hang(), (request, exchange) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            hang();
        });
        RemoteEmbeddingModel query = (RemoteEmbeddingModel) model().build().queryModel();
        for (Answer one : slow) {
            answer = one;
            assertThatThrownBy(() -> query.embed("a", Deadline.in(Duration.ofMillis(200)), new Cancellation()))
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining("did not answer in time");
        }
    }

    @Test
    void stopsWhenItIsCancelled() {
        Cancellation cancellation = new Cancellation();
        answer = (request, exchange) -> {
            cancellation.cancel();
            hang();
        };
        RemoteEmbeddingModel query = (RemoteEmbeddingModel) model().build().queryModel();
        assertThatThrownBy(() -> query.embed("a", Deadline.none(), cancellation))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("cancelled");
    }

    @Test
    void failsOnAnswersThatAreNoEmbeddings() {
        RemoteEmbeddingModel query = (RemoteEmbeddingModel) model().build().queryModel();
        for (String body : List.of(
                "",
                "\u0000\u0001",
                "{\"data\":[{\"embedd",
                "[]",
                "{\"data\":[]}",
                "{\"data\":[{\"index\":7,\"embedding\":[1]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":\"x\"}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[]}]}")) {
            answer = (request, exchange) -> send(exchange, 200, body);
            assertThatThrownBy(() -> query.embed("a", Deadline.none(), new Cancellation()))
                    .as(body)
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining("no list of embeddings");
        }
    }

    @Test
    void saysThatNobodyListens() {
        server.stop(0);
        assertThatThrownBy(() -> model().build().queryModel().embed("a"))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void refusesAddressesThatAreNone() {
        for (String url :
                List.of("localhost:8091", "ftp://host/v1", "http://user:key@host/v1", "https://host/v1?key=1")) {
            assertThatThrownBy(() -> OpenAiEmbeddings.builder(URI.create(url), "m"))
                    .as(url)
                    .isInstanceOf(AdcioException.class)
                    .hasMessageNotContaining("user:key");
        }
    }

    private OpenAiEmbeddings.Builder model() {
        return OpenAiEmbeddings.builder(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1"), "m");
    }

    private static void lengths(JsonNode request, HttpExchange exchange) throws IOException {
        List<String> entries = new ArrayList<>();
        for (JsonNode text : request.path("input")) {
            entries.add(entry(entries.size(), text.asText().length()));
        }
        send(exchange, 200, "{\"data\":[" + String.join(",", entries) + "]}");
    }

    private static String entry(int index, int value) {
        return "{\"index\":" + index + ",\"embedding\":[" + value + ",1]}";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }

    private void hang() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
