package ai.adcio.retrieval.opensearch;

import ai.adcio.AdcioException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits between repetitions: each up to twice as long as the one before, by chance, so that several writers do not come
 * back at once, and all within a total time. For one thread.
 */
final class Backoff {
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 10_000;

    private final int retries;
    private final long end;
    private int done;

    /**
     * Starts the total time.
     *
     * @param retries how many waits there are at most
     * @param total from now to the end of the last wait
     */
    Backoff(int retries, Duration total) {
        this.retries = retries;
        this.end = System.nanoTime() + total.toNanos();
    }

    /** The time left, zero when it is over. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /**
     * Waits.
     *
     * @return false, at once, when there are no repetitions or no time left
     * @throws AdcioException when the thread is interrupted, by its owner
     */
    boolean pause() {
        long most = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(done, 20));
        long millis = most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1);
        if (done >= retries || left().toMillis() <= millis) {
            return false;
        }
        done++;
        long until = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        while (System.nanoTime() < until) {
            if (Thread.currentThread().isInterrupted()) {
                throw new AdcioException("writing to OpenSearch was interrupted; write the batch again");
            }
            LockSupport.parkNanos(until - System.nanoTime());
        }
        return true;
    }
}
