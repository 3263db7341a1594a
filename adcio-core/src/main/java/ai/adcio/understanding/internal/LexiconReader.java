package ai.adcio.understanding.internal;

import ai.adcio.AdcioException;
import ai.adcio.conversation.ShopperFact;
import ai.adcio.understanding.internal.Lexicon.FactWords;
import ai.adcio.understanding.internal.Lexicon.KindFamily;
import ai.adcio.understanding.internal.Lexicon.UnrecordedWish;
import ai.adcio.understanding.internal.Lexicon.ValueFamily;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads word files and checks them, so that a slip in one is found at start and not by a shopper. */
final class LexiconReader {
    /** The words of the languages; what they define the other files use. */
    private static final List<String> LANGUAGES = List.of("words.en.json", "words.ko.json", "words.common.json");

    private static final List<String> THINGS = List.of("words.kinds.json", "words.sizes.json");
    private static final Set<String> SECTIONS = Set.of(
            "language",
            "currencies",
            "tags",
            "fields",
            "concepts",
            "optionConcepts",
            "values",
            "kinds",
            "brands",
            "unrecorded",
            "reasons",
            "respellings",
            "units",
            "sensitivities",
            "facts");
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);

    private LexiconReader() {}

    /** Read once in a process, when first asked for. */
    private static final class BuiltIn {
        static final Lexicon WORDS = readBuiltIn();
    }

    /** The words that come with the library. */
    static Lexicon builtIn() {
        return BuiltIn.WORDS;
    }

    private static Lexicon readBuiltIn() {
        Lexicon all = Lexicon.EMPTY;
        for (String name : LANGUAGES) {
            all = all.plus(builtIn(name, null));
        }
        Lexicon languages = all;
        for (String name : THINGS) {
            all = all.plus(builtIn(name, languages));
        }
        return all;
    }

    private static Lexicon builtIn(String name, @Nullable Lexicon base) {
        try (InputStream in = LexiconReader.class.getResourceAsStream("/ai/adcio/understanding/" + name)) {
            if (in == null) {
                throw new AdcioException("the library's word file " + name + " is missing; repair the jar");
            }
            return new Source(name, base).read(JSON.readTree(in));
        } catch (IOException e) {
            throw new AdcioException("the library's word file " + name + " cannot be read; repair the jar", e);
        }
    }

    /**
     * Reads a shop's own words.
     *
     * @param name how errors call the file
     * @param base the words that it adds to; only their tags and concepts may be used
     */
    static Lexicon read(String name, Reader json, Lexicon base) {
        try {
            return new Source(name, base).read(JSON.readTree(json));
        } catch (JacksonException e) {
            throw new AdcioException(
                    name + " is no JSON at line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new AdcioException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** One file being read. */
    private static final class Source {
        private final String name;
        private final @Nullable Lexicon base;

        Source(String name, @Nullable Lexicon base) {
            this.name = name;
            this.base = base;
        }

        Lexicon read(JsonNode root) {
            if (!root.isObject()) {
                throw wrong("the file", "an object with sections such as \"tags\" and \"kinds\"");
            }
            root.fieldNames().forEachRemaining(section -> {
                if (!SECTIONS.contains(section)) {
                    throw wrong("section " + section, "one of " + new TreeSet<>(SECTIONS));
                }
            });
            Map<String, List<String>> tags = lists(root, "tags");
            Map<String, List<String>> concepts = lists(root, "concepts");
            Map<String, List<String>> currencies = lists(root, "currencies");
            currencies.keySet().forEach(this::checkCurrency);
            if (base != null) {
                known("tags", tags.keySet(), base.tags().keySet());
            }
            Set<String> allConcepts = new TreeSet<>(concepts.keySet());
            if (base != null) {
                allConcepts.addAll(base.concepts().keySet());
            }
            return new Lexicon(
                    tags,
                    currencies,
                    lists(root, "fields"),
                    concepts,
                    root.has("optionConcepts") ? words(root.get("optionConcepts"), "optionConcepts") : List.of(),
                    values(root, allConcepts),
                    kinds(root),
                    brands(root),
                    unrecorded(root),
                    facts(root),
                    texts(root, "reasons"),
                    texts(root, "respellings"),
                    lists(root, "units"),
                    root.has("sensitivities") ? words(root.get("sensitivities"), "sensitivities") : List.of());
        }

        private List<ValueFamily> values(JsonNode root, Set<String> concepts) {
            List<ValueFamily> families = new ArrayList<>();
            int i = 0;
            for (JsonNode node : section(root, "values")) {
                String where = "values[" + i++ + "]";
                String concept = text(node.path("concept"), where + ".concept");
                known(where + ".concept", Set.of(concept), concepts);
                families.add(new ValueFamily(
                        concept,
                        words(node.path("words"), where + ".words"),
                        optional(node, "values", where),
                        optional(node, "also", where)));
            }
            return families;
        }

        private List<KindFamily> kinds(JsonNode root) {
            List<KindFamily> families = new ArrayList<>();
            int i = 0;
            for (JsonNode node : section(root, "kinds")) {
                String where = "kinds[" + i++ + "]";
                families.add(
                        new KindFamily(words(node.path("words"), where + ".words"), optional(node, "includes", where)));
            }
            return families;
        }

        private List<List<String>> brands(JsonNode root) {
            List<List<String>> brands = new ArrayList<>();
            int i = 0;
            for (JsonNode node : section(root, "brands")) {
                brands.add(words(node, "brands[" + i++ + "]"));
            }
            return brands;
        }

        private List<UnrecordedWish> unrecorded(JsonNode root) {
            List<UnrecordedWish> wishes = new ArrayList<>();
            int i = 0;
            for (JsonNode node : section(root, "unrecorded")) {
                String where = "unrecorded[" + i++ + "]";
                wishes.add(new UnrecordedWish(
                        text(node.path("topic"), where + ".topic"),
                        words(node.path("fields"), where + ".fields"),
                        words(node.path("words"), where + ".words")));
            }
            return wishes;
        }

        private List<FactWords> facts(JsonNode root) {
            List<FactWords> facts = new ArrayList<>();
            int i = 0;
            for (JsonNode node : section(root, "facts")) {
                String where = "facts[" + i++ + "]";
                String kind = text(node.path("kind"), where + ".kind");
                known(
                        where + ".kind",
                        Set.of(kind),
                        new TreeSet<>(Arrays.stream(ShopperFact.Kind.values())
                                .map(Enum::name)
                                .toList()));
                facts.add(new FactWords(
                        ShopperFact.Kind.valueOf(kind),
                        words(node.path("cues"), where + ".cues"),
                        words(node.path("words"), where + ".words"),
                        optional(node, "substances", where)));
            }
            return facts;
        }

        private Map<String, String> texts(JsonNode root, String section) {
            if (root.has(section) && !root.get(section).isObject()) {
                throw wrong(section, "an object of words");
            }
            Map<String, String> texts = new LinkedHashMap<>();
            root.path(section)
                    .properties()
                    .forEach(e -> texts.put(e.getKey(), text(e.getValue(), section + "." + e.getKey())));
            return texts;
        }

        private Map<String, List<String>> lists(JsonNode root, String section) {
            Map<String, List<String>> lists = new LinkedHashMap<>();
            if (!root.has(section)) {
                return lists;
            }
            if (!root.get(section).isObject()) {
                throw wrong(section, "an object of lists of words");
            }
            root.get(section)
                    .properties()
                    .forEach(e -> lists.put(e.getKey(), words(e.getValue(), section + "." + e.getKey())));
            return lists;
        }

        private JsonNode section(JsonNode root, String section) {
            JsonNode node = root.path(section);
            if (!node.isMissingNode() && !node.isArray()) {
                throw wrong(section, "a list");
            }
            return node;
        }

        private List<String> optional(JsonNode node, String field, String where) {
            return node.has(field) ? words(node.get(field), where + "." + field) : List.of();
        }

        private List<String> words(JsonNode node, String where) {
            if (!node.isArray() || node.isEmpty()) {
                throw wrong(where, "a list of one word or more");
            }
            List<String> words = new ArrayList<>();
            for (JsonNode word : node) {
                words.add(text(word, where));
            }
            return List.copyOf(words);
        }

        private String text(JsonNode node, String where) {
            if (!node.isTextual() || node.textValue().isBlank()) {
                throw wrong(where, "words in quotation marks");
            }
            return node.textValue();
        }

        private void checkCurrency(String code) {
            try {
                Currency.getInstance(code);
            } catch (IllegalArgumentException e) {
                throw wrong("currencies." + code, "an ISO 4217 code such as \"USD\"");
            }
        }

        private void known(String where, Set<String> given, Set<String> allowed) {
            for (String one : given) {
                if (!allowed.contains(one)) {
                    throw wrong(where + " \"" + one + "\"", "one of " + new TreeSet<>(allowed));
                }
            }
        }

        private AdcioException wrong(String what, String remedy) {
            return new AdcioException(name + ": " + what + " should be " + remedy);
        }
    }
}
