package ai.adcio.catalog.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.catalog.Money;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTextTest {
    @ParameterizedTest
    @CsvSource({
        "19.99 USD, 19.99, USD",
        "39000 KRW, 39000, KRW",
        "USD 19.99, 19.99, USD",
        "19.99usd, 19.99, USD",
        "19.99\u00a0EUR, 19.99, EUR",
        ".5 EUR, 0.5, EUR",
        "7, 7, GBP"
    })
    void readsAnAmountWithItsCode(String text, String amount, String currency) throws RowProblem {
        assertThat(MoneyText.parse(text, Currency.getInstance("GBP"), "price")).isEqualTo(Money.of(amount, currency));
    }

    @ParameterizedTest
    @ValueSource(strings = {"39,90 EUR", "1,299.00 USD", "1.299,00 EUR", "39,000"})
    void refusesCommasWithTheRemedy(String text) {
        assertThatThrownBy(() -> MoneyText.parse(text, null, "price"))
                .isInstanceOf(RowProblem.class)
                .hasMessageContaining("write a point before the decimals and nothing between the thousands");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "USD", "free", "-5 USD", "1e3 USD", "$19.99", "39000원", "19.99 US", "1 000 KRW", "NaN USD"})
    void refusesWhatIsNoPlainAmount(String text) {
        assertThatThrownBy(() -> MoneyText.parse(text, Currency.getInstance("USD"), "price"))
                .isInstanceOf(RowProblem.class)
                .hasMessageContaining("\"19.99 USD\"");
    }

    @ParameterizedTest
    @CsvSource({"19.99 XXZ, is no ISO 4217 code", "USD 5 EUR, names two currencies", "19.99, names no currency"})
    void saysWhatIsWrongWithTheCurrency(String text, String why) {
        assertThatThrownBy(() -> MoneyText.parse(text, null, "price"))
                .isInstanceOf(RowProblem.class)
                .hasMessageContaining(why);
    }
}
