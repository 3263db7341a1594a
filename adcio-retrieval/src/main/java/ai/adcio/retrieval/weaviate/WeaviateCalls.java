package ai.adcio.retrieval.weaviate;

import ai.adcio.retrieval.Cancellation;
import ai.adcio.retrieval.internal.TimedCalls;
import io.grpc.Context;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs calls of the client for no longer than somebody waits. Thread safe. */
final class WeaviateCalls implements AutoCloseable {
    private static final int MOST_HTTP_CALLS = 16;

    private final WeaviateSettings settings;
    private final ScheduledExecutorService timer;
    private final TimedCalls timed;

    WeaviateCalls(WeaviateSettings settings) {
        this.settings = settings;
        this.timed = new TimedCalls("Weaviate at " + settings.address(), MOST_HTTP_CALLS);
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("adcio-weaviate-timer").daemon().factory());
        executor.setRemoveOnCancelPolicy(true);
        this.timer = executor;
    }

    /**
     * Runs calls over gRPC on this thread. The client's own time-out counts whole seconds and stands for all calls; a
     * call also keeps the deadline and the cancellation of the context that it is made in.
     *
     * @throws WeaviateFailure when they fail, are late or cancelled
     */
    <T extends @Nullable Object> T overGrpc(Duration timeout, Cancellation cancellation, Callable<T> calls) {
        try (Context.CancellableContext context =
                Context.current().withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS, timer)) {
            cancellation.onCancel(() -> context.cancel(null));
            return context.call(calls);
        } catch (Exception e) {
            throw WeaviateFailure.of(e, settings);
        }
    }

    /**
     * Runs calls over HTTP, which the client gives no limit of time to connect, on a thread that is left behind when it
     * is late.
     *
     * @throws WeaviateFailure when they fail or are late
     */
    <T extends @Nullable Object> T overHttp(Duration timeout, Callable<T> calls) {
        try {
            return timed.run(timeout, new Cancellation(), calls);
        } catch (TimedCalls.LateException e) {
            throw new WeaviateFailure(String.valueOf(e.getMessage()), true);
        } catch (ExecutionException e) {
            throw WeaviateFailure.of(e.getCause() == null ? e : e.getCause(), settings);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
