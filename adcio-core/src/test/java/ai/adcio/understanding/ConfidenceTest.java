package ai.adcio.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidenceTest {
    /** So sure the clerk is of what it reads as a whole. */
    private static final double SURE = 0.85;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "show me red kettles | wqzx plorf dring",
                "show me red kettles | asdfghjkl",
                "show me red kettles | show me red kettles that flumph the gorp",
                "do you have boots under $50 | do you have zorbles under glimmet",
                "thank you | thank glorp vext you marnish",
            })
    void isLessSureOfGibberishAndOfHalfReadTurnsInEnglish(String plain, String poor) {
        assertThat(confidence(Chat.english(), poor)).isLessThan(confidence(Chat.english(), plain));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "검정 니트 보여줘 | ㅁㄴㅇㄹㅋㅌㅊ",
                "검정 니트 보여줘 | 뷁쉛 쿄롭 뚫훍",
                "검정 니트 보여줘 | 검정 니트 뷁쉛하고 쿄롭스런 걸로 보여줘",
                "5만원 이하 운동화 있어? | 뾰룽이 흐댕 있어?",
            })
    void isLessSureOfGibberishAndOfHalfReadTurnsInKorean(String plain, String poor) {
        assertThat(confidence(Chat.korean(), poor)).isLessThan(confidence(Chat.korean(), plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"show me red kettles", "boots under $50", "thanks a lot", "what's your return policy?"})
    void isSureOfPlainTurnsInEnglish(String text) {
        assertThat(confidence(Chat.english(), text)).isGreaterThan(SURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"검정 니트 보여줘", "5만원 이하 운동화", "감사합니다", "반품 어떻게 해요?"})
    void isSureOfPlainTurnsInKorean(String text) {
        assertThat(confidence(Chat.korean(), text)).isGreaterThan(SURE);
    }

    @Test
    void isCertainThatNothingWasSaid() {
        assertThat(confidence(Chat.english(), " \t")).isEqualTo(1);
        assertThat(confidence(Chat.korean(), "")).isEqualTo(1);
    }

    @Test
    void isLessSureOfAnOrdinalThatNoListHas() {
        Chat shown = Chat.english();
        shown.say("show me kettles");

        assertThat(confidence(Chat.english(), "tell me about the second one"))
                .isLessThan(confidence(shown, "tell me about the second one"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?",
                "!!!",
                "1",
                "the",
                "은는이가",
                "kettle",
                "-5",
                "\uD83D\uDE00",
                "red red red red red kettle kettle boots boots under 10 over 20 not Tallow 4 stars cheapest first second"
            })
    void staysAProbability(String text) {
        assertThat(confidence(Chat.english(), text)).isBetween(0.0, 1.0);
        assertThat(confidence(Chat.english(), (text + ' ').repeat(40))).isBetween(0.0, 1.0);
    }

    private static double confidence(Chat chat, String text) {
        return chat.say(text).confidence();
    }
}
