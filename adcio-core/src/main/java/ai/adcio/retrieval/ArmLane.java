package ai.adcio.retrieval;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** One arm with the executor that it runs on and the count of its calls that were left behind and still run. */
final class ArmLane {
    private final Retriever retriever;
    private final ArmTraits traits;
    private final Executor executor;
    private final int hangingLimit;
    private final AtomicInteger hanging = new AtomicInteger();

    ArmLane(Retriever retriever, ArmTraits traits, Executor executor, int hangingLimit) {
        this.retriever = retriever;
        this.traits = traits;
        this.executor = executor;
        this.hangingLimit = hangingLimit;
    }

    ArmTraits traits() {
        return traits;
    }

    /** Whether so many calls hang already that another one would only hang too. */
    boolean stuck() {
        return hanging.get() >= hangingLimit;
    }

    RetrievalResult retrieve(RetrievalRequest request) {
        return retriever.retrieve(request);
    }

    /**
     * Whether the arm is asked for more than is to be found, so that what other arms find has its score, too: scoring
     * that afterwards would cost a remote arm another round trip.
     */
    boolean asksDeeper() {
        return retriever instanceof ScoringRetriever
                && traits.remote()
                && !traits.name().equals(ArmTraits.KEYWORD);
    }

    /** What the arm thinks of products that others found; nothing when it is not one that can score. */
    Map<String, Double> score(RetrievalRequest request, Collection<String> ids) {
        return retriever instanceof ScoringRetriever able ? able.score(request, ids) : Map.of();
    }

    void execute(ArmTask<?> task) {
        executor.execute(task);
    }

    void leftBehind(ArmTask<?> task, boolean running) {
        if (running) {
            hanging.incrementAndGet();
            if (executor instanceof ArmPool pool) {
                pool.replaceThread(task);
            }
        } else if (executor instanceof ArmPool pool) {
            pool.remove(task);
        }
    }

    void cameBack() {
        hanging.decrementAndGet();
        if (executor instanceof ArmPool pool) {
            pool.threadCameBack();
        }
    }
}
