package ai.adcio.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link ConversationStore} must do: extend it with a store that knows no conversation. */
public abstract class ConversationStoreContract {
    // A store that cannot be had skips the test, and leaves this one to be closed.
    private ConversationStore store = new InMemoryConversationStore();

    @org.junit.jupiter.api.BeforeEach
    void open() {
        store = create();
    }

    /** A store that knows no conversation. */
    protected abstract ConversationStore create();

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void knowsNothingOfAConversationThatWasNeverSaved() {
        assertThat(store.load("unknown")).isNull();
    }

    @Test
    void givesBackWhatWasSavedUnderTheNextVersion() {
        Conversation state = spoken("a", "hello");

        Conversation saved = store.save(state, 0);

        assertThat(saved).isEqualTo(state.withVersion(1));
        assertThat(store.load("a")).isEqualTo(saved);
        Conversation again = store.save(spoken("a", "more"), 1);
        assertThat(again.version()).isEqualTo(2);
        assertThat(store.load("a")).isEqualTo(again);
    }

    @Test
    void theExpectedVersionCountsAndNotThatOfTheState() {
        assertThat(store.save(spoken("a", "hello").withVersion(7), 0).version()).isEqualTo(1);
    }

    @Test
    void rejectsAStateThatIsNotBuiltOnTheNewest() {
        store.save(spoken("a", "first"), 0);
        Conversation newest = store.save(spoken("a", "second"), 1);

        for (long stale : new long[] {0, 1, 3}) {
            assertThatThrownBy(() -> store.save(spoken("a", "lost"), stale))
                    .isInstanceOf(ConcurrentTurnException.class)
                    .hasMessageContaining("version 2");
        }
        assertThat(store.load("a")).isEqualTo(newest);
    }

    @Test
    void keepsConversationsApart() {
        Conversation a = store.save(spoken("a", "red shirt"), 0);
        Conversation b = store.save(spoken("b", "blue shirt"), 0);

        store.delete("a");

        assertThat(store.load("a")).isNull();
        assertThat(store.load("b")).isEqualTo(b).isNotEqualTo(a);
    }

    @Test
    void beginsAnewAfterADelete() {
        store.save(spoken("a", "first"), 0);
        store.delete("a");
        store.delete("a");

        assertThat(store.save(spoken("a", "again"), 0).version()).isEqualTo(1);
    }

    @Test
    void ofManySavesAtOnceExactlyOneWins() throws InterruptedException {
        store.save(spoken("a", "start"), 0);
        int writers = 16;
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger won = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            String words = "writer " + i;
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    go.await();
                    store.save(spoken("a", words), 1);
                    won.incrementAndGet();
                } catch (ConcurrentTurnException e) {
                    lost.incrementAndGet();
                } catch (InterruptedException e) {
                    throw new AssertionError("nobody may interrupt this thread", e);
                }
            }));
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(won).hasValue(1);
        assertThat(lost).hasValue(writers - 1);
        assertThat(store.load("a")).extracting(Conversation::version).isEqualTo(2L);
    }

    /** A conversation with every part filled, so that a store which forgets one is found out. */
    protected static Conversation spoken(String id, String words) {
        ShopperFact fact = new ShopperFact(ShopperFact.Kind.ALLERGY, "nuts", List.of("nut"));
        ShoppingNeed need = new ShoppingNeed(
                "shirt",
                words,
                List.of("shirt"),
                List.of("wool"),
                List.of(),
                null,
                List.of(),
                List.of(fact),
                List.of("p9"),
                "p1");
        return new Conversation(
                id,
                0,
                1,
                Language.KOREAN,
                need,
                List.of(ShoppingNeed.EMPTY),
                List.of(new Exchange(1, words, Intent.SEARCH, Language.KOREAN, need)),
                List.of(new ShownList(1, List.of("p1", "p2"), true)),
                "p1",
                List.of("color"),
                Map.of("campaign", 1));
    }
}
