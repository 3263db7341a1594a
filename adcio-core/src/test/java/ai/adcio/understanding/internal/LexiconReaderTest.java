package ai.adcio.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.UserTurn;
import ai.adcio.understanding.DeterministicInterpreter;
import ai.adcio.understanding.SmallShops;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconReaderTest {
    private static final Lexicon BASE = LexiconReader.builtIn();

    @Test
    void readsTheLibrarysOwnFiles() {
        assertThat(BASE.tags()).containsKeys("show", "neg", "negpost", "bound.lt", "handoff");
        assertThat(BASE.reasons()).containsKeys("en", "ko");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"tagz\":{}} | section tagz",
                "{\"tags\":{\"greeet\":[\"hi\"]}} | greeet",
                "{\"tags\":{\"show\":[]}} | tags.show",
                "{\"tags\":{\"show\":[\" \"]}} | tags.show",
                "{\"kinds\":[{\"words\":\"sofa\"}]} | kinds[0].words",
                "{\"values\":[{\"concept\":\"hue\",\"words\":[\"mauve\"]}]} | hue",
                "{\"currencies\":{\"ABCD\":[\"x\"]}} | currencies.ABCD",
                "{\"facts\":[{\"kind\":\"MOOD\",\"cues\":[\"x\"],\"words\":[\"y\"]}]} | MOOD",
                "[] | the file",
                "{\"tags\": | line 1",
                "{\"kinds\":[],\"kinds\":[]} | Duplicate",
            })
    void namesWhatIsWrong(String json, String named) {
        assertThatThrownBy(() -> LexiconReader.read("shop.json", new StringReader(json), BASE))
                .isInstanceOf(AdcioException.class)
                .hasMessageStartingWith("shop.json")
                .hasMessageContaining(named);
    }

    @Test
    void addsAShopsWords() {
        DeterministicInterpreter interpreter = DeterministicInterpreter.builder()
                .words("shop.json", new StringReader("{\"kinds\":[{\"words\":[\"hot pot\",\"kettle\"]}]}"))
                .build();
        var meaning = interpreter.interpret(
                UserTurn.of("c", "a hot pot under $30"), Conversation.start("c"), SmallShops.english());
        assertThat(meaning.need().topic()).isEqualTo("hot pot");
        assertThat(meaning.need().constraints())
                .anyMatch(c -> c.test(ai.adcio.catalog.Product.builder("x", "Any")
                        .categories(java.util.List.of("Kettles"))
                        .build()));
    }
}
