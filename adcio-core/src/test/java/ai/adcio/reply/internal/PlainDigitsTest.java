package ai.adcio.reply.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class PlainDigitsTest {
    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void writesNumbersWithoutDecimalsThatSayNothing() {
        assertThat(PlainDigits.number(new BigDecimal("5.0"))).isEqualTo("5");
        assertThat(PlainDigits.number(new BigDecimal("4.50"))).isEqualTo("4.5");
        assertThat(PlainDigits.number(new BigDecimal("1.5E+3"))).isEqualTo("1500");
    }

    @Test
    void writesAmountsInWholeUnitsOrWithAllMinorOnes() {
        assertThat(PlainDigits.amount(new BigDecimal("1500.0"), USD)).isEqualTo("1500");
        assertThat(PlainDigits.amount(new BigDecimal("21.9"), USD)).isEqualTo("21.90");
        assertThat(PlainDigits.amount(new BigDecimal("21.900"), null)).isEqualTo("21.9");
    }

    @Test
    void keepsARecordsDigitsUnlessItsCurrencyHasNoMinorUnits() {
        assertThat(PlainDigits.recorded(Money.of("94.00", "USD"))).isEqualTo("94.00");
        assertThat(PlainDigits.recorded(Money.of("29900.00", "KRW"))).isEqualTo("29900");
        assertThat(PlainDigits.recorded(Money.of("29900.5", "KRW"))).isEqualTo("29900.5");
    }
}
