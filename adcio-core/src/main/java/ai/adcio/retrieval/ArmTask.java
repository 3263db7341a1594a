package ai.adcio.retrieval;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One arm's part of one turn. It ends in exactly one of two ways, whichever comes first: with the arm's answer, or left
 * behind with a cause.
 */
final class ArmTask implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ArmTask.class);

    /**
     * How the task ended.
     *
     * @param answer what the arm said; a failure when it was left behind
     * @param took how long the turn waited for it
     */
    record Outcome(RetrievalResult answer, Duration took) {}

    private final ArmLane lane;
    private final Cancellation cancellation;
    private final LongSupplier nanos;
    private final long startedAt;
    private final CountDownLatch turn;

    // Given up at the end, so that an executor's queue holds nothing of a turn that is over.
    private @Nullable RetrievalRequest request;
    private @Nullable AnswerCheck check;
    private boolean running;
    private @Nullable Outcome outcome;

    ArmTask(ArmLane lane, RetrievalRequest request, AnswerCheck check, LongSupplier nanos, CountDownLatch turn) {
        this.lane = lane;
        this.request = request;
        this.check = check;
        this.cancellation = request.cancellation();
        this.nanos = nanos;
        this.startedAt = nanos.getAsLong();
        this.turn = turn;
    }

    String arm() {
        return lane.traits().name();
    }

    /** How the task ended, or null while it has not. */
    synchronized @Nullable Outcome outcome() {
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
        RetrievalRequest asked;
        AnswerCheck checker;
        synchronized (this) {
            asked = request;
            checker = check;
            if (asked == null || checker == null) {
                return;
            }
            running = true;
        }
        RetrievalResult answer = answer(asked, checker);
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
        if (!end(new RetrievalResult.Failed(cause))) {
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

    private synchronized boolean end(RetrievalResult answer) {
        if (outcome != null) {
            return false;
        }
        outcome = new Outcome(answer, Duration.ofNanos(Math.max(0, nanos.getAsLong() - startedAt)));
        request = null;
        check = null;
        return true;
    }

    private RetrievalResult answer(RetrievalRequest asked, AnswerCheck checker) {
        try {
            return checker.checked(arm(), asked, lane.retrieve(asked));
        } catch (Throwable e) {
            // Errors too: a missing class or an overflowing stack in one arm must not cost the turn. The message stays
            // out of the cause, as engines quote the query in theirs.
            LOG.debug("arm {} failed", arm(), e);
            return new RetrievalResult.Failed("failed with " + e.getClass().getSimpleName());
        }
    }
}
