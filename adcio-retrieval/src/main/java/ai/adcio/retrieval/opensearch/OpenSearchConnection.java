package ai.adcio.retrieval.opensearch;

import ai.adcio.AdcioException;
import ai.adcio.retrieval.Cancellation;
import ai.adcio.retrieval.internal.TlsProblem;
import ai.adcio.retrieval.opensearch.EngineFailure.Kind;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.TransportException;
import org.opensearch.client.transport.TransportOptions;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Options;
import org.opensearch.client.transport.httpclient5.ResponseException;

/**
 * Calls of the engine's HTTP interface. Each ends in an answer, or in a failure that says why there is none, at the
 * latest when its time is up; what nobody waits for is aborted, upon which the engine stops working on it. Thread safe.
 */
final class OpenSearchConnection implements AutoCloseable {
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    // The engine names a task by it in its logs and task list too.
    private static final String ID = "X-Opaque-Id";

    private final OpenSearchTransport transport;
    private final String addresses;
    private final ConcurrentMap<String, Abort> running = new ConcurrentHashMap<>();
    private final AtomicLong calls = new AtomicLong();
    private volatile boolean closed;

    OpenSearchConnection(OpenSearchSettings settings) {
        this.transport = Transports.open(settings, this::watch);
        this.addresses = settings.urls().stream().map(URI::toString).collect(Collectors.joining(", "));
    }

    /**
     * One call.
     *
     * @param method HTTP's
     * @param path from the root, each part one that needs no escaping
     * @param parameters those of the address
     * @param content the body, or null
     * @param lines whether the body is lines of JSON rather than one
     */
    record Call(String method, String path, Map<String, String> parameters, byte @Nullable [] content, boolean lines) {
        static Call of(String method, String path) {
            return new Call(method, path, Map.of(), null, false);
        }

        static Call of(String method, String path, Object body) {
            return new Call(method, path, Map.of(), Json.bytes(body), false);
        }

        Call with(String name, String value) {
            Map<String, String> more = new java.util.TreeMap<>(parameters);
            more.put(name, value);
            return new Call(method, path, more, content, lines);
        }
    }

    /** Calls and waits for at most so long. */
    Answer call(Call call, Duration timeout) throws EngineFailure {
        return call(call, timeout, null);
    }

    /** Calls and waits for at most so long, or until nobody wants the answer. */
    Answer call(Call call, Duration timeout, @Nullable Cancellation cancellation) throws EngineFailure {
        return await(send(call, timeout, cancellation));
    }

    /** Calls without waiting; the future ends within the time. */
    CompletableFuture<Answer> send(Call call, Duration timeout, @Nullable Cancellation cancellation) {
        if (closed) {
            return CompletableFuture.failedFuture(new EngineFailure(Kind.CLOSED, "the connection is closed"));
        }
        String id = "adcio-" + calls.incrementAndGet();
        Abort abort = new Abort();
        running.put(id, abort);
        CompletableFuture<Response> exchange;
        try {
            // With every call its own options: the client sends no other headers.
            exchange = new OpenSearchGenericClient(transport, named(id)).executeAsync(request(call));
        } catch (RuntimeException e) {
            running.remove(id);
            return CompletableFuture.failedFuture(failure(e));
        }
        CompletableFuture<Answer> answer = exchange.handle((response, problem) -> {
            running.remove(id);
            return problem == null ? answer(response) : answerIn(problem);
        });
        if (cancellation != null) {
            cancellation.onCancel(() -> answer.completeExceptionally(new CancellationException()));
        }
        long millis = Math.max(1, timeout.toMillis());
        return answer.orTimeout(millis, TimeUnit.MILLISECONDS).whenComplete((ignored, problem) -> {
            if (problem instanceof TimeoutException || problem instanceof CancellationException) {
                running.remove(id);
                abort.now();
            }
        });
    }

    /** The answer of a call that was sent. */
    static Answer await(CompletableFuture<Answer> sent) throws EngineFailure {
        try {
            return sent.join();
        } catch (CompletionException | CancellationException e) {
            throw failure(e);
        }
    }

