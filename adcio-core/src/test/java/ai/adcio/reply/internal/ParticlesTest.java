package ai.adcio.reply.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticlesTest {
    @ParameterizedTest
    @CsvSource({
        "'수건[을/를]', 수건을",
        "'모자[을/를]', 모자를",
        "'\"가방\"[은/는]', '\"가방\"은'",
        "'장바구니[으로/로]', 장바구니로",
        "'홈[으로/로]', 홈으로",
        "'슬랙스 (2팩)[이/가]', '슬랙스 (2팩)이'",
        "'물[으로/로]', 물로",
        "'K0012[을/를]', K0012를",
        "'상품 10[은/는]', '상품 10은'",
        "'MOVEON[이/가]', MOVEON이",
        "'[은/는]', 는"
    })
    void choosesTheFormThatFollowsTheLastSound(String template, String expected) {
        assertThat(Particles.choose(template)).isEqualTo(expected);
    }
}
