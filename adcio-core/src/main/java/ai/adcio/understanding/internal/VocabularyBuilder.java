package ai.adcio.understanding.internal;

import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.FieldSummary;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.LeadingNumber;
import ai.adcio.catalog.TextFolding;
import ai.adcio.catalog.ValueCount;
import ai.adcio.understanding.internal.Meaning.AbsentBrand;
import ai.adcio.understanding.internal.Meaning.Brand;
import ai.adcio.understanding.internal.Meaning.Fact;
import ai.adcio.understanding.internal.Meaning.FieldName;
import ai.adcio.understanding.internal.Meaning.Tag;
import ai.adcio.understanding.internal.Meaning.TitleWord;
import ai.adcio.understanding.internal.Meaning.Unrecorded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Links the words of the language resources to what one version of the catalogue records. Used once. */
final class VocabularyBuilder {
    /** Of fewer products a field says nothing of what a number with its unit is meant of. */
    private static final double LEAST_COVERAGE = 0.001;

    private static final Set<String> FLAGS = Set.of("true", "false");

    /** What firms write behind their names and shoppers leave out. */
    private static final Pattern LEGAL_FORM =
            Pattern.compile("(\\.com|,? (?:inc|llc|ltd|co|corp|corporation|company|gmbh|ag|limited)\\.?)$");

    /** Hangul title words shorter than this are syllables that other words are made of. */
    private static final int TITLE_WORD_SYLLABLES = 2;

    private final Lexicon lexicon;
    private final CatalogCapabilities capabilities;
    private final TitleStatistics statistics;
    private final TitleIndex titles;
    private final PhraseTrie trie = new PhraseTrie();
    private final Map<String, List<String>> fieldsOfConcept = new HashMap<>();
    private final Map<String, List<Sounds.Named>> brandsBySound = new HashMap<>();
    private final SpellingIndex.Builder spelling = new SpellingIndex.Builder();
    private final SpellingIndex.Builder brandSpelling = new SpellingIndex.Builder();
    private final LanguageSpelling languageSpelling;

    private VocabularyBuilder(
            Lexicon lexicon,
            LanguageSpelling languageSpelling,
            CatalogCapabilities capabilities,
            TitleStatistics statistics,
            TitleIndex titles) {
        this.lexicon = lexicon;
        this.languageSpelling = languageSpelling;
        this.capabilities = capabilities;
        this.statistics = statistics;
        this.titles = titles;
    }

    static Vocabulary build(Lexicon lexicon, LanguageSpelling languageSpelling, CatalogSnapshot snapshot) {
        TitleStatistics statistics = new TitleStatistics(lexicon.concepts().getOrDefault("size", List.of()));
        TitleIndex.Builder titles = new TitleIndex.Builder();
        // Once through the records, as they may be on disk.
        snapshot.records().forEach(product -> {
            statistics.add(product);
            titles.add(product);
        });
        return new VocabularyBuilder(lexicon, languageSpelling, snapshot.capabilities(), statistics, titles.build())
                .link();
    }

    private Vocabulary link() {
        linkConcepts();
        addLanguage();
        new KindLinker(lexicon, capabilities, statistics, trie, spelling).link();
        ValueLinker values = new ValueLinker(lexicon, capabilities, fieldsOfConcept, trie, spelling);
        values.link();
        addBrands();
        addTitleWords();
        return new Vocabulary(
                lexicon,
                trie,
                capabilities,
                statistics,
                titles,
                brandsBySound,
                Map.copyOf(fieldsOfConcept),
                spelling.build(),
                brandSpelling.build(),
                languageSpelling,
                values.departments());
    }

    private void linkConcepts() {
        Map<String, String> plainNames = new LinkedHashMap<>();
        for (var field : capabilities.fields()) {
            String name = Fields.attributeName(field.name());
            if (name != null && !flags(field)) {
                plainNames.put(field.name(), plain(name));
            }
        }
        lexicon.concepts().forEach((concept, names) -> {
            Set<String> wanted = plain(names);
            List<String> fields = new ArrayList<>();
            plainNames.forEach((field, name) -> {
                if (wanted.contains(name)) {
                    fields.add(field);
                }
            });
            if (!fields.isEmpty()) {
                fieldsOfConcept.put(concept, List.copyOf(fields));
            }
        });
    }

    /** Whether a field only says yes or no: that a printer prints in colour names none. */
    private static boolean flags(FieldSummary field) {
        return !field.values().isEmpty() && field.values().stream().allMatch(v -> FLAGS.contains(v.value()));
    }

    private static Set<String> plain(Collection<String> names) {
        Set<String> plain = new HashSet<>();
        names.forEach(name -> plain.add(plain(name)));
        return plain;
    }

    private static String plain(String name) {
        return TextFolding.fold(name)
                .replace(" ", "")
                .replace("_", "")
                .replace("-", "")
                .toLowerCase(Locale.ROOT);
    }

