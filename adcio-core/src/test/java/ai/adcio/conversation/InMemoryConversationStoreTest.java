package ai.adcio.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InMemoryConversationStoreTest extends ConversationStoreContract {
    private static final Duration IDLE = Duration.ofMinutes(30);

    @Override
    protected ConversationStore create() {
        return new InMemoryConversationStore();
    }

    @Test
    void forgetsAConversationInWhichNobodyHasSpokenForAWhile() {
        AtomicLong now = new AtomicLong();
        try (ConversationStore store = new InMemoryConversationStore(10, IDLE, now::get)) {
            store.save(spoken("a", "hello"), 0);

            now.addAndGet(IDLE.minusSeconds(1).toNanos());
            assertThat(store.load("a")).isNotNull();
            // Loading counts as speaking.
            now.addAndGet(IDLE.minusSeconds(1).toNanos());
            assertThat(store.load("a")).isNotNull();
            now.addAndGet(IDLE.plusSeconds(1).toNanos());
            assertThat(store.load("a")).isNull();
        }
    }

    @Test
    void takesUpAConversationAgainThatExpiredDuringItsTurn() {
        AtomicLong now = new AtomicLong();
        try (ConversationStore store = new InMemoryConversationStore(10, IDLE, now::get)) {
            store.save(spoken("a", "hello"), 0);
            now.addAndGet(IDLE.plusSeconds(1).toNanos());

            assertThat(store.save(spoken("a", "still here"), 1).version()).isEqualTo(2);
            assertThat(store.load("a")).isNotNull();
        }
    }

    @Test
    void keepsNoMoreThanItsBound() {
        try (ConversationStore store = new InMemoryConversationStore(10, IDLE, () -> 0)) {
            for (int i = 0; i < 1_000; i++) {
                store.save(spoken("c" + i, "hello"), 0);
            }

            assertThat(IntStream.range(0, 1_000).filter(i -> store.load("c" + i) != null))
                    .hasSizeLessThanOrEqualTo(10)
                    .isNotEmpty();
        }
    }

    @Test
    void rejectsBoundsThatKeepNothing() {
        assertThatThrownBy(() -> new InMemoryConversationStore(0, IDLE, () -> 0))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("most is 0");
        assertThatThrownBy(() -> new InMemoryConversationStore(1, Duration.ZERO, () -> 0))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("idle");
    }
}
