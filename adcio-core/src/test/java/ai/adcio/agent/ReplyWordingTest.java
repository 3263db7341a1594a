package ai.adcio.agent;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Rating;
import ai.adcio.conversation.PageAction;
import ai.adcio.conversation.PageContext;
import ai.adcio.conversation.UserTurn;
import ai.adcio.reply.AgentReply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the clerk says, in both languages, about what was done. */
class ReplyWordingTest {
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
    void saysAnExclusionAsOneAboveAListAndOnTheWire() {
        say(english, "shirts");
        AgentReply reply = say(english, "not red");
        assertThat(reply.text()).contains("not red");
        assertThat(reply.constraints().applied()).extracting(Constraint::text).contains("not red");
        say(korean, "셔츠 보여줘");
        assertThat(say(korean, "빨강 말고").text()).contains("빨강 제외");
    }

    @Test
    void saysWhenARecordIsSilentAboutAQuestion() {
        say(english, "shirts");
        assertThat(say(english, "is the first one windproof?").text())
                .startsWith("Our records say nothing about “windproof”.");
        assertThat(say(english, "tell me about the first one").text()).doesNotContain("say nothing");
        say(korean, "셔츠 보여줘");
        assertThat(say(korean, "첫 번째 거 방풍돼?").text()).contains("기록된 내용이 없어요");
    }

    @Test
    void saysAnExclusionAsOneInACount() {
        say(english, "shirts");
        say(english, "not red");
        assertThat(say(english, "how many are there?").text()).contains("18").contains("not red");
    }

    @Test
    void saysAnExclusionAsOneOnThePage() {
        PageContext page = PageContext.listing(List.of("S0", "S1", "S2"));
        AgentReply reply =
                english.reply(UserTurn.of("page", "hide Birch on this page").on(page));
        assertThat(reply.pageActions()).isNotEmpty();
        assertThat(reply.text()).contains("not Birch");
        PageAction.Filter filter = (PageAction.Filter) reply.pageActions().getFirst();
        assertThat(filter.constraints()).extracting(Constraint::text).containsExactly("not Birch");
    }

    @Test
    void writesABudgetFromItsNumberWhateverWasTyped() {
        say(english, "shirts");
        assertThat(say(english, "nothing above 40 bucks").text()).contains("$40 or less");
        say(korean, "셔츠 보여줘");
        assertThat(say(korean, "3만 원 이하로").text()).contains("30,000원 이하");
    }

    @Test
    void namesTheKindWithTheWordsThatAddToIt() {
        assertThat(say(english, "slate tent").text()).contains("slate tent");
        assertThat(say(english, "alder shirts").text()).contains("shirts").contains("Alder");
    }

    @Test
    void namesTheScopeOfASuperlative() {
        assertThat(say(english, "cheapest shirt under $50").text()).contains("shirt (under $50)");
        assertThat(english.reply(UserTurn.of("all", "the most expensive product"))
                        .text())
                .contains("Among all our products");
        assertThat(say(korean, "가장 싼 셔츠").text()).contains("셔츠 중").contains("10,000원");
        assertThat(korean.reply(UserTurn.of("all", "가장 비싼 상품")).text()).contains("전체 상품 중");
    }

    @Test
    void saysInWhichCurrencyPricesAreComparedWhenThereAreSeveral() {
        ShoppingAgent mixed = agent(InMemoryCatalog.of(
                List.of(lamp("1", "30.50", "USD"), lamp("2", "40.00", "USD"), lamp("3", "500", "JPY"))));
        AgentReply dearest = say(mixed, "the most expensive lamp");
        assertThat(dearest.cards().getFirst().product().id()).isEqualTo("2");
        assertThat(dearest.text()).contains("USD");
        assertThat(mixed.reply(UserTurn.of("ko", "램프 중에 제일 비싼 거")).text()).contains("USD 가격만");
        assertThat(say(english, "the most expensive shirt").text()).doesNotContain("USD");
    }

