package ai.adcio.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class FixedPointTest {
    @Property
    void ordersAsTheNumbersDo(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(15) BigDecimal a,
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(15) BigDecimal b) {
        int order = Arrays.compareUnsigned(
                Objects.requireNonNull(FixedPoint.exactly(a)), Objects.requireNonNull(FixedPoint.exactly(b)));
        assertThat(Integer.signum(order)).isEqualTo(Integer.signum(a.compareTo(b)));
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThat(FixedPoint.exactly(new BigDecimal("1e22"))).isNull();
        assertThat(FixedPoint.exactly(new BigDecimal("1e-16"))).isNull();
        assertThat(FixedPoint.exactly(new BigDecimal("9999999999999999999999.999999999999999")))
                .isNotNull();
    }

    @Test
    void roundsBoundsInwardsWithoutWritingHugeNumbersOut() {
        assertThat(FixedPoint.least(new BigDecimal("1e-999999999"), true)).isEqualTo(BigInteger.ONE);
        assertThat(FixedPoint.greatest(new BigDecimal("1e-999999999"), true)).isEqualTo(BigInteger.ZERO);
        assertThat(FixedPoint.greatest(new BigDecimal("-1e-999999999"), true)).isEqualTo(BigInteger.ONE.negate());
        assertThat(FixedPoint.least(new BigDecimal("1e999999999"), true)).isGreaterThan(FixedPoint.highest());
        assertThat(FixedPoint.greatest(new BigDecimal("-1e999999999"), true)).isLessThan(FixedPoint.lowest());
        assertThat(FixedPoint.least(BigDecimal.ZERO, false)).isEqualTo(BigInteger.ONE);
        assertThat(FixedPoint.greatest(BigDecimal.ZERO, false)).isEqualTo(BigInteger.ONE.negate());
    }
}
