package ai.adcio.agent;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Catalog;
import ai.adcio.conversation.UserTurn;
import ai.adcio.reply.AgentReply;
import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.Retriever;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked for over the whole catalogue while the arm that computes is away. */
@Timeout(60)
class EngineAwayTest {
    private final Catalog english = ShirtShop.english();
    private final Catalog korean = ShirtShop.korean();
    /** Lets go of arms that hang. */
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        english.close();
        korean.close();
    }

    @Test
    void namesTheCheapestFromTheRecordsAndSaysThatAnArmIsMissing() {
        AgentReply reply = reply(english, "what is your cheapest shirt?", away());
        assertThat(ids(reply).getFirst()).isEqualTo("S0");
        assertThat(reply.answer()).isNotNull();
        assertThat(reply.answer().value()).isEqualTo("10");
        assertThat(reply.text()).contains("$10");
        assertThat(reply.cards().getFirst().provenance()).extracting("arm").containsExactly(ArmTraits.RECORDS);
        assertMissing(reply);

        AgentReply dearest = reply(english, "the most expensive red shirt", away());
        assertThat(ids(dearest).getFirst()).isEqualTo("S22");
        assertMissing(dearest);
    }

    @Test
    void namesTheCheapestInKorean() {
        AgentReply reply = reply(korean, "제일 싼 셔츠 보여줘", away());
        assertThat(ids(reply).getFirst()).isEqualTo("K0");
        assertThat(reply.answer()).isNotNull();
        assertThat(reply.answer().value()).isEqualTo("10000");
        assertThat(reply.text()).contains("10,000원");
        assertMissing(reply);
    }

    @Test
    void countsAndAveragesFromTheRecords() {
        AgentReply count = reply(english, "how many red shirts do you have?", away());
        assertThat(count.answer()).isNotNull();
        assertThat(count.answer().value()).isEqualTo("6");
        assertMissing(count);
        AgentReply countKo = reply(korean, "빨강 셔츠 몇 개 있어?", away());
        assertThat(countKo.answer()).isNotNull();
        assertThat(countKo.answer().value()).isEqualTo("6");
        assertMissing(countKo);
        AgentReply mean = reply(english, "what is the average price of your shirts?", away());
        assertThat(mean.answer()).isNotNull();
        assertThat(mean.answer().value()).isEqualTo("44.50");
        assertMissing(mean);
    }

    @Test
    void saysThatNothingFitsWhenTheRecordsSaySo() {
        AgentReply reply = reply(english, "the cheapest shirt under $5", away());
        assertThat(reply.constraints().notCovered()).isNotEmpty();
        assertMissing(reply);
    }

    @Test
    void answersInTimeFromTheRecordsWhenTheArmIsSilent() {
        AgentReply reply = reply(english, "what is your cheapest shirt?", silent());
        assertThat(ids(reply).getFirst()).isEqualTo("S0");
        assertMissing(reply);
    }

    @Test
    void namesNothingWhenTheRecordsDoNotAnswerEither() {
        AgentReply reply = reply(english, "what is your cheapest shirt?", away(), away(ArmTraits.RECORDS, false));
        assertThat(reply.cards()).isEmpty();
        assertThat(reply.answer()).isNull();
        assertThat(reply.text()).contains("cannot work that out just now").doesNotContainPattern("\\d");
        assertThat(reply.constraints().notCovered()).isEmpty();
        assertThat(reply.missing()).extracting("arm").containsExactly(ArmTraits.SQL, ArmTraits.RECORDS);

        AgentReply ko = reply(korean, "제일 싼 셔츠 보여줘", away(), away(ArmTraits.RECORDS, false));
        assertThat(ko.cards()).isEmpty();
        assertThat(ko.text()).contains("지금은 계산할 수가 없어요").doesNotContainPattern("\\d");
        assertThat(ko.missing()).extracting("arm").containsExactly(ArmTraits.SQL, ArmTraits.RECORDS);
    }

    private static AgentReply reply(Catalog catalog, String words, Retriever... arms) {
        try (ShoppingAgent agent = ShoppingAgent.builder(catalog)
                .retrievers(RecordArm.keyword())
                .retrievers(arms)
                .deadline(Duration.ofSeconds(4))
                .build()) {
            return agent.reply(UserTurn.of("c", words));
        }
    }

    private static List<String> ids(AgentReply reply) {
        return reply.cards().stream().map(card -> card.product().id()).toList();
    }

    private static void assertMissing(AgentReply reply) {
        assertThat(reply.partial()).isTrue();
        assertThat(reply.missing()).extracting("arm").containsExactly(ArmTraits.SQL);
    }

    private static Retriever away() {
        return away(ArmTraits.SQL, true);
    }

    private static Retriever away(String name, boolean computes) {
        return new Unanswering(new ArmTraits(name, Set.of(), computes, true), () -> {});
    }

    private Retriever silent() {
        return new Unanswering(new ArmTraits(ArmTraits.SQL, Set.of(), true, true), () -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new AssertionError("nobody may interrupt this thread", e);
            }
        });
    }

    private record Unanswering(ArmTraits traits, Runnable before) implements Retriever {
        @Override
        public RetrievalResult retrieve(RetrievalRequest request) {
            before.run();
            return new RetrievalResult.Failed("the engine is down");
        }
    }
}
