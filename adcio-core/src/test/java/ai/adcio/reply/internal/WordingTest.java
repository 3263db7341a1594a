package ai.adcio.reply.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.Language;
import ai.adcio.catalog.Availability;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Rating;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency KRW = Currency.getInstance("KRW");

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
    void writesAmountsThatWereSaidWithoutDecimalsThatNobodySaid() {
        assertThat(english.amount(new BigDecimal("80.00"), USD)).isEqualTo("$80");
        assertThat(english.amount(new BigDecimal("21.9"), USD)).isEqualTo("$21.90");
        assertThat(korean.amount(new BigDecimal("80000.00"), KRW)).isEqualTo("80,000원");
        assertThat(korean.money(Money.of("29000.00", "KRW"))).isEqualTo("29,000원");
    }

    @Test
    void saysAttributesInTheLanguageOfTheReply() {
        Product product = Product.builder("p", "A jacket")
                .brand("Black")
                .attribute("waterproof", "yes")
                .attribute("gender", "men")
                .attribute("material", "leather", "ripstop")
                .attribute("안감", "없음")
                .rating(new Rating(4, 22337))
                .build();
        assertThat(korean.value(product, "attributes.waterproof")).isEqualTo("예");
        assertThat(korean.value(product, "attributes.gender")).isEqualTo("남성");
        assertThat(korean.value(product, "attributes.material")).isEqualTo("가죽, ripstop");
        assertThat(korean.value(product, Fields.BRAND)).isEqualTo("Black");
        assertThat(korean.value(product, Fields.RATING_COUNT)).isEqualTo("22,337개");
        assertThat(english.value(product, "attributes.안감")).isEqualTo("no");
        assertThat(english.word("남녀공용")).isEqualTo("unisex");
        assertThat(english.word("여름")).isEqualTo("summer");
        assertThat(english.word("가죽")).isEqualTo("leather");
    }

    @Test
    void cutsLongTextAtAWordAndNeverInsideACharacter() {
        assertThat(Wording.shorten("word ".repeat(60))).hasSizeLessThan(125).endsWith("…");
        String emoji = Wording.shorten("a" + "😀".repeat(200));
        assertThat(Character.isHighSurrogate(emoji.charAt(emoji.length() - 2))).isFalse();
    }
}
