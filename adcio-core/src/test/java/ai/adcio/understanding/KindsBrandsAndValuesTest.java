package ai.adcio.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.conversation.Intent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindsBrandsAndValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"kettle", "kettles", "KETTLES", "show me kettles please", "kettel", "I'm after a kettle"})
    void findsAKindHoweverItIsSaid(String text) {
        assertThat(Chat.english().found(text)).containsExactly("e1", "e2", "e3", "e4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"니트", "니트 보여줘", "니트보여주세요", "스웨터 추천좀", "니트는요?"})
    void findsAKoreanKindHoweverItIsSaid(String text) {
        assertThat(Chat.korean().found(text)).containsExactly("k1", "k2", "k3");
    }

    @Test
    void findsAKindThatOnlyTitlesName() {
        assertThat(Chat.english().found("watering cans")).containsExactly("e13", "e14");
    }

    @Test
    void joinsTwoKindsByOr() {
        assertThat(Chat.english().found("scarves or kettles")).hasSize(6);
    }

    @Test
    void findsCompoundsTypedAsOneWord() {
        assertThat(Chat.english().found("gardenchairs")).containsExactly("e5", "e6", "e7");
        assertThat(Chat.korean().found("무선이어폰")).containsExactly("k11", "k12");
    }

    @Test
    void takesTheHeadOfALongerName() {
        assertThat(Chat.korean().found("이어폰 있어?")).containsExactly("k11", "k12");
    }

    @ParameterizedTest
    @CsvSource({"SORAGIL 코트, k4", "소라길 코트, k4", "달빛옷장 코트, k5"})
    void findsABrandInEitherScript(String text, String id) {
        assertThat(Chat.korean().found(text)).containsExactly(id);
    }

    @Test
    void findsAColourByItsFamily() {
        assertThat(Chat.english().found("gray scarf")).containsExactly("e8");
        assertThat(Chat.korean().found("블랙 니트")).containsExactly("k1");
        assertThat(Chat.korean().found("검은색 코트")).containsExactly("k4");
    }

    @Test
    void menTakeUnisexToo() {
        assertThat(Chat.korean().found("남자 니트")).containsExactly("k2", "k3");
        assertThat(Chat.korean().found("남성용 운동화")).containsExactly("k6", "k7");
    }

    @Test
    void readsASizeBesideTheWordForIt() {
        assertThat(Chat.korean().found("운동화 260 사이즈")).containsExactly("k6", "k7");
    }

    @Test
    void linksAFeatureToItsField() {
        assertThat(Chat.korean().found("노캔 되는 이어폰")).containsExactly("k11");
        assertThat(Chat.korean().found("noise cancelling 이어폰")).containsExactly("k11");
    }

    @Test
    void findsWhatIsOnSaleAndInStock() {
        assertThat(Chat.korean().found("할인중인이어폰")).containsExactly("k11");
        assertThat(Chat.korean().found("재고 있는 이어폰")).containsExactly("k11");
    }

    @Test
    void doesNotFindAKindInsideAnotherWord() {
        // A court shoe's name begins as a coat's does.
        Interpretation meaning = Chat.korean().say("코트화");
        assertThat(meaning.need().topic()).isNotEqualTo("코트");
        assertThat(meaning.notCarried())
                .extracting(Interpretation.NotCarried::text)
                .containsExactly("코트화");
        // What was asked for stays a condition, so that a later turn is not answered with something else.
        assertThat(Chat.korean().found("코트화")).isEmpty();
    }

    @Test
    void saysWhatWasReadInPlaceOfATypo() {
        assertThat(Chat.english().say("kettel").corrections())
                .containsExactly(new Interpretation.Correction("kettel", "kettle"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"do you have trombones?", "u got trombones?", "I need a trombone for my son", "any Nike kettles"
            })
    void saysWhatIsNotCarried(String text) {
        Interpretation meaning = Chat.english().say(text);
        assertThat(meaning.intent()).isEqualTo(Intent.SEARCH);
        assertThat(meaning.notCarried()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"냉장고 팔아요?", "나이키 운동화 있어?", "드론 있나요", "혹시 소파도 있나?", "자라 코트 보여줄 수 있어?"})
    void saysWhatIsNotCarriedInKorean(String text) {
        Interpretation meaning = Chat.korean().say(text);
        assertThat(meaning.intent()).isEqualTo(Intent.SEARCH);
        assertThat(meaning.notCarried()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"do you have kettles?", "any Wrenfield scarves", "do you sell boots", "got any watering cans"})
    void doesNotDenyWhatIsCarried(String text) {
        assertThat(Chat.english().say(text).notCarried()).isEmpty();
    }

    @Test
    void keepsTheKindWhenItsBrandIsNotCarried() {
        Chat chat = Chat.korean();
        chat.say("나이키 운동화 있어?");
        assertThat(chat.found("그럼 소라길 걸로")).containsExactly("k6");
    }
}
