package ai.adcio.retrieval.internal;

import ai.adcio.AdcioException;
import ai.adcio.retrieval.Cancellation;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs calls of clients that cannot be given a deadline. A late one is left behind on its own virtual thread until its
 * client gives up; so many may be left behind and no more. Thread safe.
 */
public final class TimedCalls {
    private final Semaphore running;
    private final String who;

    /**
     * Calls of one client.
     *
     * @param who the engine, for messages
     * @param most how many calls may run at once, those that are left behind among them
     */
    public TimedCalls(String who, int most) {
        this.who = who;
        this.running = new Semaphore(most);
    }

    /**
     * The answer of a call.
     *
     * @throws LateException when it is late or cancelled, or too many are left behind
     * @throws ExecutionException when it failed
     */
    public <T extends @Nullable Object> T run(Duration timeout, Cancellation cancellation, Callable<T> call)
            throws ExecutionException {
        if (!running.tryAcquire()) {
            throw new LateException(who + " has left too many calls without an answer");
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("adcio-call").start(() -> {
            T value;
            try {
                value = call.call();
            } catch (Exception | Error e) {
                // Before the answer is told, as the next call may come at once.
                running.release();
                answer.completeExceptionally(e);
                return;
            }
            running.release();
            answer.complete(value);
        });
        cancellation.onCancel(() -> answer.cancel(false));
        try {
            return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new LateException(who + " did not answer in time");
        } catch (CancellationException e) {
            throw new LateException("the call of " + who + " was cancelled");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LateException("the wait for " + who + " was interrupted");
        }
    }

    /** An answer that nobody waits for any longer. */
    public static final class LateException extends AdcioException {
        private static final long serialVersionUID = 1L;

        LateException(String message) {
            super(message);
        }
    }
}
