package ai.adcio.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadingNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"500ml|500|ml", "43.2 cm|43.2|cm", "' -5 °C'|-5|°C", "+2|2|''", "1,250 g|1250|g"})
    void readsNumberAndUnit(String text, BigDecimal number, String unit) {
        assertThat(LeadingNumber.of(text)).isEqualTo(number);
        assertThat(LeadingNumber.unit(text)).isEqualTo(unit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "red",
                "약 500ml",
                "x500",
                "#5",
                "\u0663",
                "1234567890123456",
                "5 by a text that is far too long for it"
            })
    void findsNoneElsewhere(String text) {
        assertThat(LeadingNumber.of(text)).isNull();
        assertThat(LeadingNumber.unit(text)).isNull();
    }
}
