package ai.adcio.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import ai.adcio.Language;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.conversation.UserTurn;
import ai.adcio.reply.AgentReply;
import ai.adcio.reply.ReplyJson;
import ai.adcio.reply.ReplySchema;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttributeQuestionTest {
    private final List<AutoCloseable> open = new ArrayList<>();
    private final ShoppingAgent english = agent(ShirtShop.english());
    private final ShoppingAgent korean = agent(ShirtShop.korean());

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : open.reversed()) {
            resource.close();
        }
    }

    @Test
    void asksAboutTheFieldThatTellsMostAndStillShowsCards() {
        AgentReply reply = say(english, "c", "shirts");
        assertThat(reply.cards()).hasSize(5);
        AgentReply.FollowUp question = question(reply);
        assertThat(question.attribute())
                .as("four even colours tell more than three brands")
                .isEqualTo("attributes.color");
        assertThat(question.answers())
                .extracting(AgentReply.Choice::label)
                .containsExactly("black", "green", "red", "white");
        assertThat(reply.text()).doesNotContain(question.question());
        ReplySchema.check(ReplyJson.write(reply));
    }

    @Test
    void asksInTheShoppersLanguage() {
        AgentReply.FollowUp question = question(say(korean, "c", "셔츠 보여줘"));
        assertThat(question.question()).isEqualTo("원하시는 색상이 있으세요?");
        assertThat(question.answers()).extracting(AgentReply.Choice::label).contains("검정", "흰색");
        AgentReply.FollowUp foreign =
                question(english.reply(UserTurn.of("ko", "shirts").in(Language.KOREAN)));
        assertThat(foreign.answers()).extracting(AgentReply.Choice::label).allMatch(l -> l.matches(".*[가-힣].*"));
    }

    @Test
    void everyAnswerSentBackConstrainsExactlyThat() {
        for (ShoppingAgent agent : List.of(english, korean)) {
            String first = agent == english ? "shirts" : "셔츠 보여줘";
            AgentReply.FollowUp question = question(say(agent, "q", first));
            for (AgentReply.Choice answer : question.answers()) {
                String conversation = "a " + answer.value();
                say(agent, conversation, first);
                AgentReply reply = say(agent, conversation, answer.value());
                assertThat(reply.constraints().applied()).hasSize(2);
                assertThat(reply.text()).contains(answer.label());
                assertThat(reply.cards()).isNotEmpty();
            }
        }
    }

    @Test
    void asksOnceForANeedAndNeverAboutWhatIsSettled() {
        assertThat(question(say(english, "c", "shirts")).attribute()).isEqualTo("attributes.color");
        assertThat(say(english, "c", "rated 3 or better").followUp()).isNull();
        assertThat(question(say(english, "d", "red or black or white shirts")).attribute())
                .isNotEqualTo("attributes.color");
    }

    @Test
    void asksNothingWhenFewAreLeftOrSomethingElseWasAsked() {
        assertThat(say(english, "c", "tents").followUp()).isNull();
        assertThat(say(english, "d", "red shirts").followUp()).isNull();
        assertThat(say(english, "e", "how many shirts").followUp()).isNull();
        assertThat(say(english, "f", "cheapest shirt").followUp()).isNull();
        assertThat(say(english, "g", "shirts sorted by price").followUp()).isNull();
    }

    @Test
    void asksAgainForAnotherNeed() {
        say(english, "c", "tents");
        assertThat(question(say(english, "c", "shirts")).answers()).isNotEmpty();
    }

    @Test
    void asksTheSameEachTime() {
        assertThat(say(english, "a", "shirts").followUp())
                .isEqualTo(say(english, "b", "shirts").followUp());
    }

    private static AgentReply.FollowUp question(AgentReply reply) {
        return assertThat(reply.followUp())
                .isNotNull()
                .asInstanceOf(type(AgentReply.FollowUp.class))
                .actual();
    }

    private ShoppingAgent agent(InMemoryCatalog catalog) {
        ShoppingAgent agent = ShoppingAgent.builder(catalog)
                .retrievers(RecordArm.keyword(), RecordArm.sql())
                .withoutDeadline()
                .build();
        open.add(catalog);
        open.add(agent);
        return agent;
    }

    private static AgentReply say(ShoppingAgent agent, String conversation, String text) {
        return agent.reply(UserTurn.of(conversation, text));
    }
}
