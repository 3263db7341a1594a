package ai.adcio.ads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link AdEventLog} must do: extend it with a log in which nothing is written. */
public abstract class AdEventLogContract {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private AdEventLog log = new InMemoryAdEventLog();

    /** A log in which nothing is written. */
    protected abstract AdEventLog create();

    @BeforeEach
    void openLog() {
        log = create();
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void hasNoTotalsOfWhatNeverHappened() {
        assertThat(log.totals("unknown")).isEqualTo(new AdTotals(0, 0));
    }

    @Test
    void countsImpressionsAndClicksOfEachSet() {
        assertThat(log.record(event(AdEvent.Type.IMPRESSION, "r1", "a"))).isTrue();
        assertThat(log.record(event(AdEvent.Type.IMPRESSION, "r2", "a"))).isTrue();
        assertThat(log.record(event(AdEvent.Type.CLICK, "r1", "a"))).isTrue();
        assertThat(log.record(event(AdEvent.Type.IMPRESSION, "r1", "b"))).isTrue();

        assertThat(log.totals("a")).isEqualTo(new AdTotals(2, 1));
        assertThat(log.totals("b")).isEqualTo(new AdTotals(1, 0));
    }

    @Test
    void countsWhatIsReportedAgainOnce() {
        assertThat(log.record(event(AdEvent.Type.IMPRESSION, "r1", "a"))).isTrue();
        for (int i = 1; i < 5; i++) {
            AdEvent again = new AdEvent(AdEvent.Type.IMPRESSION, "r1", "a", NOON.plusSeconds(i));
            assertThat(log.record(again)).isFalse();
        }

        assertThat(log.totals("a")).isEqualTo(new AdTotals(1, 0));
    }

    @Test
    void ofManyReportsAtOnceOneIsNew() throws InterruptedException {
        AtomicInteger fresh = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new AssertionError("nobody may interrupt this thread", e);
                }
                if (log.record(event(AdEvent.Type.CLICK, "r1", "a"))) {
                    fresh.incrementAndGet();
                }
            }));
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(fresh).hasValue(1);
        assertThat(log.totals("a")).isEqualTo(new AdTotals(0, 1));
    }

    @Test
    void tellsIdsApartByTheirLetters() {
        List<String> ids = List.of("a", "A", "á", "a ", "' OR 1=1 --", "\u0000", "\uD800", "광고", "x".repeat(200));
        for (String id : ids) {
            assertThat(log.record(event(AdEvent.Type.CLICK, "r1", id))).as(id).isTrue();
            assertThat(log.record(event(AdEvent.Type.CLICK, id, "requests")))
                    .as(id)
                    .isTrue();
        }

        for (String id : ids) {
            assertThat(log.totals(id)).as(id).isEqualTo(new AdTotals(0, 1));
        }
        assertThat(log.totals("requests")).isEqualTo(new AdTotals(0, ids.size()));
    }

    /** An event at noon. */
    protected static AdEvent event(AdEvent.Type type, String requestId, String adsetId) {
        return new AdEvent(type, requestId, adsetId, NOON);
    }
}
