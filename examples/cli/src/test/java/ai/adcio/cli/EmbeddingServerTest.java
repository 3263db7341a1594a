package ai.adcio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --embeddings} with a scripted server, whose model knows how long a text is. */
class EmbeddingServerTest {
    @TempDir
    private Path folder = Path.of("");

    private final HttpServer server = listening();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    @BeforeEach
    void start() {
        server.createContext("/v1/embeddings", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void embedsProductsOnceAndQueriesByTheServer() {
        Terminal first = search("headphones");
        int products = asked.getOrDefault("passage", 0);
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(products).isPositive();
        assertThat(asked.getOrDefault("query", 0)).isPositive();
        Terminal second = search("red dress");
        assertThat(second.code()).isZero();
        assertThat(asked.getOrDefault("passage", 0)).as("found in the cache").isEqualTo(products);
    }

    @Test
    void opensAnIndexWithTheModelThatMadeItAndNoOther() {
        String index = folder.resolve("shop").toString();
        Terminal made = Terminal.run("", "index", "--index", index, "--cache", cache(), "--embeddings", url());
        Terminal same = Terminal.run("", "search", "--index", index, "--embeddings", url(), "headphones");
        Terminal other = Terminal.run("", "search", "--index", index, "headphones");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(same.code()).as(same.err()).isZero();
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).contains("made with the model lengths").contains("--embeddings URL#MODEL");
    }

    @Test
    void leavesTheArmOutOfLanguagesThatTheModelDoesNotKnow() {
        Terminal run = Terminal.run(
                "",
                "search",
                "--cache",
                cache(),
                "--embeddings",
                url(),
                "--embedding-languages",
                "ko",
                "--language",
                "en",
                "headphones");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(asked).doesNotContainKey("query");
    }

    @Test
    void wantsAnAddressAndAModel() {
        for (String wrong : new String[] {"http://localhost/v1", "#m", "http://localhost/v1#", "http://a b/#m"}) {
            Terminal run = Terminal.run("", "search", "--embeddings", wrong, "shoes");
            assertThat(run.code()).as(wrong).isEqualTo(2);
            assertThat(run.err()).as(wrong).contains("--embeddings");
        }
    }

    private Terminal search(String words) {
        return Terminal.run("", "search", "--cache", cache(), "--embeddings", url(), words);
    }

    private String cache() {
        return folder.resolve("cache").toString();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1#lengths";
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode request = JsonFiles.MAPPER.readTree(exchange.getRequestBody());
        ObjectNode answer = JsonFiles.MAPPER.createObjectNode();
        ArrayNode data = answer.putArray("data");
        for (JsonNode text : request.path("input")) {
            asked.merge(request.path("input_type").asText(), 1, Integer::sum);
            ObjectNode entry = data.addObject().put("index", data.size() - 1);
            entry.putArray("embedding").add(text.asText().length()).add(100);
        }
        byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
