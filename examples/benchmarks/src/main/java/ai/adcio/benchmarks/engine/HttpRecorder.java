package ai.adcio.benchmarks.engine;

import ai.adcio.AdcioException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between a client and its engine and keeps what the client asks. Nothing that is timed goes through it. */
final class HttpRecorder implements AutoCloseable {
    private static final Set<String> FORWARDED = Set.of("authorization", "content-type", "accept");

    private final URI engine;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    // Guarded by this.
    private List<Call> calls = new ArrayList<>();

    private HttpRecorder(URI engine, HttpServer server) {
        this.engine = engine;
        this.server = server;
    }

    /** What a client asked. */
    record Call(String method, URI address, byte[] body) {
        Call {
            body = body.clone();
        }

        @Override
        public byte[] body() {
            return body.clone();
        }
    }

    static HttpRecorder before(URI engine) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            HttpRecorder recorder = new HttpRecorder(engine, server);
            server.setExecutor(recorder.threads);
            server.createContext("/", recorder::pass);
            server.start();
            return recorder;
        } catch (IOException e) {
            throw new AdcioException("cannot listen on the loopback address", e);
        }
    }

    /** Where the client is to connect to. */
    URI address() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    /** What was asked since the last call of this, in order. */
    synchronized List<Call> taken() {
        List<Call> taken = calls;
        calls = new ArrayList<>();
        return taken;
    }

    private synchronized void keep(Call call) {
        calls.add(call);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            keep(new Call(exchange.getRequestMethod(), exchange.getRequestURI(), body));
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            engine.resolve(exchange.getRequestURI().toString()))
                    .method(
                            exchange.getRequestMethod(),
                            body.length == 0
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (FORWARDED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers()
                    .firstValue("content-type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("content-type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the recorder was stopped", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        client.close();
    }
}
