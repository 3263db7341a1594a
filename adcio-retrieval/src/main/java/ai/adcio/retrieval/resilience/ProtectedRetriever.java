package ai.adcio.retrieval.resilience;

import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.RetrievalResult.Failed;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.ScoringRetriever;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * An arm behind a circuit breaker and a bulkhead. While the circuit is open, or as many searches run as are allowed, it
 * fails at once and says so, which costs a turn nothing and gives the engine time to recover. An answer that nobody
 * waited for any longer, since the turn was cancelled, is held against nobody. Thread safe; closes nothing.
 */
public sealed class ProtectedRetriever implements Retriever permits ProtectedRetriever.Scoring {
    private final Retriever arm;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    private ProtectedRetriever(Retriever arm, CircuitBreaker breaker, Bulkhead bulkhead) {
        this.arm = arm;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
    }

    /** Starts to protect an arm; one that scores still does. */
    public static Builder builder(Retriever arm) {
        return new Builder(arm);
    }

    @Override
    public ArmTraits traits() {
        return arm.traits();
    }

    @Override
    public RetrievalResult retrieve(RetrievalRequest request) {
        return guarded(request, () -> arm.retrieve(request), answer -> !(answer instanceof Failed), Failed::new);
    }

    /** Runs a call that may fail, unless the arm is to be left alone. */
    private <T> T guarded(
            RetrievalRequest request, Supplier<T> call, Predicate<T> succeeded, Function<String, T> refusal) {
        if (!breaker.tryAcquirePermission()) {
            return refusal.apply("circuit open: it failed too often and is left alone for a while");
        }
        if (!bulkhead.tryAcquirePermission()) {
            breaker.releasePermission();
            return refusal.apply(
                    "busy: " + bulkhead.getBulkheadConfig().getMaxConcurrentCalls() + " searches run already");
        }
        long start = breaker.getCurrentTimestamp();
        boolean told = false;
        try {
            T answer = call.get();
            told = tell(request, succeeded.test(answer), start);
            return answer;
        } finally {
            if (!told) {
                fail(start);
            }
            bulkhead.onComplete();
        }
    }

    private boolean tell(RetrievalRequest request, boolean succeeded, long start) {
        if (succeeded) {
            breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
        } else if (request.cancellation().isCancelled() && !request.deadline().expired()) {
            breaker.releasePermission();
        } else {
            fail(start);
        }
        return true;
    }

    private void fail(long start) {
        breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), new ArmFailure());
    }

    /** Tells the breaker that an arm failed; the cause is in the arm's answer. */
    private static final class ArmFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ArmFailure() {
            super("the arm failed", null, false, false);
        }
    }

    /** The same for an arm that scores. */
    static final class Scoring extends ProtectedRetriever implements ScoringRetriever {
        private final ScoringRetriever arm;

        private Scoring(ScoringRetriever arm, CircuitBreaker breaker, Bulkhead bulkhead) {
            super(arm, breaker, bulkhead);
            this.arm = arm;
        }

        @Override
        public Map<String, Double> score(RetrievalRequest request, Collection<String> ids) {
            // No scores are an answer, too: whether the engine failed shows in its searches.
            return super.guarded(request, () -> arm.score(request, ids), scores -> true, cause -> Map.of());
        }
    }

    /** Sets up the protection. Not thread safe. */
    public static final class Builder {
        private final Retriever arm;
        private int failurePercent = 50;
        private int window = 20;
        private Duration pause = Duration.ofSeconds(10);
        private int trials = 3;
        private int concurrent = 64;
        private Clock clock = Clock.systemUTC();

        private Builder(Retriever arm) {
            this.arm = arm;
        }

        /**
         * Sets from which share of failures on the circuit opens: 1 to 100 percent of the last {@link #window} searches;
         * 50 by default.
         */
        public Builder failurePercent(int percent) {
            if (percent < 1 || percent > 100) {
                throw new IllegalArgumentException("failurePercent is " + percent + "; give 1 to 100");
            }
            failurePercent = percent;
            return this;
        }

        /** Sets how many searches are looked back on, 1 or more; the circuit never opens before there were so many. */
        public Builder window(int searches) {
            window = atLeastOne("window", searches);
            return this;
        }

        /** Sets how long the circuit stays open before the engine is tried again; ten seconds by default. */
        public Builder pause(Duration duration) {
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException("pause is " + duration + "; give a time longer than nothing");
            }
            pause = duration;
            return this;
        }

        /** Sets how many searches then try whether the engine answers again, 1 or more; three by default. */
        public Builder trials(int searches) {
            trials = atLeastOne("trials", searches);
            return this;
        }

        /** Sets how many searches may run at once, 1 or more; 64 by default. */
        public Builder concurrent(int searches) {
            concurrent = atLeastOne("concurrent", searches);
            return this;
        }

        Builder clock(Clock other) {
            clock = other;
            return this;
        }

        /** The arm behind its protection. */
        public ProtectedRetriever build() {
            String name = arm.traits().name();
            CircuitBreaker breaker = CircuitBreaker.of(
                    name,
                    CircuitBreakerConfig.custom()
                            .failureRateThreshold(failurePercent)
                            .slidingWindowSize(window)
                            .minimumNumberOfCalls(window)
                            .waitDurationInOpenState(pause)
                            .permittedNumberOfCallsInHalfOpenState(trials)
                            // What is slow has missed its deadline and failed.
                            .slowCallRateThreshold(100)
                            .slowCallDurationThreshold(Duration.ofDays(1))
                            .clock(clock)
                            .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                            .writableStackTraceEnabled(false)
                            .build());
            Bulkhead bulkhead = Bulkhead.of(
                    name,
                    BulkheadConfig.custom()
                            .maxConcurrentCalls(concurrent)
                            .maxWaitDuration(Duration.ZERO)
                            .writableStackTraceEnabled(false)
                            .build());
            return arm instanceof ScoringRetriever scoring
                    ? new Scoring(scoring, breaker, bulkhead)
                    : new ProtectedRetriever(arm, breaker, bulkhead);
        }

        private static int atLeastOne(String what, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(what + " is " + value + "; give 1 or more");
            }
            return value;
        }
    }
}