    private static TransportOptions named(String id) {
        return ApacheHttpClient5Options.DEFAULT.toBuilder().addHeader(ID, id).build();
    }

    private static Request request(Call call) {
        byte[] content = call.content();
        Body body = content == null ? null : Body.from(content, call.lines() ? NDJSON : JSON);
        return Requests.create(call.method(), call.path(), List.of(), call.parameters(), body);
    }

    private static Answer answer(Response response) {
        try (response;
                InputStream body = response.getBody().map(Body::body).orElse(null)) {
            return read(response.getStatus(), body == null ? new byte[0] : body.readAllBytes());
        } catch (IOException e) {
            throw new CompletionException(unreachable(e));
        }
    }

    /** What counts as an answer of the engine's where the client throws: a status after all nodes were asked. */
    private Answer answerIn(Throwable problem) {
        Throwable cause = problem;
        // The client wraps a log-in that was refused once more.
        while ((cause instanceof CompletionException || cause instanceof TransportException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ResponseException refused) {
            // The client keeps the answer itself out of reach; its message ends in the body.
            String message = String.valueOf(refused.getMessage());
            int body = message.indexOf("\n{");
            return read(
                    refused.status(),
                    body < 0 ? new byte[0] : message.substring(body).getBytes(StandardCharsets.UTF_8));
        }
        TlsProblem unsafe = TlsProblem.of(cause);
        throw new CompletionException(
                unsafe == null ? cause : new EngineFailure(Kind.UNSAFE, addresses + " " + unsafe.said()));
    }

    private static Answer read(int status, byte[] bytes) {
        if (bytes.length == 0) {
            return new Answer(status, MissingNode.getInstance());
        }
        try {
            return new Answer(status, Json.read(bytes));
        } catch (IOException e) {
            if (status >= 400) {
                // What stands between may answer in its own words.
                return new Answer(status, MissingNode.getInstance());
            }
            throw new CompletionException(new EngineFailure(Kind.GARBAGE, "the engine answered what is not JSON"));
        }
    }

    private static EngineFailure failure(Throwable problem) {
        Throwable cause = problem;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case EngineFailure failure -> failure;
            case TimeoutException late -> new EngineFailure(Kind.LATE, "the engine did not answer in time");
            case SocketTimeoutException late -> new EngineFailure(Kind.LATE, "the engine did not answer in time");
            case CancellationException nobody -> new EngineFailure(Kind.CANCELLED, "the call was cancelled");
            default -> unreachable(cause);
        };
    }

    private static EngineFailure unreachable(Throwable cause) {
        // The class says enough; the client's message may repeat an address with its query.
        return new EngineFailure(
                Kind.UNREACHABLE,
                "the engine cannot be reached: " + cause.getClass().getSimpleName());
    }

    private void watch(
            HttpRequest request,
            @Nullable AsyncEntityProducer entity,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        Header id = request.getFirstHeader(ID);
        Abort abort = id == null ? null : running.get(id.getValue());
        if (abort != null) {
            abort.of(scope);
        }
        chain.proceed(request, entity, scope, callback);
    }

    @Override
    public void close() {
        closed = true;
        try {
            transport.close();
        } catch (IOException e) {
            throw new AdcioException("the connection to OpenSearch could not be closed: " + e.getMessage(), e);
        }
    }

    /**
     * Breaks an exchange off. The client's own future does not reach down to it, so that it is caught where the HTTP
     * client hands it out.
     */
    private static final class Abort {
        private AsyncExecChain.@Nullable Scope exchange;
        private boolean wanted;

        synchronized void of(AsyncExecChain.Scope started) {
            exchange = started;
            if (wanted) {
                breakOff(started);
            }
        }

        synchronized void now() {
            wanted = true;
            if (exchange != null) {
                breakOff(exchange);
            }
        }

        private static void breakOff(AsyncExecChain.Scope scope) {
            // Cancelling alone now and then leaves the connection open on which an answer is coming in.
            scope.execRuntime.discardEndpoint();
            scope.cancellableDependency.cancel();
        }
    }
}
