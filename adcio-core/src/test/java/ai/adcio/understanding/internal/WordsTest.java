package ai.adcio.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "kettles, kettle",
        "boxes, box",
        "watches, watch",
        "batteries, battery",
        "knives, knife",
        "scarves, scarf",
        "glass, glass",
        "mattresses, mattress",
        "bus, bus",
        "tennis, tennis",
        "hoodies, hoodie",
        "ponies, pony",
        "series, series",
        "sunglasses, sunglass"
    })
    void findsTheSingular(String word, String singular) {
        assertThat(Inflection.singular(word)).isEqualTo(singular);
    }

    @ParameterizedTest
    @CsvSource({"무브온, MOVEON", "소라길, SORAGIL", "나이키, Nike", "아디다스, adidas", "노르덴베이, NORDEN BAY", "레고, Lego"})
    void soundsTheSameInBothScripts(String hangul, String latin) {
        assertThat(Sounds.of(hangul)).isEqualTo(Sounds.of(latin));
    }

    @Test
    void tellsNamesApartBySound() {
        assertThat(Sounds.of("나이키")).isNotEqualTo(Sounds.of("adidas"));
    }

    @ParameterizedTest
    @CsvSource({"sungalsses, sunglasses", "matress, mattress", "ribon, ribbon", "쏘팔메또, 쏘팔메토"})
    void correctsOneSlip(String typed, String meant) {
        SpellingIndex.Builder words = new SpellingIndex.Builder();
        for (String word : new String[] {"sunglasses", "mattress", "ribbon", "쏘팔메토", "power"}) {
            words.add(word);
        }
        SpellingIndex index = words.build();
        assertThat(index.correct(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mower", "sun", "ribbon", "xylophone"})
    void leavesOtherWordsAlone(String typed) {
        SpellingIndex.Builder words = new SpellingIndex.Builder();
        for (String word : new String[] {"sunglasses", "ribbon", "power"}) {
            words.add(word);
        }
        SpellingIndex index = words.build();
        assertThat(index.correct(typed)).isNull();
    }

    @Test
    void leavesKnownWordsAloneAndCorrectsNothingToThem() {
        SpellingIndex.Builder words = new SpellingIndex.Builder();
        words.add("cause");
        words.addKnown("phone case");
        SpellingIndex index = words.build();
        assertThat(index.correct("case")).isNull();
        assertThat(index.correct("caus")).isEqualTo("cause");
        assertThat(index.correct("phones")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"asdfghjkl, true", "ㅁㄴㅇㄹ, true", "trombone, false", "드론, false", "rhythm, false"})
    void tellsStruckKeysFromWords(String word, boolean gibberish) {
        assertThat(Gibberish.is(word)).isEqualTo(gibberish);
    }

    @Test
    void foldsCaseAccentsAndDecomposedHangulAndKeepsTheirPlaces() {
        String raw = "TRESemm\u00e9  \u1112\u1161\u11ab";
        FoldedText text = FoldedText.of(raw);
        assertThat(text.slice(0, text.length())).isEqualTo("tresemme \ud55c");
        assertThat(raw.substring(text.originalStart(9), text.originalEnd(10))).isEqualTo("\u1112\u1161\u11ab");
    }
}
