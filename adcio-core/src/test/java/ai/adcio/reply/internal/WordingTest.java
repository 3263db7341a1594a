package ai.adcio.reply.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.Language;
import ai.adcio.catalog.Availability;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Rating;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class WordingTest {
    private final Wording english = new Wording(Phrases.in(Language.ENGLISH));
    private final Wording korean = new Wording(Phrases.in(Language.KOREAN));

    @Test
    void writesMoneyAsShoppersReadIt() {
        assertThat(english.money(Money.of("1234.5", "USD"))).isEqualTo("$1,234.5");
        assertThat(english.money(Money.of("8.17", "USD"))).isEqualTo("$8.17");
        assertThat(english.money(Money.of("29000", "KRW"))).isEqualTo("₩29,000");
        assertThat(korean.money(Money.of("29000", "KRW"))).isEqualTo("29,000원");
        assertThat(english.money(Money.of("10.00", "CHF"))).isEqualTo("10.00 CHF");
    }

    @Test
    void writesNumbersWithoutNeedlessDecimals() {
        assertThat(english.number(new BigDecimal("4.50"))).isEqualTo("4.5");
        assertThat(english.number(new BigDecimal("1E+3"))).isEqualTo("1,000");
    }

    @Test
    void saysWhatARecordHoldsAndNothingMore() {
        Product product = Product.builder("p", "A lamp")
                .rating(new Rating(4.6, 1234))
                .availability(Availability.OUT_OF_STOCK)
                .attribute("color", "Red", "Blue")
                .build();
        assertThat(english.value(product, Fields.RATING)).isEqualTo("4.6 out of 5 (1,234 reviews)");
        assertThat(korean.value(product, Fields.AVAILABILITY)).isEqualTo("품절이에요");
        assertThat(english.value(product, Fields.attribute("color"))).isEqualTo("Red, Blue");
        assertThat(english.value(product, Fields.PRICE)).isEmpty();
    }

    @Test
    void cutsLongTextAtAWordAndNeverInsideACharacter() {
        assertThat(Wording.shorten("word ".repeat(60))).hasSizeLessThan(125).endsWith("…");
        String emoji = Wording.shorten("a" + "😀".repeat(200));
        assertThat(Character.isHighSurrogate(emoji.charAt(emoji.length() - 2))).isFalse();
    }
}
