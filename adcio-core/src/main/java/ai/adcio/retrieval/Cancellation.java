package ai.adcio.retrieval;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells an arm that nobody wants its answer any longer. Cooperative: an arm asks {@link #isCancelled()} between steps,
 * or registers what stops its engine. Threads are never interrupted, as that breaks Lucene's and H2's channels for
 * others. Thread safe.
 */
public final class Cancellation {
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

    /** Says that the answer is no longer wanted; a second call does nothing. */
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
        toRun.forEach(Runnable::run);
    }
}
