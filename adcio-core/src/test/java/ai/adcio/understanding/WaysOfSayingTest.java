package ai.adcio.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.conversation.Intent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same wish in the many ways in which shoppers say it. */
class WaysOfSayingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kettles, not red | e1 e2 e3",
                "kettles, but red is a no | e1 e2 e3",
                "non-red kettles | e1 e2 e3",
                "kettles neither red nor silver | e1 e3",
                "kettles from anyone but Tallow | e3 e4",
                "im so sick of Tallow, show me kettles | e3 e4",
                "kettles, Tallow I already own | e3 e4",
            })
    void excludesWhatIsDenied(String text, String ids) {
        assertThat(Chat.english().found(text)).containsExactlyInAnyOrder(ids.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "니트 찾는데 빨간색은 너무 튀어서 빼줘 | k1 k2",
                "니트, 네이비만 아니면 돼요 | k1 k3",
                "니트인데 달빛옷장 거는 이미 있어서 빼고 | k2",
            })
    void excludesWhatIsDeniedInKorean(String text, String ids) {
        assertThat(Chat.korean().found(text)).containsExactlyInAnyOrder(ids.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kettles, let us not go above 30 dollars | e2 e3",
                "kettles, 30 at the max | e2 e3",
                "kettles over 20 and under 35 | e2 e4",
                "kettles rated four and a half stars or more | e1 e4",
                "kettles with four point eight stars or more | e4",
            })
    void readsBounds(String text, String ids) {
        assertThat(Chat.english().found(text)).containsExactlyInAnyOrder(ids.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "니트 3만원 넘는 건 싫어요 | k2 k3",
                "니트 2만오천원 이하 | k3",
                "니트 2만원 넘는데 4만원은 안 넘는 거 | k2",
            })
    void readsBoundsInKorean(String text, String ids) {
        assertThat(Chat.korean().found(text)).containsExactlyInAnyOrder(ids.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "which kettle did the most people review",
                "the kettle with the biggest pile of reviews",
                "most reviewed kettle"
            })
    void putsAnExtremeTogetherFromItsParts(String text) {
        assertThat(Chat.english().say(text).ask())
                .isInstanceOfSatisfying(
                        Ask.Superlative.class,
                        s -> assertThat(s.order().field()).isEqualTo("ratingCount"));
    }

    @Test
    void putsAnExtremeTogetherInKorean() {
        assertThat(Chat.korean().say("별점 젤 높은 니트 뭐예요").ask())
                .isInstanceOfSatisfying(
                        Ask.Superlative.class,
                        s -> assertThat(s.order().field()).isEqualTo("rating"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"감사여", "넵 잘 알겠습니다", "고마웡 ㅎㅎ", "안뇽"})
    void readsChatSpelling(String text) {
        assertThat(Chat.korean().say(text).intent()).isEqualTo(Intent.SMALL_TALK);
    }

    @Test
    void takesBudgetsInOtherMoneyForAWishThatNothingAnswers() {
        Interpretation meaning = Chat.english().say("kettles under 30 euros");
        assertThat(meaning.need().setAside()).extracting("text").containsExactly("under 30 euros");
        assertThat(meaning.need().constraints()).hasSize(1);
    }

    @Test
    void readsProductsIdsInAnyCase() {
        assertThat(Chat.english().say("compare E1 and e3").ask())
                .isInstanceOfSatisfying(
                        Ask.Compare.class, c -> assertThat(c.productIds()).containsExactly("e1", "e3"));
    }
}
