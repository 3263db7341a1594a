package ai.adcio.retrieval;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One arm's part of one turn. It ends in exactly one of two ways: with the arm's answer, or left behind with a cause.
 * Whichever comes first stands.
 */
final class ArmTask implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ArmTask.class);

    private enum State {
        WAITING,
        RUNNING,
        ANSWERED,
        LEFT_BEHIND
    }

    private final ArmLane lane;
    private final Cancellation cancellation;
    private final LongSupplier nanos;
    private final long startedAt;
    private final CountDownLatch turn;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    // Given up once there is no use for them, so that an executor's queue or a hanging arm holds as little as can be.
    private volatile @Nullable RetrievalRequest request;
    private volatile @Nullable AnswerCheck check;

    private volatile @Nullable RetrievalResult answer;
    private volatile @Nullable String cause;
    private volatile long endedAt;

    ArmTask(ArmLane lane, RetrievalRequest request, AnswerCheck check, LongSupplier nanos, CountDownLatch turn) {
        this.lane = lane;
        this.request = request;
        this.check = check;
        this.cancellation = request.cancellation();
        this.nanos = nanos;
        this.startedAt = nanos.getAsLong();
        this.turn = turn;
    }

    /** Hands the task to the arm's executor, or leaves it behind at once when that has no room. */
    void start() {
        if (lane.stuck()) {
            leave("still busy with earlier requests");
            return;
        }
        try {
            lane.execute(this);
        } catch (java.util.concurrent.RejectedExecutionException e) {
            leave("busy");
        }
    }

    @Override
    public void run() {
        RetrievalRequest asked = request;
        AnswerCheck checker = check;
        if (asked == null || checker == null || !state.compareAndSet(State.WAITING, State.RUNNING)) {
            return;
        }
        RetrievalResult result;
        try {
            result = checker.checked(lane.traits(), asked, lane.retrieve(asked));
        } catch (Throwable e) {
            // Errors too: a missing class or an overflowing stack of one arm must not cost the turn. The message is not
            // passed on, as engines quote the query in theirs.
            LOG.debug("arm {} failed", lane.traits().name(), e);
            result = new RetrievalResult.Failed("failed with " + e.getClass().getSimpleName());
        }
        answer = result;
        endedAt = nanos.getAsLong();
        if (state.getAndSet(State.ANSWERED) == State.LEFT_BEHIND) {
            lane.cameBack();
        } else {
            release();
            turn.countDown();
        }
    }

    /** Stops waiting for the arm, unless it has answered already; tells the arm so without waiting for it either. */
    void leave(String why) {
        cause = why;
        boolean running;
        if (state.compareAndSet(State.WAITING, State.LEFT_BEHIND)) {
            running = false;
        } else if (state.compareAndSet(State.RUNNING, State.LEFT_BEHIND)) {
            running = true;
        } else {
            return;
        }
        endedAt = nanos.getAsLong();
        lane.leftBehind(this, running);
        release();
        if (running) {
            // On a thread of its own: stopping a statement may mean a call over the network.
            Thread.ofVirtual().name("adcio-cancel").start(cancellation::cancel);
        }
        turn.countDown();
    }

    private void release() {
        request = null;
        check = null;
    }

    String arm() {
        return lane.traits().name();
    }

    /** The arm's answer; when it was left behind, or nothing is known yet, a failure with the cause. */
    RetrievalResult result() {
        State now = state.get();
        RetrievalResult given = answer;
        return now == State.ANSWERED && given != null && cause == null
                ? given
                : new RetrievalResult.Failed(cause == null ? "unknown" : cause);
    }

    Duration took() {
        return Duration.ofNanos(Math.max(0, endedAt - startedAt));
    }
}