    private void addLanguage() {
        lexicon.tags().forEach((tag, phrases) -> phrases.forEach(p -> trie.add(p, new Tag(tag))));
        lexicon.currencies().forEach((code, phrases) -> phrases.forEach(p -> trie.add(p, new Tag("unit." + code))));
        lexicon.units().forEach(this::addUnit);
        lexicon.fields().forEach((concept, phrases) -> {
            List<String> fields = fieldsFor(concept);
            phrases.forEach(p -> trie.add(p, new FieldName(concept, fields)));
        });
        Set<String> recordedNames =
                plain(capabilities.fields().stream().map(FieldSummary::name).toList());
        lexicon.unrecorded().forEach(wish -> {
            boolean recorded = wish.fields().stream()
                    .anyMatch(f ->
                            recordedNames.contains(plain(f)) || recordedNames.contains(plain(Fields.attribute(f))));
            if (!recorded) {
                wish.words().forEach(w -> trie.add(w, new Unrecorded(wish.topic())));
            }
        });
        lexicon.facts().forEach(fact -> {
            Fact meaning = new Fact(fact.kind(), fact.cues());
            fact.words().forEach(w -> trie.add(w, meaning));
            for (String substance : fact.substances()) {
                for (String pattern : lexicon.sensitivities()) {
                    trie.add(pattern.replace("*", substance), meaning);
                }
            }
        });
    }

    private void addUnit(String unit, List<String> phrases) {
        Set<String> spellings = new HashSet<>();
        phrases.forEach(p -> spellings.add(plain(p)));
        List<String> fields = new ArrayList<>();
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (FieldSummary field : capabilities.fields()) {
            if (Fields.attributeName(field.name()) == null || field.coverage() < LEAST_COVERAGE) {
                continue;
            }
            if (field.unit() != null) {
                if (spellings.contains(plain(field.unit()))) {
                    fields.add(field.name());
                }
                continue;
            }
            List<String> carrying = new ArrayList<>();
            for (ValueCount value : field.values()) {
                String written = LeadingNumber.unit(value.value());
                if (written != null && spellings.contains(plain(written))) {
                    carrying.add(value.value());
                }
            }
            if (!carrying.isEmpty()) {
                values.put(field.name(), List.copyOf(carrying));
            }
        }
        Meaning.Unit meaning = new Meaning.Unit(fields, values);
        phrases.forEach(p -> trie.add(p, meaning));
    }

    private List<String> fieldsFor(String concept) {
        return switch (concept) {
            case "price" -> List.of(Fields.PRICE);
            case "brand" -> List.of(Fields.BRAND);
            case "rating" -> List.of(Fields.RATING);
            case "reviews" -> List.of(Fields.RATING, Fields.RATING_COUNT);
            case "availability" -> List.of(Fields.AVAILABILITY);
            case "listPrice" -> List.of(Fields.LIST_PRICE);
            case "categories" -> List.of(Fields.CATEGORIES);
            case "description" -> List.of(Fields.DESCRIPTION);
            case "ingredients" -> fieldsOfConcept.getOrDefault("ingredient", List.of());
            case "cautions" -> fieldsOfConcept.getOrDefault("caution", List.of());
            default -> fieldsOfConcept.getOrDefault(concept, List.of());
        };
    }

    private void addBrands() {
        Map<String, List<String>> spellings = new LinkedHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (ValueCount brand : capabilities.brands()) {
            String key = TextFolding.fold(brand.value());
            spellings.computeIfAbsent(key, k -> new ArrayList<>()).add(brand.value());
            counts.merge(key, brand.count(), Integer::sum);
        }
        Map<String, Brand> byKey = new HashMap<>();
        spellings.forEach((key, names) -> {
            Brand brand = new Brand(names, isCommonWord(key, counts.getOrDefault(key, 1)));
            byKey.put(key.replace("'", "").replace("\u2019", ""), brand);
            trie.add(key, brand);
            String bare = LEGAL_FORM.matcher(key).replaceFirst("");
            if (bare.length() > 3
                    && !spellings.containsKey(bare)
                    && trie.get(bare).isEmpty()
                    && !inTitles(bare)) {
                trie.add(bare, brand);
            }
            if (!brand.commonWord()) {
                brandSpelling.add(key);
            }
            addSound(key, brand);
            if (key.chars().anyMatch(Character::isDigit)) {
                addSound(Sounds.spellingDigits(key), brand);
            }
        });
        for (List<String> family : lexicon.brands()) {
            Brand carried = null;
            for (String name : family) {
                carried = carried == null ? byKey.get(TextFolding.fold(name).replace("'", "")) : carried;
            }
            for (String name : family) {
                if (carried != null) {
                    trie.add(name, carried);
                } else if (trie.get(name).isEmpty() && !inTitles(name)) {
                    trie.add(name, new AbsentBrand());
                }
            }
        }
    }

    private void addSound(String name, Brand brand) {
        brandsBySound
                .computeIfAbsent(Sounds.of(name), k -> new ArrayList<>())
                .add(new Sounds.Named(brand, FoldedText.isHangul(name.charAt(0)), Sounds.vowels(name)));
    }

    private boolean inTitles(String name) {
        List<String> words = TextFolding.words(name);
        return !words.isEmpty() && words.stream().allMatch(w -> capabilities.titleFrequency(w) > 2);
    }

    /** Whether a brand's name means something else besides, so that only its context makes it a brand. */
    private boolean isCommonWord(String key, int products) {
        if (key.length() < 2 || !trie.get(key).isEmpty()) {
            return true;
        }
        List<String> words = TextFolding.words(key);
        if (words.size() != 1) {
            return false;
        }
        return capabilities.titleFrequency(key) > 3 * products + 10
                || key.chars().allMatch(Character::isDigit);
    }

    private void addTitleWords() {
        TitleWord titleWord = new TitleWord();
        capabilities.titleWords().forEach((word, count) -> {
            if (word.length() >= TITLE_WORD_SYLLABLES
                    && word.length() <= 12
                    && word.chars().allMatch(c -> FoldedText.isHangul((char) c))
                    && trie.get(word).isEmpty()) {
                trie.add(word, titleWord);
            }
        });
    }
}
