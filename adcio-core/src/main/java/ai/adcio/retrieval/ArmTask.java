package ai.adcio.retrieval;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of one arm in one turn. It ends in exactly one of two ways, whichever comes first: with the arm's answer, or
 * left behind with a cause.
 *
 * @param <T> what the arm is asked for
 */
final class ArmTask<T> implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ArmTask.class);

    /**
     * How the task ended.
     *
     * @param answer what the arm said, or what stands for its failure
     * @param took how long the turn waited for it
     */
    record Outcome<T>(T answer, Duration took) {}

    private final ArmLane lane;
    private final Cancellation cancellation;
    private final LongSupplier nanos;
    private final long startedAt;
    private final CountDownLatch turn;
    private final Function<String, T> failed;

    // Given up at the end, so that an executor's queue holds nothing of a turn that is over.
    private @Nullable Supplier<T> call;
    private boolean running;
    private @Nullable Outcome<T> outcome;

    /**
     * Prepares a call.
     *
     * @param call asks the arm
     * @param failed what stands for a failure of the given cause
     * @param cancellation by which the arm is told that it was left behind
     * @param turn counted down once when the call has ended either way
     */
    ArmTask(
            ArmLane lane,
            Supplier<T> call,
            Function<String, T> failed,
            Cancellation cancellation,
            LongSupplier nanos,
            CountDownLatch turn) {
        this.lane = lane;
        this.call = call;
        this.failed = failed;
        this.cancellation = cancellation;
        this.nanos = nanos;
        this.startedAt = nanos.getAsLong();
        this.turn = turn;
    }

    String arm() {
        return lane.traits().name();
    }

    /** How long ago the turn asked. */
    long waitedNanos() {
        return nanos.getAsLong() - startedAt;
    }

    /** How the task ended, or null while it has not. */
    synchronized @Nullable Outcome<T> outcome() {
        return outcome;
    }

    /** Hands the task to the arm's executor, or leaves it behind at once when there is no room. */
    void start() {
        if (lane.stuck()) {
            leave("still busy with earlier requests");
            return;
        }
        try {
            lane.execute(this);
        } catch (RejectedExecutionException e) {
            leave("busy");
        }
    }

    @Override
    public void run() {
        Supplier<T> asking;
        synchronized (this) {
            asking = call;
            if (asking == null) {
                return;
            }
            running = true;
        }
        T answer = answer(asking);
        if (end(answer)) {
            turn.countDown();
        } else {
            lane.cameBack();
        }
    }

    /**
     * Stops waiting for the arm, unless it has answered already, and tells it so. Returns at once: what the arm does
     * about it, it does on another thread.
     */
    void leave(String cause) {
        if (!end(failed.apply(cause))) {
            return;
        }
        boolean wasRunning;
        synchronized (this) {
            wasRunning = running;
        }
        lane.leftBehind(this, wasRunning);
        if (wasRunning) {
            Thread.ofVirtual().name("adcio-cancel").start(cancellation::cancel);
        }
        turn.countDown();
    }

    private synchronized boolean end(T answer) {
        if (outcome != null) {
            return false;
        }
        outcome = new Outcome<>(answer, Duration.ofNanos(Math.max(0, nanos.getAsLong() - startedAt)));
        call = null;
        return true;
    }

    private T answer(Supplier<T> asking) {
        try {
            return asking.get();
        } catch (Throwable e) {
            // Errors too: a missing class or an overflowing stack in one arm must not cost the turn. The message stays
            // out of the cause, as engines quote the query in theirs.
            LOG.debug("arm {} failed", arm(), e);
            return failed.apply("failed with " + e.getClass().getSimpleName());
        }
    }
}
