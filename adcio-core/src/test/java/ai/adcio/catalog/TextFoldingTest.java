package ai.adcio.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFoldingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Men's T-Shirt (XL)|mens t shirt xl",
                "O’Neill's o''clock dogs'|oneills o clock dogs",
                "'twas d'Artagnan's|twas dartagnans",
                "size 9' rug|size 9 rug",
                "9'x12' rug|9x12 rug",
                "Café Ｌune|cafe lune",
                "여성용 운동화, 270mm|여성용 운동화 270mm",
                "\uD835\uDD38bc-1|abc 1",
                "- ! '|",
            })
    void takesTheWordsOutOfAText(String text, String words) {
        assertThat(String.join(" ", TextFolding.words(text))).isEqualTo(words == null ? "" : words);
        assertThat(TextFolding.joinedWords(TextFolding.fold(text))).isEqualTo(words == null ? "" : words);
    }

    @Test
    void plainLettersAndDigitsAreWhatUnicodeSaysTheyAre() {
        for (char c = 0; c < 0x80; c++) {
            if (c != '\'') {
                assertThat(TextFolding.words("x" + c + "y").size())
                        .as("U+%04x", (int) c)
                        .isEqualTo(Character.isLetterOrDigit(c) ? 1 : 2);
            }
        }
    }

    @Test
    void signsThatAreTakenForPlainAreSoInUnicode() {
        for (char c = 0; c < 0xD800; c++) {
            String text = "Ab" + c;
            String letters = Normalizer.normalize(text, Form.NFKD).replaceAll("[\\u0300-\\u036F]", "");
            assertThat(TextFolding.fold(text))
                    .as("U+%04x", (int) c)
                    .isEqualTo(Normalizer.normalize(letters, Form.NFC).strip().toLowerCase(Locale.ROOT));
        }
    }
}
