package ai.adcio.retrieval;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an arm that nobody wants its answer any longer. Cooperative: an arm asks {@link #isCancelled()} between steps,
 * or registers what stops its engine. Threads are never interrupted, as that breaks Lucene's and H2's channels for
 * others. Thread safe.
 */
public final class Cancellation {
    private static final Logger LOG = LoggerFactory.getLogger(Cancellation.class);

    private final List<Runnable> actions = new ArrayList<>();
    private volatile boolean cancelled;

    /** Whether the answer is no longer wanted. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** Runs the action once when the answer is no longer wanted; at once when it already is not. */
    public void onCancel(Runnable action) {
        synchronized (actions) {
            if (!cancelled) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }

    /**
     * Says that the answer is no longer wanted and runs what was registered, on the calling thread; an action that throws
     * does not keep the others from running. A second call does nothing.
     */
    public void cancel() {
        List<Runnable> toRun;
        synchronized (actions) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            toRun = List.copyOf(actions);
            actions.clear();
        }
        for (Runnable action : toRun) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.debug("stopping an arm failed", e);
            }
        }
    }
}
