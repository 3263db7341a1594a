package ai.adcio.retrieval.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HedgedRetrieverTest {
    private static final Duration SOON = Duration.ofMillis(5);

    private final CatalogSnapshot catalog = InMemoryCatalog.of(List.of()).acquire();

    @Test
    void asksAgainWhenTheFirstAnswerIsLongInComingAndCancelsThatCall() {
        AtomicReference<RetrievalRequest> first = new AtomicReference<>();
        CountDownLatch stopped = new CountDownLatch(1);
        ScriptedArm arm = new ScriptedArm((call, request) -> {
            if (call == 1) {
                first.set(request);
                request.cancellation().onCancel(stopped::countDown);
                await(stopped);
                return ScriptedArm.DOWN;
            }
            return ScriptedArm.NOTHING;
        });
        assertThat(new HedgedRetriever(arm, SOON).retrieve(request())).isEqualTo(ScriptedArm.NOTHING);
        assertThat(first.get().cancellation().isCancelled()).isTrue();
    }

    @Test
    void asksOnceWhenTheAnswerComesSoon() {
        ScriptedArm arm = new ScriptedArm((call, request) -> ScriptedArm.NOTHING);
        assertThat(new HedgedRetriever(arm, Duration.ofHours(1)).retrieve(request()))
                .isEqualTo(ScriptedArm.NOTHING);
        assertThat(arm.calls()).isOne();
    }

    @Test
    void failsWhenNoCallIsLeftThatMayDoBetter() {
        ScriptedArm arm = new ScriptedArm((call, request) -> ScriptedArm.DOWN);
        assertThat(new HedgedRetriever(arm, Duration.ofHours(1)).retrieve(request()))
                .isEqualTo(ScriptedArm.DOWN);
    }

    @Test
    void passesOnThatTheTurnWasCancelled() {
        ScriptedArm arm = new ScriptedArm((call, request) -> {
            CountDownLatch stopped = new CountDownLatch(1);
            request.cancellation().onCancel(stopped::countDown);
            await(stopped);
            return ScriptedArm.DOWN;
        });
        RetrievalRequest request = request();
        Thread.startVirtualThread(() -> request.cancellation().cancel());
        assertThat(new HedgedRetriever(arm, Duration.ofHours(1)).retrieve(request))
                .isEqualTo(ScriptedArm.DOWN);
    }

    @Test
    void refusesArmsOfThisProcess() {
        ScriptedArm own = new ScriptedArm(false, (call, request) -> ScriptedArm.NOTHING);
        assertThatThrownBy(() -> new HedgedRetriever(own, SOON)).hasMessageContaining("works in this process");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private RetrievalRequest request() {
        return RequestBuilder.of(catalog).build();
    }
}
