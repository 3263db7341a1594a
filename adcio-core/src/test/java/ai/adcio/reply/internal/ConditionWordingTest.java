package ai.adcio.reply.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.Language;
import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Constraint.AnyOf;
import ai.adcio.catalog.Constraint.Bound;
import ai.adcio.catalog.Constraint.NoneOf;
import ai.adcio.catalog.Constraint.Range;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConditionWordingTest {
    private static final Currency KRW = Currency.getInstance("KRW");
    private static final String COLOR = Fields.attribute("color");
    private static final String SIZE = Fields.attribute("size");
    private static final String MATERIAL = Fields.attribute("material");
    private static final String WATERPROOF = Fields.attribute("waterproof");

    private final CatalogCapabilities shop = CatalogCapabilities.of(List.of(
            Product.builder("1", "One")
                    .brand("MOA BASIC")
                    .price(Money.of("5.00", "USD"))
                    .attribute("memory", "8 GB")
                    .build(),
            Product.builder("2", "Two")
                    .brand("Moa Basic")
                    .attribute("memory", "16 GB")
                    .build(),
            Product.builder("3", "Three").brand("Moa Basic").build()));
    private final ConditionWording english = in(Language.ENGLISH);
    private final ConditionWording korean = in(Language.KOREAN);

    @Test
    void writesPricesFromTheirBoundsAndNotAsTheyWereTyped() {
        Constraint cheaper = price("cheaper ones", null, bound("21.9", false), null);
        assertThat(english.of(cheaper)).isEqualTo("under $21.90");
        Constraint won = price("더 싼 거 있어?", null, bound("21900", false), KRW);
        assertThat(korean.of(won)).isEqualTo("21,900원 미만");
        assertThat(english.of(price("", bound("500", true), bound("800", true), null)))
                .isEqualTo("$500 to $800");
        assertThat(english.of(price("", bound("20", false), bound("40", false), null)))
                .isEqualTo("over $20 and under $40");
        assertThat(korean.of(price("2만원대", bound("20000", true), bound("30000", false), KRW)))
                .isEqualTo("20,000원 이상 30,000원 미만");
    }

    @Test
    void writesRatingsAndOtherNumbersWithTheirUnits() {
        Constraint rating = new Range("4.5 or better", Fields.RATING, bound("4.50", true), null, null);
        assertThat(english.of(rating)).isEqualTo("rated 4.5 or better");
        assertThat(korean.of(rating)).isEqualTo("평점 4.5 이상");
        Constraint memory = new Range("", Fields.attribute("memory"), bound("16", true), null, null);
        assertThat(english.of(memory)).isEqualTo("memory 16 GB or more");
        Constraint reviews = new Range("", Fields.RATING_COUNT, bound("1000", false), null, null);
        assertThat(english.of(reviews)).isEqualTo("more than 1,000 reviews");
        assertThat(korean.of(reviews)).isEqualTo("후기 1,000개 초과");
    }

    @Test
    void writesBrandsAndKindsAsTheCatalogueSpellsThem() {
        Constraint brand = anyOf("moa basic", Fields.BRAND, "MOA BASIC", "Moa Basic");
        assertThat(english.of(brand)).isEqualTo("MOA BASIC");
        Constraint heard = anyOf("모아", Fields.BRAND, "MOA BASIC", "Moa Basic");
        assertThat(korean.of(heard)).as("the spelling of most products").isEqualTo("Moa Basic");
        assertThat(english.of(anyOf("oreum or moa", Fields.BRAND, "Oreum", "Moa")))
                .isEqualTo("Oreum or Moa");
        assertThat(english.of(anyOf("jacket", Fields.CATEGORIES, "Jackets"))).isEqualTo("Jackets");
        assertThat(korean.of(anyOf("재킷", Fields.CATEGORIES, "Jackets"))).isEqualTo("재킷");
    }

    @Test
    void keepsTheShoppersWordForAValueThatDiffersInLanguageOnly() {
        assertThat(korean.of(anyOf("까만", COLOR, "Black"))).isEqualTo("까만");
        assertThat(english.of(anyOf("black", COLOR, "Black"))).isEqualTo("black");
        assertThat(english.of(anyOf("검정", COLOR, "Black"))).isEqualTo("black");
        assertThat(english.of(anyOf("m 사이즈", SIZE, "M"))).isEqualTo("size M");
        assertThat(korean.of(anyOf("m 사이즈", SIZE, "M"))).isEqualTo("M 사이즈");
    }

    @Test
    void writesTheValuesWhereTheWordsAreASliceOfTheTurn() {
        assertThat(korean.of(anyOf("빨간 원피스 말고 초록", COLOR, "Green"))).isEqualTo("초록");
        assertThat(english.of(anyOf("blue or red", COLOR, "Blue", "Navy", "Red")))
                .isEqualTo("blue or red");
        assertThat(korean.of(anyOf("검정 원피스나 흰 원피스", COLOR, "Black", "White"))).isEqualTo("검정이나 흰색");
    }

    @Test
    void writesExclusionsAsExclusions() {
        assertThat(english.of(noneOf("red", COLOR, "Red"))).isEqualTo("not red");
        assertThat(korean.of(noneOf("빨강", COLOR, "Red"))).isEqualTo("빨강 제외");
        assertThat(english.of(noneOf("gangmul", Fields.BRAND, "Gangmul"))).isEqualTo("not Gangmul");
        assertThat(english.of(noneOf("waterproof", WATERPROOF, "yes"))).isEqualTo("not waterproof");
        assertThat(korean.of(noneOf("방수", WATERPROOF, "yes"))).isEqualTo("방수 제외");
        assertThat(korean.of(noneOf("품절", Fields.AVAILABILITY, "OutOfStock"))).isEqualTo("품절 제외");
        assertThat(english.of(noneOf("hood", Fields.TITLE, "hood"))).isEqualTo("without hood");
        assertThat(english.worded(noneOf("red", COLOR, "Red")).text()).isEqualTo("not red");
        assertThat(english.excluded(noneOf("red", COLOR, "Red"))).isEqualTo("red");
    }

    @Test
    void writesYesAndNoAsProperties() {
        assertThat(english.of(anyOf("wired", Fields.attribute("wireless"), "no")))
                .isEqualTo("wired");
        assertThat(korean.of(anyOf("waterproof", WATERPROOF, "yes"))).isEqualTo("방수");
        assertThat(english.of(anyOf("방수", WATERPROOF, "yes"))).isEqualTo("waterproof");
        assertThat(english.of(new Constraint.Present("할인", Fields.LIST_PRICE))).isEqualTo("on sale");
        assertThat(korean.of(anyOf("in stock", Fields.AVAILABILITY, "InStock"))).isEqualTo("재고 있음");
    }

    @Test
    void saysAlternativesOnceWhenTheyReadTheSame() {
        Constraint department = new Constraint.Either(
                "women's",
                List.of(anyOf("women's", Fields.CATEGORIES, "Women"), anyOf("women's", Fields.TITLE, "Women")));
        assertThat(english.of(department)).isEqualTo("Women");
        Constraint kind = new Constraint.Either(
                "sunglasses",
                List.of(
                        anyOf("sunglasses", Fields.CATEGORIES, "Sunglasses", "Sport Sunglasses"),
                        anyOf("sunglasses", Fields.TITLE, "sunglass")));
        assertThat(english.of(kind)).isEqualTo("sunglasses");
        Constraint linen = anyOf("마 소재", MATERIAL, "linen");
        assertThat(korean.of(linen)).isEqualTo("마 소재");
    }

    private ConditionWording in(Language language) {
        Phrases phrases = Phrases.in(language);
        return new ConditionWording(phrases, new Wording(phrases), shop);
    }

    private static Constraint anyOf(String text, String field, String... values) {
        return new AnyOf(text, field, Match.EXACT, List.of(values));
    }

    private static NoneOf noneOf(String text, String field, String... values) {
        return new NoneOf(text, field, Match.EXACT, List.of(values), false);
    }

    private static Constraint price(
            String text, @Nullable Bound lower, @Nullable Bound upper, @Nullable Currency currency) {
        return new Range(text, Fields.PRICE, lower, upper, currency);
    }

    private static Bound bound(String value, boolean inclusive) {
        return new Bound(new BigDecimal(value), inclusive);
    }
}
