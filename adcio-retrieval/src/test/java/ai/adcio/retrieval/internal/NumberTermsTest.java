package ai.adcio.retrieval.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NumberTermsTest {
    private static final String FIELD = "attributes.weight";

    @Test
    void coversEveryNumberInsideAndHardlyAnyOutside() {
        Random random = new Random(5);
        for (int round = 0; round < 5_000; round++) {
            BigDecimal a = number(random);
            BigDecimal b = number(random);
            BigDecimal lower = a.min(b);
            BigDecimal upper = a.max(b);
            Set<String> cover = new HashSet<>(NumberTerms.covering(FIELD, lower, upper));
            assertThat(cover).hasSizeLessThanOrEqualTo(180);
            BigDecimal probe = number(random);
            boolean inside = probe.compareTo(lower) >= 0 && probe.compareTo(upper) <= 0;
            if (inside) {
                assertThat(hits(cover, probe))
                        .as("%s in %s to %s", probe, lower, upper)
                        .isTrue();
            } else if (far(probe, lower) && far(probe, upper)) {
                assertThat(hits(cover, probe))
                        .as("%s outside of %s to %s", probe, lower, upper)
                        .isFalse();
            }
            assertThat(hits(cover, lower)).isTrue();
            assertThat(hits(cover, upper)).isTrue();
        }
    }

    @Test
    void leavesABoundOpen() {
        List<BigDecimal> numbers = List.of(new BigDecimal("-1e300"), BigDecimal.ZERO, new BigDecimal("1e300"));
        Set<String> all = new HashSet<>(NumberTerms.covering(FIELD, null, null));
        assertThat(all).hasSize(16);
        assertThat(numbers).allMatch(number -> hits(all, number));
        Set<String> positive = new HashSet<>(NumberTerms.covering(FIELD, BigDecimal.ONE, null));
        assertThat(hits(positive, new BigDecimal("1e300"))).isTrue();
        assertThat(hits(positive, BigDecimal.ZERO)).isFalse();
        assertThat(hits(positive, new BigDecimal("-7"))).isFalse();
    }

    @Test
    void hasNoTermBetweenBoundsThatCross() {
        assertThat(NumberTerms.covering(FIELD, BigDecimal.TEN, BigDecimal.ONE)).isEmpty();
    }

    @Test
    void keepsFieldsApart() {
        Set<String> cover = new HashSet<>(NumberTerms.covering("attributes.height", null, null));
        assertThat(hits(cover, BigDecimal.ONE)).isFalse();
    }

    private static boolean hits(Set<String> cover, BigDecimal number) {
        return NumberTerms.of(FIELD, number).stream().anyMatch(cover::contains);
    }

    private static boolean far(BigDecimal probe, BigDecimal bound) {
        double scale = Math.max(Math.abs(probe.doubleValue()), Math.abs(bound.doubleValue()));
        return Math.abs(probe.doubleValue() - bound.doubleValue()) > 0.0005 * scale;
    }

    private static BigDecimal number(Random random) {
        int scale = random.nextInt(12) - 4;
        return BigDecimal.valueOf(random.nextLong(-1_000_000, 1_000_000), scale);
    }
}
