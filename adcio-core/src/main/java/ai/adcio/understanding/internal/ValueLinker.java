package ai.adcio.understanding.internal;

import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.CategorySummary;
import ai.adcio.catalog.FieldSummary;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.TextFolding;
import ai.adcio.catalog.ValueCount;
import ai.adcio.understanding.internal.Lexicon.ValueFamily;
import ai.adcio.understanding.internal.Meaning.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Links the words for colours, materials, sizes and other values to what the catalogue records. */
final class ValueLinker {
    /** A field with more values than this is free text: a value is then a word in it and not the whole. */
    private static final int FREE_TEXT = 100;

    private static final Set<String> WORD_CONCEPTS = Set.of("color", "ingredient", "material", "benefit");
    private static final Set<String> NOT_SAID =
            Set.of("caution", "battery", "capacity", "weight", "dosePerDay", "quantity");

    private final Lexicon lexicon;
    private final CatalogCapabilities capabilities;
    private final Map<String, List<String>> fieldsOfConcept;
    private final PhraseTrie trie;
    private final SpellingIndex.Builder spelling;
    private final Set<String> linked = new HashSet<>();
    private final Set<String> departments = new HashSet<>();
    private final Set<String> hangulFields = new HashSet<>();
    private final Map<String, Set<String>> wordsOfField = new java.util.HashMap<>();

    ValueLinker(
            Lexicon lexicon,
            CatalogCapabilities capabilities,
            Map<String, List<String>> fieldsOfConcept,
            PhraseTrie trie,
            SpellingIndex.Builder spelling) {
        this.lexicon = lexicon;
        this.capabilities = capabilities;
        this.fieldsOfConcept = fieldsOfConcept;
        this.trie = trie;
        this.spelling = spelling;
    }

    /** The categories that were taken for departments; complete once all is linked. */
    Set<String> departments() {
        return departments;
    }

    void link() {
        for (ValueFamily family : lexicon.values()) {
            List<String> fields = fieldsOfConcept.getOrDefault(family.concept(), List.of());
            if (fields.isEmpty()) {
                if (family.concept().equals("gender")) {
                    linkToCategories(family);
                } else {
                    linkToTitles(family);
                }
                continue;
            }
            for (String field : fields) {
                FieldSummary summary = capabilities.field(field);
                if (summary != null) {
                    link(family, summary);
                }
            }
        }
        fieldsOfConcept.forEach((concept, fields) -> {
            if (!NOT_SAID.contains(concept)) {
                fields.forEach(field -> linkOwnValues(concept, field));
            }
        });
    }

    private void link(ValueFamily family, FieldSummary field) {
        boolean choice = lexicon.optionConcepts().contains(family.concept());
        if (family.values().contains("*")) {
            List<String> all = field.values().stream().map(ValueCount::value).toList();
            if (!all.isEmpty()) {
                addAll(family, new Value(family.concept(), field.name(), Match.EXACT, all, choice));
            }
            return;
        }
        Set<String> wanted = new LinkedHashSet<>(family.values().isEmpty() ? family.words() : family.values());
        for (String also : family.also()) {
            for (ValueFamily other : lexicon.values()) {
                if (other.concept().equals(family.concept()) && other.words().contains(also)) {
                    wanted.addAll(other.values());
                }
            }
        }
        boolean byWords = byWords(family.concept(), field);
        Set<String> values = byWords ? wordsGiven(wanted, field) : wholeValues(wanted, field);
        if (values.isEmpty() && family.concept().equals("color")) {
            values.addAll(family.words());
        }
        if (!values.isEmpty()) {
            Match match = byWords ? Match.WORDS : Match.EXACT;
            addAll(family, new Value(family.concept(), field.name(), match, List.copyOf(values), choice));
        }
    }

    private static Set<String> wholeValues(Set<String> wanted, FieldSummary field) {
        Set<String> folded = new HashSet<>();
        wanted.forEach(w -> folded.add(TextFolding.fold(w)));
        Set<String> values = new LinkedHashSet<>();
        for (ValueCount given : field.values()) {
            if (folded.contains(TextFolding.fold(given.value()))) {
                values.add(given.value());
            }
        }
        return values;
    }

    /** The words that some value holds; all of them where the values are too many to have been listed. */
    private Set<String> wordsGiven(Set<String> wanted, FieldSummary field) {
        if (field.values().size() < field.distinct()) {
            return wanted;
        }
        Set<String> given = wordsOfField.computeIfAbsent(field.name(), name -> {
            Set<String> words = new HashSet<>();
            field.values().forEach(v -> words.addAll(TextFolding.words(v.value())));
            if (words.stream().anyMatch(w -> FoldedText.isHangul(w.charAt(0)))) {
                hangulFields.add(field.name());
            }
            return words;
        });
        Set<String> values = new LinkedHashSet<>();
        for (String word : wanted) {
            List<String> parts = TextFolding.words(word);
            boolean hangul = FoldedText.isHangul(word.charAt(0));
            if (hangul && hangulFields.contains(field.name())
                    ? field.values().stream().anyMatch(v -> TextFolding.containsPhrase(v.value(), word))
                    : given.containsAll(parts)) {
                values.add(word);
            }
        }
        return values;
    }

    private static boolean byWords(String concept, FieldSummary field) {
        return concept.equals("ingredient")
                || concept.equals("benefit")
                || WORD_CONCEPTS.contains(concept)
                        && (field.distinct() > FREE_TEXT || field.values().isEmpty());
    }

    private void addAll(ValueFamily family, Value value) {
        for (String word : family.words()) {
            trie.add(word, value);
            spelling.add(TextFolding.fold(word));
            linked.add(TextFolding.fold(word));
        }
    }

    /** What no field records a title may still say. */
    private void linkToTitles(ValueFamily family) {
        for (String word : family.words()) {
            List<String> parts = TextFolding.words(word);
            if (!parts.isEmpty() && parts.stream().allMatch(w -> capabilities.titleFrequency(w) > 0)) {
                trie.add(word, new Meaning.TitleWord());
            }
        }
    }

    /** A department of the category tree stands in for an attribute that the catalogue does not have. */
    private void linkToCategories(ValueFamily family) {
        List<String> departments = new ArrayList<>();
        for (CategorySummary category : capabilities.categories()) {
            if (family.values().stream().anyMatch(v -> TextFolding.fold(v).equals(TextFolding.fold(category.name())))) {
                departments.add(category.name());
            }
        }
        if (!departments.isEmpty()) {
            this.departments.addAll(departments);
            addAll(family, new Value("gender", Fields.CATEGORIES, Match.EXACT, departments, false));
        }
    }

    private void linkOwnValues(String concept, String fieldName) {
        FieldSummary field = capabilities.field(fieldName);
        if (field == null || field.distinct() > FREE_TEXT) {
            return;
        }
        boolean choice = lexicon.optionConcepts().contains(concept);
        Match match = byWords(concept, field) ? Match.WORDS : Match.EXACT;
        for (ValueCount value : field.values()) {
            String folded = TextFolding.fold(value.value());
            boolean sayable = folded.length() > 1
                    && folded.length() <= 24
                    && Character.isLetter(folded.charAt(0))
                    && !linked.contains(folded)
                    && trie.get(folded).stream()
                            .noneMatch(
                                    m -> m instanceof Meaning.Tag || m instanceof Meaning.Kind && folded.length() < 3)
                    && !folded.equals("있음")
                    && !folded.equals("없음")
                    && !folded.equals("yes")
                    && !folded.equals("no");
            if (sayable) {
                trie.add(folded, new Value(concept, fieldName, match, List.of(value.value()), choice));
            }
        }
    }
}
