package ai.adcio.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConversationLocksTest {
    private final ConversationLocks locks = new ConversationLocks();

    @Test
    void letsOneTurnOfAConversationRunAtATime() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                for (int turn = 0; turn < 50; turn++) {
                    locks.run("same", () -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        Thread.onSpinWait();
                        inside.decrementAndGet();
                    });
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(most).hasValue(1);
        assertThat(locks.size()).as("idle conversations hold nothing").isZero();
    }

    @Test
    void letsOtherConversationsRunBesideIt() {
        CountDownLatch other = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        locks.run("a", () -> {
            Thread.ofVirtual().start(() -> locks.run("b", other::countDown));
            try {
                done.set(other.await(10, TimeUnit.SECONDS) ? 1 : 0);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(done).hasValue(1);
    }
}
