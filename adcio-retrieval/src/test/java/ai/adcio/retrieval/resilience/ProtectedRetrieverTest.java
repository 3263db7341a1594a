package ai.adcio.retrieval.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.RetrievalResult.Failed;
import ai.adcio.retrieval.ScoringRetriever;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ProtectedRetrieverTest {
    private static final int WINDOW = 4;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final CatalogSnapshot catalog = InMemoryCatalog.of(List.of()).acquire();
    private final TestClock clock = new TestClock();
    private final ScriptedArm arm = new ScriptedArm((call, request) -> ScriptedArm.DOWN);
    private final ProtectedRetriever guarded = ProtectedRetriever.builder(arm)
            .window(WINDOW)
            .pause(PAUSE)
            .trials(1)
            .clock(clock)
            .build();

    @Test
    void leavesAnArmAloneThatFailsTooOften() {
        ask(WINDOW);
        assertThat(ask())
                .isInstanceOfSatisfying(Failed.class, f -> assertThat(f.cause()).startsWith("circuit open"));
        assertThat(arm.calls()).isEqualTo(WINDOW);
    }

    @Test
    void triesAgainAfterAPauseAndGoesOnWhenTheArmAnswers() {
        ask(WINDOW);
        arm.script((call, request) -> ScriptedArm.NOTHING);
        clock.pass(PAUSE);
        assertThat(ask()).isEqualTo(ScriptedArm.NOTHING);
        assertThat(ask()).isEqualTo(ScriptedArm.NOTHING);
    }

    @Test
    void isLeftAloneAgainWhenTheTrialFails() {
        ask(WINDOW);
        clock.pass(PAUSE);
        assertThat(ask()).isEqualTo(ScriptedArm.DOWN);
        ask();
        assertThat(arm.calls()).isEqualTo(WINDOW + 1);
    }

    @Test
    void takesAnExceptionForAFailure() {
        arm.script((call, request) -> {
            throw new IllegalStateException("broken");
        });
        for (int i = 0; i < WINDOW; i++) {
            assertThatThrownBy(this::ask).isInstanceOf(IllegalStateException.class);
        }
        assertThat(ask()).isInstanceOf(Failed.class);
    }

    @Test
    void holdsACancelledSearchAgainstNobody() {
        RetrievalRequest cancelled = request();
        cancelled.cancellation().cancel();
        for (int i = 0; i < 3 * WINDOW; i++) {
            guarded.retrieve(cancelled);
        }
        assertThat(arm.calls()).isEqualTo(3 * WINDOW);
    }

    @Test
    void scoresUnlessTheCircuitIsOpen() {
        ScoringRetriever scoring = (ScoringRetriever) guarded;
        assertThat(scoring.score(request(), List.of("scored"))).containsKey("scored");
        ask(2 * WINDOW);
        assertThat(scoring.score(request(), List.of("scored"))).isEmpty();
    }

    @Test
    void refusesMoreSearchesAtOnceThanAreAllowed() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ScriptedArm slow = new ScriptedArm((call, request) -> {
            running.countDown();
            await(end);
            return ScriptedArm.NOTHING;
        });
        ProtectedRetriever narrow =
                ProtectedRetriever.builder(slow).concurrent(1).build();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<RetrievalResult> first = threads.submit(() -> narrow.retrieve(request()));
            running.await();
            assertThat(narrow.retrieve(request())).isEqualTo(new Failed("busy: 1 searches run already"));
            end.countDown();
            assertThat(first.get()).isEqualTo(ScriptedArm.NOTHING);
        }
        assertThat(narrow.retrieve(request())).isEqualTo(ScriptedArm.NOTHING);
    }

    @Test
    void namesASettingThatMakesNoSense() {
        assertThatThrownBy(() -> ProtectedRetriever.builder(arm).failurePercent(0))
                .hasMessageContaining("failurePercent is 0");
        assertThatThrownBy(() -> ProtectedRetriever.builder(arm).window(0)).hasMessageContaining("window is 0");
        assertThatThrownBy(() -> ProtectedRetriever.builder(arm).pause(Duration.ZERO))
                .hasMessageContaining("pause is PT0S");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private RetrievalResult ask() {
        return guarded.retrieve(request());
    }

    private void ask(int times) {
        for (int i = 0; i < times; i++) {
            ask();
        }
    }

    private RetrievalRequest request() {
        return RequestBuilder.of(catalog).build();
    }

    /** Stands still unless told. */
    private static final class TestClock extends Clock {
        private Instant now = Instant.EPOCH;

        void pass(Duration time) {
            // A moment more, so that the pause is over and not only at its end.
            now = now.plus(time).plusMillis(1);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
