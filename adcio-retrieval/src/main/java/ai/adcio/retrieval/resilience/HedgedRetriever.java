package ai.adcio.retrieval.resilience;

import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.Cancellation;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.RetrievalResult.Failed;
import ai.adcio.retrieval.Retriever;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An arm over the network that is asked a second time when its first answer is long in coming; the first good answer
 * counts and the other call is cancelled. It shortens the slowest answers of an engine with replicas, for a few more
 * searches: set the delay to about the engine's 95th percentile, so that one search in twenty is asked twice. Nothing in
 * this library hedges unless it is wrapped so. Does not score. Thread safe; closes nothing. After Dean and Barroso, The
 * Tail at Scale, CACM 56 (2013).
 */
public final class HedgedRetriever implements Retriever {
    private final Retriever arm;
    private final Duration delay;

    /**
     * Hedges an arm.
     *
     * @param delay how long to wait for the first answer before asking again
     * @throws IllegalArgumentException when the arm works in this process, where asking twice only costs more
     */
    public HedgedRetriever(Retriever arm, Duration delay) {
        if (!arm.traits().remote()) {
            throw new IllegalArgumentException(
                    "the arm " + arm.traits().name() + " works in this process; hedge arms over the network only");
        }
        if (delay.isNegative() || delay.isZero()) {
            throw new IllegalArgumentException("delay is " + delay + "; give a time longer than nothing");
        }
        this.arm = arm;
        this.delay = delay;
    }

    @Override
    public ArmTraits traits() {
        return arm.traits();
    }

    @Override
    public RetrievalResult retrieve(RetrievalRequest request) {
        Race race = new Race(request);
        race.start();
        if (delay.compareTo(request.deadline().remaining()) < 0) {
            CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, Thread::startVirtualThread)
                    .execute(race::startIfOpen);
        }
        return race.result();
    }

    /** The calls for one request. */
    private final class Race {
        private final RetrievalRequest request;
        private final CompletableFuture<RetrievalResult> first = new CompletableFuture<>();
        private final Cancellation calls = new Cancellation();
        private final AtomicInteger running = new AtomicInteger();

        Race(RetrievalRequest request) {
            this.request = request;
            request.cancellation().onCancel(calls::cancel);
        }

        void startIfOpen() {
            if (!first.isDone()) {
                start();
            }
        }

        void start() {
            running.incrementAndGet();
            Thread.startVirtualThread(() -> {
                RetrievalResult answer;
                try {
                    answer = arm.retrieve(withOwnCancellation());
                } catch (RuntimeException e) {
                    answer = new Failed(e.getClass().getSimpleName());
                }
                // A failure counts when no other call is left that may do better.
                if (running.decrementAndGet() == 0 || !(answer instanceof Failed)) {
                    first.complete(answer);
                }
            });
        }

        RetrievalResult result() {
            RetrievalResult answer = first.join();
            calls.cancel();
            return answer;
        }

        private RetrievalRequest withOwnCancellation() {
            return new RetrievalRequest(
                    request.catalog(),
                    request.query(),
                    request.terms(),
                    request.unwanted(),
                    request.language(),
                    request.filters(),
                    request.excludedIds(),
                    request.sort(),
                    request.aggregate(),
                    request.limit(),
                    request.parameters(),
                    request.deadline(),
                    calls);
        }
    }
}
