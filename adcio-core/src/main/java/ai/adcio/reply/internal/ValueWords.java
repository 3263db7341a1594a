package ai.adcio.reply.internal;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import ai.adcio.catalog.TextFolding;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a value that a catalogue records in one language is said in another. The words are those by which turns are read,
 * so that what the clerk says is understood when it comes back. Immutable and thread safe.
 */
final class ValueWords {
    private static final String RESOURCE = "/ai/adcio/understanding/words.common.json";
    // "Small size" is how a size is asked for; a size's own name, such as S, is the same in every language.
    private static final Set<String> SAME_EVERYWHERE = Set.of("size");

    private final Language language;
    private final Map<String, String> byValue;

    private ValueWords(Language language, Map<String, String> byValue) {
        this.language = language;
        this.byValue = byValue;
    }

    /** The words of a language. */
    static ValueWords in(Language language) {
        ValueWords builtIn = BuiltIn.WORDS.get(language);
        return builtIn == null ? new ValueWords(language, Map.of()) : builtIn;
    }

    /** The value in this language; as it is when it is in this language already, or nothing is known of it. */
    String say(String value) {
        return Writing.suits(language, value) ? value : byValue.getOrDefault(TextFolding.fold(value), value);
    }

    private static Map<Language, ValueWords> read() {
        Map<Language, ValueWords> words = new LinkedHashMap<>();
        try (InputStream in = ValueWords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new AdcioException("the library's word file " + RESOURCE + " is missing; repair the jar");
            }
            JsonNode families = new ObjectMapper().readTree(in).path("values");
            Language.BUILT_IN.forEach(
                    language -> words.put(language, new ValueWords(language, map(language, families))));
        } catch (IOException e) {
            throw new AdcioException("the library's word file " + RESOURCE + " cannot be read; repair the jar", e);
        }
        return words;
    }

    private static Map<String, String> map(Language language, JsonNode families) {
        Map<String, String> byValue = new HashMap<>();
        for (JsonNode family : families) {
            if (SAME_EVERYWHERE.contains(family.path("concept").asText())) {
                continue;
            }
            // What catalogues write comes before what shoppers say.
            Set<String> names = new LinkedHashSet<>(texts(family.path("values")));
            names.addAll(texts(family.path("words")));
            String said = first(language, names);
            if (said != null) {
                names.forEach(name -> byValue.putIfAbsent(TextFolding.fold(name), said));
            }
        }
        return Map.copyOf(byValue);
    }

    private static @Nullable String first(Language language, Set<String> names) {
        for (String name : names) {
            if (Writing.suits(language, name)) {
                return name;
            }
        }
        return null;
    }

    /** The names in a list; one that only says whether is no name. */
    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : list) {
            boolean name = text.asText().codePoints().anyMatch(Character::isLetter);
            if (name && Flag.of(text.asText()) == null) {
                texts.add(text.asText());
            }
        }
        return texts;
    }

    /** Read once, at the first word that is asked for, and never changed. */
    private static final class BuiltIn {
        static final Map<Language, ValueWords> WORDS = Map.copyOf(read());
    }
}
