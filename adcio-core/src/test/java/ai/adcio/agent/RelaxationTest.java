package ai.adcio.agent;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.conversation.UserTurn;
import ai.adcio.reply.AgentReply;
import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.Retriever;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelaxationTest {
    private final InMemoryCatalog catalog = ShirtShop.english();
    private final InMemoryCatalog korean = ShirtShop.korean();

    @AfterEach
    void close() {
        catalog.close();
        korean.close();
    }

    @Test
    void saysInTheShoppersLanguageHowToTakeOneConditionBack() {
        try (ShoppingAgent agent = agent(catalog, RecordArm.sql())) {
            AgentReply reply = say(agent, "shirts under $5");
            assertThat(reply.text()).contains("Without \"under $5\", 24 would fit");
            assertThat(say(agent, reply.suggestions().getFirst()).cards()).isNotEmpty();
        }
        try (ShoppingAgent agent = agent(korean, RecordArm.sql())) {
            AgentReply reply = say(agent, "5천원 이하 셔츠");
            assertThat(reply.text()).contains("\"5,000원 이하\" 조건을 빼면 24개가 맞아요");
            assertThat(say(agent, reply.suggestions().getFirst()).cards()).isNotEmpty();
        }
    }

    @Test
    void asksForAnExclusionBackWithoutCallingItAWish() {
        try (ShoppingAgent agent = agent(catalog, RecordArm.sql())) {
            say(agent, "tents");
            say(agent, "not green");
            AgentReply refused = say(agent, "not red");
            assertThat(refused.text()).contains("tents (not green, not red)").contains("Including red, 1 would fit");
            assertThat(refused.suggestions()).containsExactly("Start over: tents, not green");
            assertThat(say(agent, "Start over: tents, not green").cards()).hasSize(1);
        }
        try (ShoppingAgent agent = agent(korean, RecordArm.sql())) {
            say(agent, "텐트 보여줘");
            say(agent, "초록 말고");
            AgentReply refused = say(agent, "빨강 말고");
            assertThat(refused.text()).contains("초록 제외, 빨강 제외").contains("빨강을 포함하면 1개가 맞아요");
            assertThat(say(agent, refused.suggestions().getFirst()).cards()).hasSize(1);
        }
    }

    @Test
    void givesUpTwoConditionsWhenNoneAloneWouldHelp() {
        try (ShoppingAgent agent = agent(catalog, RecordArm.sql())) {
            AgentReply reply = say(agent, "waterproof red tents under $50 rated 4 or better");
            assertThat(reply.cards()).isEmpty();
            assertThat(reply.text()).contains("Without \"under $50\" and \"rated 4 or better\", 1 would fit");
            AgentReply again = say(agent, reply.suggestions().getFirst());
            assertThat(again.cards()).extracting(card -> card.product().id()).containsExactly("P2");
        }
    }

    @Test
    void offersTheKindAloneWhenNoTwoConditionsWouldHelp() {
        try (ShoppingAgent agent = agent(catalog, RecordArm.sql())) {
            AgentReply reply = say(agent, "black tents under $50 rated 4 or better by Alder");
            assertThat(reply.text()).contains("Without any condition, 2 would fit");
            assertThat(reply.suggestions()).containsExactly("Start over: tents");
            assertThat(say(agent, "Start over: tents").cards()).hasSize(2);
        }
        try (ShoppingAgent agent = agent(korean, RecordArm.sql())) {
            AgentReply reply = say(agent, "평점 4 이상 5만원 이하 검정 텐트");
            assertThat(reply.text()).contains("2개가 맞아요");
            assertThat(say(agent, reply.suggestions().getFirst()).cards()).hasSize(2);
        }
    }

    @Test
    void countsNoMoreHoweverManyConditionsThereAre() {
        CountingArm arm = new CountingArm(Duration.ZERO);
        try (ShoppingAgent agent = agent(catalog, arm)) {
            say(agent, "black shirts under $5 rated 4 or better");
            for (String refusal :
                    new String[] {"not Alder", "not Birch", "not Cedar", "not red", "not green", "not white"}) {
                say(agent, refusal);
            }
            arm.counts.set(0);
            AgentReply reply = say(agent, "on sale");
            assertThat(reply.cards()).isEmpty();
            assertThat(arm.counts.get()).isBetween(1, 8);
        }
    }

    @Test
    void aCountThatIsLateCostsAShareOfTheTurnAndMakesNoReplyPartial() {
        CountingArm arm = new CountingArm(Duration.ofSeconds(20));
        try (ShoppingAgent agent = ShoppingAgent.builder(catalog)
                .retrievers(RecordArm.keyword(), arm)
                .deadline(Duration.ofSeconds(3))
                .build()) {
            long start = System.nanoTime();
            AgentReply reply = say(agent, "black shirts under $5 rated 4 or better");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2_500));
            assertThat(reply.partial()).isFalse();
            assertThat(reply.missing()).isEmpty();
            assertThat(reply.constraints().notCovered()).isNotEmpty();
            assertThat(reply.suggestions()).containsExactly("Start over: shirts");
        }
    }

    @Test
    void keepsWhichArmFoundAnAlternative() {
        try (ShoppingAgent agent = agent(catalog, RecordArm.sql())) {
            AgentReply reply = say(agent, "blue tents under $100");
            assertThat(reply.text()).contains("These come closest");
            assertThat(reply.cards())
                    .hasSize(1)
                    .allSatisfy(card -> assertThat(card.provenance()).isNotEmpty());
        }
    }

    private static ShoppingAgent agent(InMemoryCatalog catalog, Retriever sql) {
        return ShoppingAgent.builder(catalog)
                .retrievers(RecordArm.keyword(), sql)
                .withoutDeadline()
                .build();
    }

    private static AgentReply say(ShoppingAgent agent, String text) {
        return agent.reply(UserTurn.of("c", text));
    }

    /** The arm that reads every record, which notes each count and takes its time over it. */
    private static final class CountingArm implements Retriever {
        private final RecordArm arm = RecordArm.sql();
        private final Duration delay;
        final AtomicInteger counts = new AtomicInteger();

        CountingArm(Duration delay) {
            this.delay = delay;
        }

        @Override
        public ArmTraits traits() {
            return arm.traits();
        }

        @Override
        public RetrievalResult retrieve(RetrievalRequest request) {
            if (request.aggregate() != null) {
                counts.incrementAndGet();
                long until = System.nanoTime() + delay.toNanos();
                while (System.nanoTime() < until && !request.cancellation().isCancelled()) {
                    Thread.onSpinWait();
                }
            }
            return arm.retrieve(request);
        }
    }
}
