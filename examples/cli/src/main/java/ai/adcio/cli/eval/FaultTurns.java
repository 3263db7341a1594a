package ai.adcio.cli.eval;

import ai.adcio.agent.ShoppingAgent;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.CategorySummary;
import ai.adcio.cli.EngineOptions;
import ai.adcio.cli.Engines;
import ai.adcio.cli.Shop;
import ai.adcio.cli.ShopOpener;
import ai.adcio.conversation.UserTurn;
import ai.adcio.reply.AgentReply;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.resilience.ProtectedRetriever;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** Turns of shoppers whose clerk has one arm in an engine and the others in this process. */
final class FaultTurns {
    /** How long after its deadline a turn may end. */
    static final Duration GRACE = Duration.ofMillis(50);

    // More than any row has searches.
    private static final int NEVER = 10_000;
    private static final Duration MOST_UNTIL_BACK = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int MOST_RUNS = 3;

    private final Shop shop;
    private final EmbeddingSettings model;
    private final Duration deadline;
    private final AtomicLong conversations = new AtomicLong();

    /**
     * Shoppers of a shop.
     *
     * @param shop with every arm in this process
     * @param model embeds what they ask
     * @param deadline how long a turn waits for its arms
     */
    FaultTurns(Shop shop, EmbeddingSettings model, Duration deadline) {
        this.shop = shop;
        this.model = model;
        this.deadline = deadline;
    }

    /** The arm as it is measured: behind a breaker that never opens. */
    static Retriever withoutBreaker(Retriever arm) {
        return ProtectedRetriever.builder(arm).window(NEVER).build();
    }

    /** Texts for which the clerk asks the arm of an engine: its absence shows in the replies. */
    List<String> texts(TestedEngine engine, String name, int most) {
        Fault refuse = Fault.refuse(engine);
        List<String> asking = new ArrayList<>();
        refuse.strike().run();
        try (Clerk clerk = new Clerk(engine.proxied(name), name, FaultTurns::withoutBreaker)) {
            for (String text : candidates()) {
                boolean asks = clerk.reply(text).missing().stream()
                        .anyMatch(arm -> arm.arm().equals(engine.arm()));
                if (asks && asking.size() < most) {
                    asking.add(text);
                }
            }
        } finally {
            refuse.heal().run();
        }
        return asking;
    }

    private List<String> candidates() {
        List<String> texts = new ArrayList<>();
        try (CatalogSnapshot snapshot = shop.catalog().acquire()) {
            List<String> kinds = new ArrayList<>(snapshot.capabilities().categories().stream()
                    .filter(category -> category.leafCount() > 1)
                    .map(CategorySummary::name)
                    .limit(25)
                    .toList());
            snapshot.capabilities().brands().stream().limit(25).forEach(brand -> kinds.add(brand.value()));
            for (String kind : kinds) {
                texts.add(kind);
                texts.add("a comfortable " + kind + " under $100");
                texts.add("the cheapest " + kind);
                texts.add("how many " + kind + " do you have?");
            }
        }
        return texts;
    }

    /** Measures a fault, again when it was late. */
    FaultRow row(
            TestedEngine engine, String name, Fault fault, List<String> texts, UnaryOperator<Retriever> protection) {
        Duration allowed = deadline.plus(GRACE);
        List<FaultTally> runs = new ArrayList<>();
        double back = Double.NaN;
        do {
            try (Clerk clerk = new Clerk(engine.proxied(name), name, protection)) {
                if (!fault.cold()) {
                    // Connected and warm: everything is asked once.
                    texts.forEach(clerk::reply);
                }
                fault.strike().run();
                try {
                    runs.add(clerk.tally(texts));
                } finally {
                    fault.heal().run();
                }
                back = clerk.secondsUntilWhole(texts.getFirst());
            }
        } while (runs.size() < MOST_RUNS && !FaultRow.inTime(runs.getLast(), allowed));
        return new FaultRow(fault.moment(), fault.harmless(), runs, allowed, back);
    }

    /** A clerk and its arms. */
    private final class Clerk implements AutoCloseable {
        private final List<AutoCloseable> resources = new ArrayList<>();
        private final ShoppingAgent agent;

        Clerk(EngineOptions options, String name, UnaryOperator<Retriever> protection) {
            Retriever outside =
                    new Engines(options, name, resources).bareArms(model).getFirst();
            List<Retriever> arms = new ArrayList<>();
            for (Retriever arm : shop.arms()) {
                boolean replaced = arm.traits().name().equals(outside.traits().name());
                arms.add(replaced ? protection.apply(outside) : arm);
            }
            agent = ShoppingAgent.builder(shop.catalog())
                    .retrievers(arms.toArray(new Retriever[0]))
                    .deadline(deadline)
                    .build();
        }

        AgentReply reply(String text) {
            return agent.reply(UserTurn.of("faults-" + conversations.incrementAndGet(), text));
        }

        FaultTally tally(List<String> texts) {
            FaultTally tally = new FaultTally();
            for (String text : texts) {
                long start = System.nanoTime();
                try {
                    AgentReply reply = reply(text);
                    tally.answered(reply, (System.nanoTime() - start) / 1e6);
                } catch (RuntimeException e) {
                    tally.failed(e, (System.nanoTime() - start) / 1e6);
                }
            }
            return tally;
        }

        double secondsUntilWhole(String text) {
            long start = System.nanoTime();
            long end = start + MOST_UNTIL_BACK.toNanos();
            while (System.nanoTime() < end) {
                if (!reply(text).partial()) {
                    return (System.nanoTime() - start) / 1e9;
                }
                EngineLoad.pause(BETWEEN);
            }
            return Double.NaN;
        }

        @Override
        public void close() {
            agent.close();
            ShopOpener.closeAll(resources);
        }
    }
}
