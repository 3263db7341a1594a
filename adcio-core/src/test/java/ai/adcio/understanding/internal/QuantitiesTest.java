package ai.adcio.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.understanding.SmallShops;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each line says what is typed, the number that is meant, and what is left of the text behind it. */
class QuantitiesTest {
    private static final PhraseTrie UNITS =
            Vocabularies.of(SmallShops.english()).trie();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 | 30 |",
                "4.5 or so | 4.5 | ' or so'",
                "4. | 4 | .",
                "1.2.3 | 1.2 | .3",
                "1,500 | 1500 |",
                "12,345,678 | 12345678 |",
                "1,50 | 1 | ',50'",
                "1,5000 | 1 | ',5000'",
                "1.5,000 | 1.5 | ',000'",
                "30, please | 30 | ', please'",
                "2k | 2000 |",
                "1.5k max | 1500 | ' max'",
                "2kg | 2 | kg",
                "999999999999 | 999999999999 |",
            })
    void readsFigures(String text, String number, @Nullable String rest) {
        assertThat(read(text)).isEqualTo(number + '|' + (rest == null ? "" : rest));
    }

    @Test
    void takesAVeryLongRowOfFiguresForNoNumber() {
        assertThat(at("1234567890123")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$30 | 30 USD |",
                "$ 30 | 30 USD |",
                "$30 dollars | 30 USD |",
                "€30 | 30 EUR |",
                "£30 | 30 GBP |",
                "₩30000 | 30000 KRW |",
                "30 dollars | 30 USD |",
                "30usd | 30 USD |",
                "30 bucks tops | 30 USD | ' tops'",
                "30 pounds | 30 GBP |",
                "30달러 | 30 USD |",
                "30 유로 | 30 EUR |",
                "$five | 5 USD |",
                "five dollars | 5 USD |",
                "30 kettles | 30 | ' kettles'",
            })
    void readsMoney(String text, String number, @Nullable String rest) {
        assertThat(read(text)).isEqualTo(number + '|' + (rest == null ? "" : rest));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ten | 10 |",
                "sixty | 60 |",
                "twenty five | 25 |",
                "twenty-five | 25 |",
                "hundred | 100 |",
                "a hundred bucks | 100 USD |",
                "a thousand | 1000 |",
                "two hundred | 200 |",
                "a hundred and fifty dollars | 150 USD |",
                "one hundred and one dollars | 101 USD |",
                "two thousand five hundred | 2500 |",
                "three thousand | 3000 |",
                "one hundred twelve | 112 |",
                "twenty thirty | 20 | ' thirty'",
                "twenty and thirty | 20 | ' and thirty'",
                "fifty kettles | 50 | ' kettles'",
                "a hundred and kettles | 100 | ' and kettles'",
                "sixty   dollars | 60 USD |",
                "twelve thirteen | 12 | ' thirteen'",
            })
    void readsNumbersInWords(String text, String number, @Nullable String rest) {
        assertThat(read(text)).isEqualTo(number + '|' + (rest == null ? "" : rest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"one", "two of them", "nine", "a kettle", "and five", "tenor", "onesie", "$", "$x", "a ten", ""})
    void takesOtherWordsForNoNumber(String text) {
        assertThat(at(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "four stars | 4 | ' stars'",
                "four and a half stars | 4.5 | ' stars'",
                "four and a half | 4.5 |",
                "4 and a half stars | 4.5 | ' stars'",
                "4 and a halfling | 4 | ' and a halfling'",
                "four point two stars | 4.2 | ' stars'",
                "four point two | 4.2 |",
                "four point twelve | 4 | ' point twelve'",
                "4 point 8 stars | 4.8 | ' stars'",
                "4 point ten | 4 | ' point ten'",
            })
    void readsTenthsAndHalvesInWords(String text, String number, @Nullable String rest) {
        assertThat(read(text)).isEqualTo(number + '|' + (rest == null ? "" : rest));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3만원 | 30000 KRW |",
                "3 만원 | 30000 KRW |",
                "3만 원 | 30000 KRW |",
                "3만 5천원 | 35000 KRW |",
                "2만 9천 | 29000 |",
                "1만5천원짜리 | 15000 KRW | 짜리",
                "2만5000원 | 25000 KRW |",
                "2만 5000 | 20000 | ' 5000'",
                "3만오천원 | 35000 KRW |",
                "3만오천삼백원 | 35300 KRW |",
                "3만 2개 | 30000 | ' 2개'",
                "3천원 | 3000 KRW |",
                "3천5백원 | 3500 KRW |",
                "3백원 | 300 KRW |",
                "3천사 | 3 | 천사",
                "3 만나 | 3 | ' 만나'",
                "3십 | 3 | 십",
                "1억원 | 100000000 KRW |",
                "1.5만원 | 15000 KRW |",
                "100만원 | 1000000 KRW |",
            })
    void readsFiguresWithTenThousands(String text, String number, @Nullable String rest) {
        assertThat(read(text)).isEqualTo(number + '|' + (rest == null ? "" : rest));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "만원 | 10000 KRW |",
                "이만원 | 20000 KRW |",
                "이만 오천원 | 25000 KRW |",
                "삼만오천원 이하 | 35000 KRW | ' 이하'",
                "십만원 | 100000 KRW |",
                "육십만 원 | 600000 KRW |",
                "십이만삼천사백원 | 123400 KRW |",
                "오천오백원 | 5500 KRW |",
                "천원 | 1000 KRW |",
                "백원 | 100 KRW |",
                "십육 기가 | 16 | ' 기가'",
            })
    void readsNumbersInHangul(String text, String number, @Nullable String rest) {
        assertThat(read(text)).isEqualTo(number + '|' + (rest == null ? "" : rest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"이불", "일원", "천사", "만능", "오메가3", "백팩", "이만 갈게", "영원"})
    void takesHangulWordsForNoNumber(String text) {
        assertThat(at(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20-30 | 20~30 |",
                "20 - 30 dollars | 20~30 USD |",
                "$20-30 | 20~30 USD |",
                "$20-$30 | 20~30 USD |",
                "$20 - $ 30 please | 20~30 USD | ' please'",
                "20 dollars - 30 | 20~30 USD |",
                "2~4만원 | 20000~40000 KRW |",
                "2만~4만원 | 20000~40000 KRW |",
                "2만원~4만원 | 20000~40000 KRW |",
                "20~20 | 20~20 |",
                "30-20 | 30 | -20",
                "10-speed | 10 | -speed",
                "20- | 20 | -",
                "20-thirty | 20 | -thirty",
                "20 | 20 |",
            })
    void readsRanges(String text, String number, @Nullable String rest) {
        assertThat(read(text)).isEqualTo(number + '|' + (rest == null ? "" : rest));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3만원대 | 30000+ KRW |",
                "3만원대 니트 | 30000+ KRW | ' 니트'",
                "3만원대로 | 30000+ KRW | 로",
                "3만원대여 | 30000 KRW | 대여",
                "3대 | 3 | 대",
            })
    void readsDecadesOfMoney(String text, String number, @Nullable String rest) {
        assertThat(read(text)).isEqualTo(number + '|' + (rest == null ? "" : rest));
    }

    private static String read(String text) {
        Quantity quantity = at(text);
        if (quantity == null) {
            return "none";
        }
        return quantity.value().stripTrailingZeros().toPlainString()
                + (quantity.upper() == null ? "" : "~" + quantity.upper().toPlainString())
                + (quantity.decade() ? "+" : "")
                + (quantity.currency() == null ? "" : " " + quantity.currency())
                + '|'
                + FoldedText.of(text).slice(quantity.end(), FoldedText.of(text).length());
    }

    private static @Nullable Quantity at(String text) {
        return new Quantities(FoldedText.of(text), UNITS).at(0);
    }
}
