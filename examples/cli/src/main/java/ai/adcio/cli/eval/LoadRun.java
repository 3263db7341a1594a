package ai.adcio.cli.eval;

import ai.adcio.agent.ShoppingAgent;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.conversation.UserTurn;
import ai.adcio.reply.AgentReply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One load of conversations. Each has a budget of its own; a bound that is another's is a leak. */
final class LoadRun {
    private final ShoppingAgent agent;
    private final List<String> kinds;
    private final int conversations;
    private final Duration length;
    private final Duration every;
    private final LoadTally tally = new LoadTally();

    LoadRun(ShoppingAgent agent, List<String> kinds, int conversations, Duration length, Duration every) {
        this.agent = agent;
        this.kinds = kinds;
        this.conversations = conversations;
        this.length = length;
        this.every = every;
    }

    LoadTally run() throws InterruptedException {
        try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
                var shoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> planned = new ArrayList<>();
            for (int i = 0; i < conversations; i++) {
                Shopper shopper =
                        new Shopper("load-" + conversations + "-" + i, new BigDecimal(1_000 + i), new Random(i));
                // Spread over the interval: shoppers do not speak in chorus.
                long delay = every.toNanos() * i / conversations;
                planned.add(clock.scheduleAtFixedRate(
                        () -> shoppers.execute(shopper), delay, every.toNanos(), TimeUnit.NANOSECONDS));
            }
            // Nothing ends before its time: this only waits.
            boolean early = new CountDownLatch(1).await(length.toNanos(), TimeUnit.NANOSECONDS);
            planned.forEach(turns -> turns.cancel(early));
        }
        // Closing the executors waited for the turns under way.
        return tally;
    }

    /** One shopper, who names a budget first and keeps to it. */
    private final class Shopper implements Runnable {
        private final String conversation;
        private final BigDecimal budget;
        private final Random random;
        // No monitor: on a JDK before 24 a virtual thread that waits in one keeps its carrier, and two waiting shoppers
        // would stop all the others.
        private final ReentrantLock speaking = new ReentrantLock(true);
        private int turn;
        private String kind = "";

        Shopper(String conversation, BigDecimal budget, Random random) {
            this.conversation = conversation;
            this.budget = budget;
            this.random = random;
        }

        @Override
        public void run() {
            speaking.lock();
            try {
                speak();
            } finally {
                speaking.unlock();
            }
        }

        private void speak() {
            String text = next();
            long start = System.nanoTime();
            try {
                AgentReply reply = agent.reply(UserTurn.of(conversation, text));
                boolean leaked = !reply.conversationId().equals(conversation) || boundsOfOthers(reply);
                tally.answered(reply, (System.nanoTime() - start) / 1e6, leaked);
            } catch (RuntimeException e) {
                tally.failed(e, (System.nanoTime() - start) / 1e6);
            }
        }

        private String next() {
            int step = turn++ % 6;
            return switch (step) {
                case 0 -> {
                    kind = kinds.isEmpty() ? "things" : kinds.get(random.nextInt(kinds.size()));
                    yield kind + " under $" + budget.toPlainString();
                }
                case 1 -> "rated 4 or better";
                case 2 -> "tell me more about the first one";
                case 3 -> "how many " + kind + " do you have under $" + budget.toPlainString();
                case 4 -> "cheapest first";
                default -> "compare the first two";
            };
        }

        private boolean boundsOfOthers(AgentReply reply) {
            for (Constraint constraint : reply.constraints().applied()) {
                if (constraint instanceof Constraint.Range range
                        && range.field().equals(Fields.PRICE)
                        && range.upper() != null
                        && range.upper().value().compareTo(budget) != 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
