package ai.adcio.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NominalTest {
    @ParameterizedTest
    @ValueSource(strings = {"이미", "나중에", "왜", "가벼운거", "튼튼한걸", "사려", "쓰던", "입으려고", "좋은데", "먹어서", "따뜻해서", "작은지", "편하게"})
    void tellsAdverbsAndFormsOfVerbs(String word) {
        assertThat(Nominal.isVerbal(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"냉장고", "드론", "거", "려", "왜가리", "서", "someone", ""})
    void leavesWhatMayBeAName(String word) {
        assertThat(Nominal.isVerbal(word)).isFalse();
    }
}
