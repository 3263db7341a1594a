package ai.adcio.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InMemoryAdEventLogTest extends AdEventLogContract {
    @Override
    protected AdEventLog create() {
        return new InMemoryAdEventLog();
    }

    @Test
    void keepsTotalsOfEventsThatItNoLongerRemembers() {
        try (AdEventLog log = new InMemoryAdEventLog(10)) {
            for (int i = 0; i < 1_000; i++) {
                log.record(event(AdEvent.Type.IMPRESSION, "r" + i, "a"));
            }
            assertThat(log.totals("a").impressions()).isEqualTo(1_000);
        }
    }

    @Test
    void rejectsABoundThatRemembersNothing() {
        assertThatThrownBy(() -> new InMemoryAdEventLog(0))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("most is 0");
    }

    @Test
    void refusesIdsThatNoSlotHas() {
        assertThatThrownBy(() -> new AdEvent(AdEvent.Type.CLICK, "x".repeat(201), "a", Instant.EPOCH))
                .isInstanceOf(AdcioException.class)
                .hasMessage("requestId has 201 characters; give 1 to 200 that are not blank");
        assertThatThrownBy(() -> new AdEvent(AdEvent.Type.CLICK, "r", " ", Instant.EPOCH))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("adsetId");
    }
}