    @Test
    void saysWhatWasNotUnderstoodInsteadOfRepeatingItself() {
        say(english, "shirts");
        assertThat(say(english, "asdf qwer zxcv").text()).startsWith("I did not understand \"asdf qwer zxcv\"");
        assertThat(say(english, "under $40").text()).doesNotContain("understand");
    }

    @Test
    void answersQuestionsInWholeSentences() {
        say(english, "tents");
        assertThat(say(english, "is the first one waterproof?").text()).contains(": yes, waterproof.");
        assertThat(say(english, "what is its price?").text()).contains("the price is $");
        assertThat(say(english, "is it in stock?").text()).doesNotContain("availability");
        say(korean, "텐트 보여줘");
        assertThat(say(korean, "첫 번째 거 얼마야?").text()).containsPattern("[0-9]{2,3},000원");
    }

    @Test
    void groupsNumbersInTextAndWritesPlainDigitsInTheAnswer() {
        ShoppingAgent shop = agent(InMemoryCatalog.of(List.of(
                Product.builder("1", "Loud Drum")
                        .categories(List.of("Drums"))
                        .price(Money.of("1500.00", "USD"))
                        .rating(new Rating(5, 22337))
                        .build(),
                Product.builder("2", "Quiet Drum")
                        .categories(List.of("Drums"))
                        .price(Money.of("900.00", "USD"))
                        .rating(new Rating(4, 12))
                        .build())));
        AgentReply reviewed = say(shop, "most reviewed drum");
        assertThat(reviewed.text()).contains("with 22,337 reviews");
        assertThat(value(reviewed)).isEqualTo("22337");
        assertThat(value(say(shop, "best rated drum"))).isEqualTo("5");
        assertThat(value(say(shop, "most expensive drum"))).isEqualTo("1500");
        assertThat(value(say(shop, "average price of drums"))).isEqualTo("1200");
    }

    @Test
    void suggestsOnlyWhatTheShopperCanRead() {
        assertThat(english.reply(UserTurn.of("hi", "hello")).suggestions())
                .isNotEmpty()
                .allMatch(s -> s.matches("[\\x00-\\x7f]+"));
        assertThat(korean.reply(UserTurn.of("hi", "안녕")).suggestions())
                .isNotEmpty()
                .allMatch(s -> s.matches(".*[가-힣].*"));
        List<String> foreign = english.reply(UserTurn.of("ko", "안녕")).suggestions();
        assertThat(foreign).isNotEmpty().noneMatch(s -> s.contains("Shirts"));
    }

    @Test
    void leavesNobodyWithoutASuggestion() {
        say(english, "shirts");
        for (String turn :
                List.of("compare the first two", "average price", "where is my order?", "take me to my cart")) {
            assertThat(say(english, turn).suggestions()).as(turn).isNotEmpty();
        }
    }

    @Test
    void saysWhatWasLeftOutForHealthHoweverManyCardsCameFirst() {
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            var capsule = Product.builder("C" + i, "Root capsules " + i).categories(List.of("Health", "Supplements"));
            products.add(
                    i < 7
                            ? capsule.build()
                            : capsule.attribute("cautions", "Not for pregnant women")
                                    .build());
        }
        ShoppingAgent shop = agent(InMemoryCatalog.of(products));
        assertThat(say(shop, "I am pregnant, show me supplements").text()).contains("I left out products");
        ShoppingAgent only = agent(InMemoryCatalog.of(products.subList(7, 8)));
        assertThat(say(only, "I am pregnant, show me supplements").text()).containsOnlyOnce("warn");
    }

    private static Product lamp(String id, String amount, String currency) {
        return Product.builder(id, "Lamp " + id)
                .categories(List.of("Lamps"))
                .price(Money.of(amount, currency))
                .build();
    }

    private static String value(AgentReply reply) {
        AgentReply.Answer answer = reply.answer();
        return answer == null ? "" : answer.value();
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

    private static AgentReply say(ShoppingAgent agent, String text) {
        return agent.reply(UserTurn.of("c", text));
    }
}
