package ai.adcio.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kettles, nothing from Tallow",
                "kettles but not Tallow",
                "kettles without Tallow",
                "kettles, no Tallow please",
                "kettles except Tallow",
                "kettles other than Tallow"
            })
    void excludesABrand(String text) {
        assertThat(Chat.english().found(text)).containsExactly("e3", "e4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"니트 달빛옷장 말고", "니트 달빛옷장 거 말고 다른 브랜드", "달빛옷장 빼고 니트 보여줘", "니트 달빛옷장은 제외하고"})
    void excludesABrandInKorean(String text) {
        assertThat(Chat.korean().found(text)).containsExactly("k2");
    }

    @Test
    void addsExclusionsUp() {
        Chat chat = Chat.english();
        chat.say("kettles, nothing from Tallow");
        assertThat(chat.found("no Brindle either")).isEmpty();
    }

    @Test
    void leavesAProductThatHasAnotherColour() {
        Chat chat = Chat.korean();
        assertThat(chat.found("니트 볼래 근데 검은색은 빼고")).containsExactly("k1", "k2", "k3");
        assertThat(chat.found("회색도 말고")).containsExactly("k1", "k2", "k3");
        assertThat(chat.found("네이비도 싫어")).containsExactly("k1", "k3");
    }

    @Test
    void readsABareNoAsACorrection() {
        assertThat(Chat.english().found("scarves... no, kettles")).containsExactly("e1", "e2", "e3", "e4");
    }

    @Test
    void replacesAKindThatIsTakenBack() {
        Chat chat = Chat.english();
        chat.say("scarves");
        assertThat(chat.found("not scarves, I said kettles")).containsExactly("e1", "e2", "e3", "e4");
        Chat korean = Chat.korean();
        korean.say("코트 사고 싶어");
        assertThat(korean.found("아 코트 아니고 운동화")).containsExactly("k6", "k7");
    }

    @Test
    void keepsWhatIsDeniedButNoValueAsUnwanted() {
        assertThat(Chat.english().say("kettles without rust").need().unwanted()).containsExactly("rust");
    }

    @Test
    void excludesTheBrandThatWasChosen() {
        Chat chat = Chat.korean();
        chat.say("소라길 니트");
        assertThat(chat.found("그 브랜드 말고")).containsExactly("k1", "k3");
    }

    @Test
    void liftsAConstraintThatNoLongerMatters() {
        Chat chat = Chat.english();
        chat.say("red Brindle kettle under $40");
        chat.say("any colour then");
        assertThat(chat.found("drop the brand")).containsExactly("e1", "e2", "e3", "e4");
        assertThat(chat.range("price")).isEqualTo("<40");
        chat.say("price doesn't matter");
        assertThat(chat.range("price")).isEmpty();
    }
}
