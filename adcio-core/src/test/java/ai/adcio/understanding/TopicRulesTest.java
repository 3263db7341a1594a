package ai.adcio.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.conversation.Intent;
import ai.adcio.conversation.ShopperFact;
import org.junit.jupiter.api.Test;

class TopicRulesTest {
    @Test
    void dropsBudgetColourAndBrandWithTheKind() {
        Chat chat = Chat.english();
        chat.say("red Brindle kettle under $40");
        Interpretation meaning = chat.say("now some boots");
        assertThat(meaning.topicChanged()).isTrue();
        assertThat(meaning.intent()).isEqualTo(Intent.SEARCH);
        assertThat(chat.found("boots")).containsExactly("e10", "e11");
    }

    @Test
    void bringsAnEarlierNeedBackWithItsKind() {
        Chat chat = Chat.english();
        chat.say("kettles under $30");
        chat.say("boots");
        assertThat(chat.found("go back to the kettles")).containsExactly("e2", "e3");
        Chat korean = Chat.korean();
        korean.say("니트 3만원 이하");
        korean.say("코트 볼래");
        assertThat(korean.found("니트는 네이비로 다시")).containsExactly("k2");
    }

    @Test
    void addsAKindToANeedThatHadNone() {
        Chat chat = Chat.korean();
        chat.say("빨간색 아무거나 보여줘");
        assertThat(chat.found("니트는?")).containsExactly("k3");
    }

    @Test
    void keepsTheKindWhenOnlyABrandIsNamed() {
        Chat chat = Chat.english();
        chat.say("kettles");
        assertThat(chat.found("Tallow")).containsExactly("e1", "e2");
        assertThat(chat.found("Brindle instead")).containsExactly("e3", "e4");
    }

    @Test
    void turnsToABrandThatMakesNoneOfTheKind() {
        Chat chat = Chat.english();
        chat.say("kettles under $30");
        Interpretation meaning = chat.say("any Wrenfield?");
        assertThat(meaning.topicChanged()).isTrue();
        assertThat(chat.found("any Wrenfield?")).contains("e6", "e7", "e8");
    }

    @Test
    void turnsToAnythingOfABrand() {
        Chat chat = Chat.english();
        chat.say("kettles under $30");
        assertThat(chat.found("something from Brindle")).contains("e3", "e4", "e5", "e12");
    }

    @Test
    void narrowsAWiderKindAndKeepsTheBudget() {
        Chat chat = Chat.english();
        chat.say("shoes under $50");
        assertThat(chat.found("boots")).containsExactly("e10");
    }

    @Test
    void keepsWhatShoppersSaidOfThemselves() {
        Chat chat = Chat.korean();
        chat.say("와파린 복용 중인데 오메가3 추천해줘");
        Interpretation meaning = chat.say("니트 보여줘");
        assertThat(meaning.need().facts()).extracting(ShopperFact::kind).containsExactly(ShopperFact.Kind.MEDICINE);
        assertThat(chat.say("처음부터 다시").need().facts()).hasSize(1);
    }

    @Test
    void forgetsTheNeedOnReset() {
        Chat chat = Chat.english();
        chat.say("kettles under $30");
        Interpretation meaning = chat.say("start over");
        assertThat(meaning.ask()).isInstanceOf(Ask.Reset.class);
        assertThat(meaning.intent()).isEqualTo(Intent.REFINE);
        assertThat(meaning.need().isEmpty()).isTrue();
    }

    @Test
    void resetsAndSearchesInOneTurn() {
        Chat chat = Chat.korean();
        chat.say("검정 니트 3만원 이하");
        assertThat(chat.found("조건 다 지우고 코트 보여줘")).containsExactly("k4", "k5");
    }

    @Test
    void leavesTheNeedAloneWhenTheTalkDigresses() {
        Chat chat = Chat.english();
        chat.say("garden chairs under $70");
        chat.say("btw where is my order?");
        chat.say("thanks");
        assertThat(chat.found("back to the chairs, cheapest first")).containsExactly("e5", "e7");
    }

    @Test
    void takesTheCheaperHalfOfWhatWasShown() {
        Chat chat = Chat.english();
        chat.say("kettles");
        assertThat(chat.found("cheaper")).containsExactly("e2", "e3");
    }

    @Test
    void boundsByTheCardThatIsNamed() {
        Chat chat = Chat.english();
        chat.say("kettles");
        chat.say("something cheaper than the second one");
        assertThat(chat.range("price")).isEqualTo("<25");
    }

    @Test
    void showsOthersThanThoseShown() {
        Chat chat = Chat.korean();
        chat.say("니트");
        assertThat(chat.say("그거 말고 다른 거").need().excludedIds()).containsExactly("k1", "k2", "k3");
    }
}
