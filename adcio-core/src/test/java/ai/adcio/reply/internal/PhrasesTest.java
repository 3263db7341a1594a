package ai.adcio.reply.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    @Test
    void everySentenceExistsInBothLanguages() throws IOException {
        assertThat(sentences(Language.KOREAN)).isEqualTo(sentences(Language.ENGLISH));
    }

    @Test
    void putsValuesInAsTheyAreEvenWhenTheyLookLikeTemplates() {
        assertThat(Phrases.in(Language.ENGLISH).say("search.found", "{1} [을/를] $1 \\"))
                .isEqualTo("Here is what I found for {1} [을/를] $1 \\.");
        assertThat(Phrases.in(Language.KOREAN).say("search.found", "{1} [을/를]")).startsWith("{1} [을/를]을 찾아봤어요");
    }

    @Test
    void choosesParticlesByTheValueThatWasPutIn() {
        assertThat(Phrases.in(Language.KOREAN).say("notCarried.kind", "냉장고")).startsWith("냉장고는 ");
        assertThat(Phrases.in(Language.KOREAN).say("notCarried.kind", "트롬본")).startsWith("트롬본은 ");
    }

    @Test
    void speaksEnglishWhenALanguageHasNoResources() {
        assertThat(Phrases.in(new Language("fr")).language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void namesTheMissingSentenceAndItsFile() {
        assertThatThrownBy(() -> Phrases.in(Language.ENGLISH).say("no.such"))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("no.such")
                .hasMessageContaining("phrases_en.properties");
    }

    @Test
    void readsAnAttributesOwnNameWhenTheLanguageHasNoneForIt() {
        assertThat(Phrases.in(Language.ENGLISH).fieldName("attributes.noiseCancelling"))
                .isEqualTo("noise cancelling");
        assertThat(Phrases.in(Language.ENGLISH).fieldName("attributes.display_diagonal"))
                .isEqualTo("display diagonal");
    }

    // Field names may differ: English reads an attribute's own name, Korean needs a word for it.
    private static TreeSet<String> sentences(Language language) throws IOException {
        Properties properties = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream("phrases_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties.stringPropertyNames().stream()
                .filter(name -> !name.startsWith("field.attributes."))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
