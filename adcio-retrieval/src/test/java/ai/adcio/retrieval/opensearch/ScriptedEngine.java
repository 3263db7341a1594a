package ai.adcio.retrieval.opensearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * An engine on loopback that answers as it is told, wrongly too. What nothing is told of gets an answer that keeps a caller
 * going: version 3.5, an empty index, an empty result. Thread safe.
 */
final class ScriptedEngine implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile @Nullable Reply always;
    private volatile String version = "3.5.0";

    ScriptedEngine() {
        this(create());
    }

    ScriptedEngine(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private static HttpServer create() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What one exchange gets. */
    @FunctionalInterface
    interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    /** A call that came in. */
    record Seen(
            String method,
            String path,
            String body,
            @Nullable String authorization) {}

    static Reply json(int status, String body) {
        return bytes(status, "application/json; charset=UTF-8", body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply bytes(int status, String type, byte[] body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** Says how long the answer is, sends half of it and hangs up. */
    static Reply half(String body) {
        byte[] all = body.getBytes(StandardCharsets.UTF_8);
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, all.length);
            exchange.getResponseBody().write(all, 0, all.length / 2);
            exchange.getResponseBody().flush();
            throw new IOException("scripted");
        };
    }

    /** Never answers. */
    Reply nothing() {
        return exchange -> pause();
    }

    private void pause() {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the next searches and bulk requests get, one after the other. */
    void next(Reply... some) {
        replies.addAll(List.of(some));
    }

    /** What every search and bulk request gets. */
    void always(Reply reply) {
        this.always = reply;
    }

    void version(String number) {
        this.version = number;
    }

    String url() {
        return (server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:"
                + server.getAddress().getPort();
    }

    /** The calls whose path ends so. */
    List<Seen> seen(String end) {
        return seen.stream().filter(call -> call.path().endsWith(end)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            seen.add(new Seen(
                    exchange.getRequestMethod(),
                    path,
                    body,
                    exchange.getRequestHeaders().getFirst("Authorization")));
            reply(path, body).to(exchange);
        }
    }

    private Reply reply(String path, String body) {
        if (path.equals("/")) {
            return json(200, "{\"version\":{\"distribution\":\"opensearch\",\"number\":\"" + version + "\"}}");
        }
        if (path.endsWith("/_search") && body.contains("\"aggs\"")) {
            return json(200, "{\"aggregations\":{\"last\":{\"value\":null}}}");
        }
        if (path.endsWith("/_mapping")) {
            return json(200, "{\"" + path.split("/")[1] + "\":{\"mappings\":{\"_meta\":{\"format\":1}}}}");
        }
        if (!path.endsWith("/_search") && !path.endsWith("/_bulk") && !path.endsWith("/_msearch")) {
            return json(200, "{}");
        }
        Reply scripted = replies.poll();
        Reply every = always;
        scripted = scripted == null ? every : scripted;
        return scripted == null ? usual(path, body) : scripted;
    }

    private static Reply usual(String path, String body) {
        if (path.endsWith("/_bulk")) {
            return json(200, taken(body));
        }
        String empty = "{\"status\":200,\"timed_out\":false,\"hits\":{\"total\":{\"value\":7},\"hits\":[]}}";
        if (path.endsWith("/_msearch")) {
            int count = body.split("\n").length / 2;
            return json(200, "{\"responses\":[" + String.join(",", java.util.Collections.nCopies(count, empty)) + "]}");
        }
        return json(200, empty);
    }

    /** The answer to a bulk request of which everything was taken. */
    private static String taken(String body) {
        return "{\"errors\":false,\"items\":["
                + String.join(
                        ",",
                        body.lines()
                                .filter(line -> line.startsWith("{\"index\"") || line.startsWith("{\"delete\""))
                                .map(line -> line.startsWith("{\"index\"")
                                        ? "{\"index\":{\"status\":201}}"
                                        : "{\"delete\":{\"status\":200}}")
                                .toList())
                + "]}";
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.close();
    }
}
