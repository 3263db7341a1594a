package ai.adcio.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.conversation.Intent;
import ai.adcio.conversation.PageAction;
import ai.adcio.conversation.PageContext;
import ai.adcio.conversation.SetAside;
import ai.adcio.conversation.UserTurn;
import ai.adcio.reply.AgentReply;
import ai.adcio.reply.ReplyEvent;
import ai.adcio.reply.ReplyFold;
import ai.adcio.reply.ReplyJson;
import ai.adcio.reply.ReplySchema;
import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.Retriever;
import ai.adcio.understanding.DeterministicInterpreter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ShoppingAgentTest {
    private final InMemoryCatalog catalog = LampShop.catalog();
    private final ShoppingAgent agent = ShoppingAgent.builder(catalog)
            .retrievers(RecordArm.keyword(), RecordArm.sql())
            .withoutDeadline()
            .requestIds(() -> "request")
            .build();

    @AfterEach
    void close() {
        agent.close();
        catalog.close();
    }

    @Test
    void showsOnlyWhatKeepsTheBudgetAndGivesAReasonFromTheRecord() {
        AgentReply reply = say("desk lamps under $20");
        assertThat(reply.intent()).isEqualTo(Intent.SEARCH);
        assertThat(ids(reply)).containsExactlyInAnyOrder("L1", "L3");
        assertThat(reply.cards()).allSatisfy(card -> {
            assertThat(price(card)).isLessThan(new BigDecimal("20"));
            assertThat(card.reason().evidence()).isNotEmpty();
            assertThat(card.reason().text()).contains("$");
        });
        assertThat(reply.constraints().applied()).isNotEmpty();
        assertThat(reply.partial()).isFalse();
    }

    @Test
    void keepsTheBudgetOfAnEarlierTurn() {
        say("desk lamps under $40");
        assertThat(ids(say("in black"))).containsExactlyInAnyOrder("L1", "L3");
        assertThat(ids(say("not Halden"))).containsExactly("L1");
    }

    @Test
    void countsOverTheWholeCatalogueAndSaysTheNumber() {
        AgentReply reply = say("how many desk lamps do you have?");
        assertThat(reply.intent()).isEqualTo(Intent.COUNT_OR_SUPERLATIVE);
        assertThat(reply.text()).contains("4");
        assertThat(reply.answer())
                .isNotNull()
                .satisfies(a -> assertThat(a.value()).isEqualTo("4"));
    }

    @Test
    void countsWithoutAWordThatNoneOfThemSaysAndTellsSo() {
        say("desk lamps");
        say("stoneware ones");
        AgentReply count = say("how many are there?");
        assertThat(count.answer())
                .isNotNull()
                .satisfies(a -> assertThat(a.value()).isEqualTo("4"));
        assertThat(count.text()).contains("stoneware");
        AgentReply cheapest = say("and the cheapest?");
        assertThat(ids(cheapest).getFirst()).isEqualTo("L3");
        assertThat(cheapest.text()).contains("stoneware");
        assertThat(cheapest.constraints().setAside()).extracting(SetAside::text).contains("stoneware");
    }

    @Test
    void putsTheAnswerToASuperlativeFirst() {
        assertThat(ids(say("cheapest desk lamp")).getFirst()).isEqualTo("L3");
        assertThat(ids(say("and the most expensive?")).getFirst()).isEqualTo("L4");
    }

    @Test
    void resolvesOrdinalsAgainstWhatWasShown() {
        AgentReply list = say("desk lamps");
        AgentReply details = say("tell me more about the second one");
        assertThat(details.intent()).isEqualTo(Intent.PRODUCT_DETAILS);
        assertThat(ids(details)).first().isEqualTo(ids(list).get(1));
        assertThat(details.text()).contains(list.cards().get(1).product().title());
    }

    @Test
    void comparesInATableFilledFromTheRecords() {
        AgentReply list = say("desk lamps");
        AgentReply reply = say("compare the first two");
        assertThat(reply.comparison()).isNotNull().satisfies(table -> {
            assertThat(table.productIds()).containsExactlyElementsOf(ids(list).subList(0, 2));
            assertThat(table.rows())
                    .hasSameSizeAs(table.attributes())
                    .allSatisfy(row -> assertThat(row).hasSize(2));
            assertThat(table.rows().getFirst().getFirst()).startsWith("$");
        });
        assertThat(ids(say("details of the third one")))
                .as("a comparison leaves the earlier list standing")
                .first()
                .isEqualTo(ids(list).get(2));
    }

    @Test
    void saysWhatIsNotCarriedAndShowsNothingUnrelated() {
        AgentReply reply = say("do you have trombones?");
        assertThat(reply.cards()).isEmpty();
        assertThat(reply.constraints().notCovered()).isNotEmpty();
        assertThat(reply.text()).containsIgnoringCase("trombone");
    }

    @Test
    void namesTheConditionToLoosenWithTheCountThatItWouldGive() {
        AgentReply reply = say("desk lamps under $5");
        assertThat(reply.constraints().notCovered()).isNotEmpty();
        assertThat(reply.cards()).as("a budget is never loosened unasked").isEmpty();
        assertThat(reply.text()).contains("4");
    }

    @Test
    void recommendsNoProductWhoseLabelWarnsAboutWhatTheShopperSaid() {
        AgentReply reply = say("I'm on blood thinners, show me supplements");
        assertThat(ids(reply)).doesNotContain("V1");
        assertThat(reply.text()).contains("doctor");
        assertThat(say("ginkgo capsules").cards())
                .noneMatch(c -> c.product().id().equals("V1"));
    }

    @Test
    void sendsTheShopperWhereTheyWantToGo() {
        PageContext page = PageContext.product("L2");
        AgentReply reply = agent.reply(UserTurn.of("c", "take me to my cart").on(page));
        assertThat(reply.pageActions()).containsExactly(new PageAction.Navigate(PageAction.Place.CART, null, null));
        assertThat(reply.cards()).isEmpty();
    }

    @Test
    void speaksTheLanguageOfTheTurn() {
        AgentReply reply = say("안녕하세요");
        assertThat(reply.intent()).isEqualTo(Intent.SMALL_TALK);
        assertThat(reply.language().tag()).isEqualTo("ko");
        assertThat(reply.text()).contains("안녕하세요");
    }

    @Test
    void declinesAnOverlongTurnWithoutSearching() {
        AgentReply reply = say("lamp ".repeat(1_000));
        assertThat(reply.intent()).isEqualTo(Intent.UNSUPPORTED);
        assertThat(reply.cards()).isEmpty();
        assertThat(reply.text()).contains("too long");
    }

    @Test
    void everyReplyKeepsTheSchema() {
        for (String text : List.of(
                "desk lamps",
                "compare the first two",
                "how many mugs",
                "recommend something",
                "",
                "start over",
                "cheapest mug",
                "open the first one",
                "hide everything over $30 on this page",
                "trombones?")) {
            ReplySchema.check(ReplyJson.write(say(text)));
        }
    }

    @Test
    void keepsConversationsApart() {
        agent.reply(UserTurn.of("one", "desk lamps under $20"));
        AgentReply other = agent.reply(UserTurn.of("two", "desk lamps"));
        assertThat(other.constraints().applied()).noneMatch(c -> c.text().contains("20"));
        assertThat(other.cards()).hasSize(4);
    }

    @Test
    void aReplyIsTheFoldOfItsEvents() {
        List<ReplyEvent> events = new ArrayList<>();
        agent.stream(UserTurn.of("a", "desk lamps"), events::add);
        ReplyFold fold = new ReplyFold();
        events.forEach(fold);
        AgentReply streamed = fold.reply();
        AgentReply whole = agent.reply(UserTurn.of("b", "desk lamps"));
        assertThat(streamed.text()).isEqualTo(whole.text());
        assertThat(streamed.cards()).isEqualTo(whole.cards());
        assertThat(events.getFirst()).isInstanceOf(ReplyEvent.Started.class);
        assertThat(events.getLast()).isInstanceOf(ReplyEvent.Completed.class);
    }

    @Test
    void countsFromTheRecordsWhenTheArmThatCountsFails() {
        try (ShoppingAgent poorer = ShoppingAgent.builder(catalog)
                .retrievers(RecordArm.keyword(), new FailingArm(ArmTraits.SQL, true))
                .build()) {
            AgentReply reply = poorer.reply(UserTurn.of("c", "how many mugs do you have?"));
            assertThat(reply.partial()).isTrue();
            assertThat(reply.missing()).extracting("arm").containsExactly("sql");
            assertThat(reply.answer()).isNotNull();
            assertThat(reply.answer().value()).isEqualTo("2");
            assertThat(reply.text()).contains("2");
            assertThat(reply.constraints().notCovered()).isEmpty();
        }
    }

    @Test
    void claimsNothingOfWhatIsCarriedWhenTheArmsFail() {
        try (ShoppingAgent poorer = ShoppingAgent.builder(catalog)
                .retrievers(new FailingArm(ArmTraits.KEYWORD, false), new FailingArm(ArmTraits.SQL, true))
                .build()) {
            AgentReply reply = poorer.reply(UserTurn.of("c", "desk lamps"));
            assertThat(reply.partial()).isTrue();
            assertThat(reply.cards()).isEmpty();
            assertThat(reply.constraints().notCovered()).isEmpty();
        }
    }

    @Test
    void seesProductsThatWereAddedWhileServing() {
        assertThat(ids(say("stoneware mug"))).contains("M1");
        catalog.upsert(Product.builder("M3", "Travel mug")
                .categories(List.of("Kitchen", "Mugs"))
                .price(Money.of("21.00", "USD"))
                .build());
        assertThat(agent.reply(UserTurn.of("later", "mugs")).cards())
                .extracting(card -> card.product().id())
                .contains("M3");
    }

    @Test
    void refusesToWorkWithoutAnArmOrWhenClosed() {
        assertThatThrownBy(() -> ShoppingAgent.builder(catalog).build())
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("retriever");
        agent.close();
        assertThatThrownBy(() -> say("lamps"))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("closed");
    }

    @Test
    @Timeout(60)
    void understandsANewKindMomentsAfterTheUpdateAndAnswersMeanwhile() {
        assertThat(say("do you have trombones?").cards()).isEmpty();
        catalog.upsert(Product.builder("T1", "Slide trombone")
                .brand("Zephyrine")
                .categories(List.of("Music", "Trombones"))
                .price(Money.of("440.00", "USD"))
                .build());
        List<String> found = List.of();
        for (int turn = 0; !found.equals(List.of("T1")); turn++) {
            AgentReply reply = agent.reply(UserTurn.of("after-" + turn, "do you have trombones?"));
            assertThat(reply.intent()).isEqualTo(Intent.SEARCH);
            found = ids(reply);
        }
    }

    @Test
    void readsWithAGivenInterpretersWordsAndLeavesItToTheCaller() {
        DeterministicInterpreter brief =
                DeterministicInterpreter.builder().maxCharacters(9).build();
        try (ShoppingAgent terse = ShoppingAgent.builder(catalog)
                .retrievers(RecordArm.keyword())
                .interpreter(brief)
                .withoutDeadline()
                .build()) {
            assertThat(terse.reply(UserTurn.of("c", "desk lamps, please")).intent())
                    .isEqualTo(Intent.UNSUPPORTED);
            assertThat(terse.reply(UserTurn.of("c", "lamps")).intent()).isEqualTo(Intent.SEARCH);
        }
    }

    private AgentReply say(String text) {
        return agent.reply(UserTurn.of("c", text));
    }

    private static List<String> ids(AgentReply reply) {
        return reply.cards().stream().map(card -> card.product().id()).toList();
    }

    private static BigDecimal price(AgentReply.Card card) {
        Money price = card.product().price();
        return price == null ? BigDecimal.ZERO : price.amount();
    }

    /** An arm whose engine is down. */
    private record FailingArm(String name, boolean computes) implements Retriever {
        @Override
        public ArmTraits traits() {
            return new ArmTraits(name, Set.of(), computes, false);
        }

        @Override
        public RetrievalResult retrieve(ai.adcio.retrieval.RetrievalRequest request) {
            throw new IllegalStateException("the engine is down");
        }
    }
}
