package ai.adcio.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ArmQueueTest {
    private static final long SLOW = 200_000_000;
    private static final long QUICK = 5_000_000;

    private final Map<Runnable, Long> waited = new HashMap<>();
    private final ArmQueue queue =
            new ArmQueue(20, 2, call -> ((Call) call).arm(), call -> waited.getOrDefault(call, 0L));

    @Test
    void callsOfOneArmGoInTheOrderInWhichTheyCame() {
        offer("sql", 3);
        assertThat(List.of(poll(), poll(), poll()))
                .containsExactly(new Call("sql", 0), new Call("sql", 1), new Call("sql", 2));
        assertThat(queue.poll()).isNull();
    }

    @Test
    void theArmThatHadTheThreadsForTheShorterTimeGoesNext() {
        offer("sql", 4);
        serve(SLOW);
        offer("keyword", 4);
        serve(QUICK);
        List<String> order = new ArrayList<>();
        while (!queue.isEmpty()) {
            order.add(serve(queue.peek() instanceof Call next && next.arm().equals("sql") ? SLOW : QUICK));
        }
        assertThat(order)
                .as("quick calls are through after one slow one at the most")
                .startsWith("keyword", "keyword", "keyword")
                .endsWith("sql", "sql", "sql");
    }

    @Test
    void aCallUnderWayCountsBeforeItsTimeIsKnown() {
        offer("sql", 1);
        serve(SLOW);
        offer("keyword", 1);
        serve(QUICK);
        offer("sql", 2);
        offer("keyword", 2);
        Call first = poll();
        queue.started(first);
        Call second = poll();
        queue.started(second);
        assertThat(List.of(first.arm(), second.arm())).contains("keyword");
    }

    @Test
    void anArmThatWasIdleHasSavedNothingUp() {
        offer("keyword", 1);
        serve(QUICK);
        for (int i = 0; i < 10; i++) {
            offer("sql", 1);
            serve(SLOW);
        }
        offer("keyword", 4);
        offer("sql", 4);
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            order.add(serve(SLOW));
        }
        assertThat(order).contains("sql");
    }

    @Test
    void inABacklogWhatCanJustBeInTimeGoesBeforeTheNewest() {
        offer("sql", 20);
        waited.put(new Call("sql", 0), TimeUnit.MILLISECONDS.toNanos(1_900));
        waited.put(new Call("sql", 1), TimeUnit.MILLISECONDS.toNanos(900));
        assertThat(List.of(poll(), poll())).containsExactly(new Call("sql", 1), new Call("sql", 19));
    }

    @Test
    void aFullArmLeavesRoomToTheOthers() {
        offer("sql", 20);
        assertThat(queue.offer(new Call("sql", 99))).isFalse();
        assertThat(queue.offer(new Call("keyword", 0))).isTrue();
        assertThat(queue).hasSize(21);
        assertThat(queue.remove(new Call("sql", 2))).isTrue();
        assertThat(queue.offer(new Call("sql", 99))).isTrue();
        assertThat(queue.remove(new Call("sql", 2))).isFalse();
    }

    @Test
    void noArmHasMoreThanItsMostAtOnce() {
        offer("sql", 5);
        Call first = poll();
        queue.started(first);
        Call second = poll();
        queue.started(second);
        assertThat(queue.poll()).as("two run").isNull();
        offer("keyword", 1);
        assertThat(poll().arm()).isEqualTo("keyword");
        queue.finished(first, SLOW);
        Call third = poll();
        assertThat(third).isEqualTo(new Call("sql", 2));
        queue.started(third);
        queue.leftBehind(second);
        Call fourth = poll();
        queue.started(fourth);
        assertThat(fourth).as("a call that nobody waits for takes no place").isEqualTo(new Call("sql", 3));
        queue.finished(second, SLOW);
        assertThat(queue.poll()).as("nor is its place free twice").isNull();
    }

    @Test
    void theNewestCallGoesFirstWhereTheOldestWouldBeLateAnyway() {
        offer("sql", 18);
        assertThat(List.of(poll(), poll())).containsExactly(new Call("sql", 17), new Call("sql", 16));
        assertThat(poll()).as("few enough wait again").isEqualTo(new Call("sql", 0));
    }

    @Test
    void waitsForACallNoLongerThanIsSaid() throws InterruptedException {
        assertThat(queue.poll(1, TimeUnit.MILLISECONDS)).isNull();
        Thread.ofVirtual().start(() -> offer("sql", 1));
        assertThat(queue.take()).isEqualTo(new Call("sql", 0));
    }

    private void offer(String arm, int calls) {
        for (int i = 0; i < calls; i++) {
            assertThat(queue.offer(new Call(arm, i))).isTrue();
        }
    }

    private Call poll() {
        return (Call) java.util.Objects.requireNonNull(queue.poll());
    }

    private String serve(long nanos) {
        Call call = poll();
        queue.started(call);
        queue.finished(call, nanos);
        return call.arm();
    }

    private record Call(String arm, int number) implements Runnable {
        @Override
        public void run() {}
    }
}
