package ai.adcio.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kettles under $30 | <30",
                "kettles under 30 bucks | <30",
                "kettles below thirty dollars | <30",
                "kettles up to 30 | <=30",
                "kettle, 30 tops | <=30",
                "kettle max 30 usd | <=30",
                "kettles, no more than 30 dollars | <=30",
                "kettles, nothing over $30 | <=30",
                "kettles, nothing pricier than 30 | <=30",
                "kettles for 30 or less | <=30",
                "my budget is $30 for a kettle | <=30",
                "kettles over 30 | >30",
                "kettles, at least $30 | >=30",
                "kettles between 20 and 35 | >=20<=35",
                "kettles $20-$35 | >=20<=35",
                "kettles from 20 to 35 dollars | >=20<=35",
                "kettles under a hundred dollars | <100",
                "kettles under 1,500 dollars | <1500",
            })
    void readsEnglishPrices(String text, String range) {
        Chat chat = Chat.english();
        chat.say(text);
        assertThat(chat.range("price")).isEqualTo(range);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "니트 3만원 이하 | <=30000",
                "니트 3만원 미만 | <30000",
                "니트 3만원 아래로 | <30000",
                "니트 3만원 밑으로 | <30000",
                "니트 3만원까지 | <=30000",
                "니트 3만원 안쪽 | <=30000",
                "니트 3만원 안 넘게 | <=30000",
                "니트 3만원 넘으면 안 돼요 | <=30000",
                "예산은 3만원이고 니트요 | <=30000",
                "니트 삼만원 이하 | <=30000",
                "니트 이만 오천원 이하 | <=25000",
                "니트 2만 5천원 이하 | <=25000",
                "니트 2만5000원 이하 | <=25000",
                "니트 3만 원 이상 | >=30000",
                "니트 3만원 넘는 거 | >30000",
                "니트 3만원대 | >=30000<40000",
                "니트 2~4만원 | >=20000<=40000",
                "니트 2만원에서 4만원 사이 | >=20000<=40000",
                "십만원넘는코트보여줘 | >100000",
                "under 3만원 니트 | <30000",
            })
    void readsKoreanPrices(String text, String range) {
        Chat chat = Chat.korean();
        chat.say(text);
        assertThat(chat.range("price")).isEqualTo(range);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kettles rated 4.5 or better | >=4.5",
                "kettles, 4 stars and up | >=4",
                "kettles with at least 4.5 stars | >=4.5",
                "kettles rated above 4 | >4",
                "kettle, 4.4 or higher | >=4.4",
                "kettles, only 4.3 stars and above | >=4.3",
            })
    void readsEnglishRatings(String text, String range) {
        Chat chat = Chat.english();
        chat.say(text);
        assertThat(chat.range("rating")).isEqualTo(range);
        assertThat(chat.range("price")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "니트 별점 4.5 이상 | >=4.5",
                "니트 평점 4점 이상 | >=4",
                "니트 별 4개 이상만 | >=4",
                "4점이상니트 | >=4",
                "니트 평점 4.3점 넘는 거 | >4.3",
            })
    void readsKoreanRatings(String text, String range) {
        Chat chat = Chat.korean();
        chat.say(text);
        assertThat(chat.range("rating")).isEqualTo(range);
        assertThat(chat.range("price")).isEmpty();
    }

    @Test
    void keepsTheLowerBoundWhenAnUpperOneIsAdded() {
        Chat chat = Chat.korean();
        chat.say("10만원 넘는 코트");
        chat.say("30만원 밑으로");
        assertThat(chat.range("price")).isEqualTo(">100000<300000");
    }

    @Test
    void replacesABoundOnTheSameSide() {
        Chat chat = Chat.english();
        chat.say("kettles up to $20");
        chat.say("sorry, I meant up to $40");
        assertThat(chat.range("price")).isEqualTo("<=40");
    }

    @Test
    void dropsALowerBoundThatContradictsTheNewUpperOne() {
        Chat chat = Chat.english();
        chat.say("kettles over $30");
        chat.say("under 20");
        assertThat(chat.range("price")).isEqualTo("<20");
    }

    @Test
    void readsASumAsNoBound() {
        Chat chat = Chat.english();
        assertThat(chat.say("what's 2+2").need().constraints()).isEmpty();
    }

    @Test
    void bindsPriceAndRatingInOneTurn() {
        Chat chat = Chat.korean();
        chat.say("니트 별 4개 이상만, 3만원 이하로");
        assertThat(chat.range("rating")).isEqualTo(">=4");
        assertThat(chat.range("price")).isEqualTo("<=30000");
    }
}
