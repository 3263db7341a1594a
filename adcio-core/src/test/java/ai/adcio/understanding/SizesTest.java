package ai.adcio.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.adcio.conversation.ShopperFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes in the systems that shoppers say them in, and the shopper's own, which stays. */
class SizesTest {
    @ParameterizedTest
    @CsvSource({
        "운동화 270, w6",
        "운동화 270mm, w6",
        "sneakers in eu 42, w6",
        "운동화 유럽 사이즈 42, w6",
        "sneakers us 9, w6",
        "women's us 8 sneakers, w5",
        "운동화 24.5cm, w5",
        "셔츠 엑스라지, w2",
        "셔츠 88사이즈, w2",
        "셔츠 55 사이즈, w1",
        "코트 100 사이즈, w4",
    })
    void readsASizeInWhicheverSystemItIsSaid(String turn, String id) {
        assertThat(Chat.wardrobe().found(turn)).containsExactly(id);
    }

    @Test
    void keepsTheShoppersOwnSizeThroughOtherKinds() {
        Chat chat = Chat.wardrobe();
        assertThat(chat.found("평소 L 입는데 셔츠 보여줘")).containsExactly("w2");
        assertThat(chat.found("코트도 볼래")).containsExactly("w4");
        assertThat(chat.found("운동화는?")).containsExactly("w5", "w6");
        assertThat(chat.found("모자 보여줘")).containsExactly("w7");
        Chat english = Chat.wardrobe();
        assertThat(english.found("I wear size S, show me coats")).containsExactly("w3");
        assertThat(english.found("now shirts")).containsExactly("w1");
    }

    @Test
    void keepsOneSizeOfClothesAndOneOfShoes() {
        Chat chat = Chat.wardrobe();
        chat.say("발이 270이에요 운동화 보여줘");
        chat.say("저는 M 입어요 셔츠 추천해줘");
        assertThat(chat.found("다시 운동화")).containsExactly("w6");
        Interpretation meaning = chat.say("아 저는 사실 L 입어요, 셔츠로");
        assertThat(meaning.need().facts())
                .extracting(ShopperFact::kind, ShopperFact::text)
                .containsExactlyInAnyOrder(tuple(ShopperFact.Kind.SIZE, "270"), tuple(ShopperFact.Kind.SIZE, "L"));
    }

    @Test
    void takesASizeAskedForOnceAsNobodysOwn() {
        Chat chat = Chat.wardrobe();
        assertThat(chat.say("셔츠 L 사이즈").need().facts()).isEmpty();
        assertThat(chat.found("코트")).containsExactly("w3", "w4");
    }

    @Test
    void leavesTheOwnSizeOutOfWhatIsForSomebodyElse() {
        Chat chat = Chat.wardrobe();
        chat.say("I wear size S, show me coats");
        assertThat(chat.found("now shirts for my husband")).containsExactly("w1", "w2");
    }
}
