package ai.adcio.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;

/** A scripted server that speaks OpenAI's embeddings protocol; its model knows how long a text is. */
final class ScriptedEmbeddings implements AutoCloseable {
    static final String MODEL = "lengths";

    private final HttpServer server;
    private final ConcurrentHashMap<String, Integer> asked = new ConcurrentHashMap<>();

    private ScriptedEmbeddings(HttpServer server) {
        this.server = server;
    }

    /** Starts one on a free port. */
    static ScriptedEmbeddings start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ScriptedEmbeddings scripted = new ScriptedEmbeddings(server);
            server.createContext("/v1/embeddings", scripted::answer);
            server.start();
            return scripted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** What {@code --embeddings} takes. */
    String option() {
        return url() + "#" + MODEL;
    }

    /** How many texts came with an {@code input_type}: query or passage. */
    int asked(String type) {
        return asked.getOrDefault(type, 0);
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

    @Override
    public void close() {
        server.stop(0);
    }
}
