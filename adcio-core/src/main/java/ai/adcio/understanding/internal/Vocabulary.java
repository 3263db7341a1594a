package ai.adcio.understanding.internal;

import ai.adcio.Language;
import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.TextFolding;
import ai.adcio.understanding.internal.Meaning.Brand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The words of the language and of one version of the catalogue, linked. Built once for a version; immutable from
 * then on and thread safe.
 */
final class Vocabulary {
    /** Deeper than any shop sorts its goods; a circle of categories ends here. */
    private static final int MAX_DEPTH = 12;

    private final Lexicon lexicon;
    private final PhraseTrie trie;
    private final CatalogCapabilities capabilities;
    private final TitleStatistics statistics;
    private final TitleIndex titles;
    private final Map<String, List<Sounds.Named>> brandsBySound;
    private final Map<String, List<String>> fieldsOfConcept;
    private final SpellingIndex spelling;
    private final SpellingIndex brandSpelling;
    private final LanguageSpelling languageSpelling;
    private final Set<String> departments;
    private final Map<String, String> parents = new java.util.HashMap<>();
    private final Map<String, Integer> sizes = new java.util.HashMap<>();
    /** Brands by their folded names, so that those that begin with the same words stand together. */
    private final NavigableMap<String, List<String>> brandsByName = new TreeMap<>();

    Vocabulary(
            Lexicon lexicon,
            PhraseTrie trie,
            CatalogCapabilities capabilities,
            TitleStatistics statistics,
            TitleIndex titles,
            Map<String, List<Sounds.Named>> brandsBySound,
            Map<String, List<String>> fieldsOfConcept,
            SpellingIndex spelling,
            SpellingIndex brandSpelling,
            LanguageSpelling languageSpelling,
            Set<String> departments) {
        this.lexicon = lexicon;
        this.trie = trie;
        this.capabilities = capabilities;
        this.statistics = statistics;
        this.titles = titles;
        this.brandsBySound = brandsBySound;
        this.fieldsOfConcept = fieldsOfConcept;
        this.spelling = spelling;
        this.brandSpelling = brandSpelling;
        this.languageSpelling = languageSpelling;
        this.departments = Set.copyOf(departments);
        for (var brand : capabilities.brands()) {
            brandsByName
                    .computeIfAbsent(TextFolding.fold(brand.value()), k -> new ArrayList<>())
                    .add(brand.value());
        }
        for (var category : capabilities.categories()) {
            sizes.put(category.name(), category.count());
            if (category.parent() != null) {
                parents.put(category.name(), category.parent());
            }
        }
    }

    /** The brands whose names begin with that of another: the Hunter Fan Company with Hunter. */
    List<String> houses(String brand) {
        String begin = TextFolding.fold(brand) + ' ';
        return brandsByName.subMap(begin, begin + Character.MAX_VALUE).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The categories that stand for whom a product is meant, in want of an attribute that says so. */
    Set<String> departments() {
        return departments;
    }

    /** The category right above one, or null at the top. */
    @Nullable
    String parentOf(String category) {
        return parents.get(category);
    }

    /** Whether a category is one of others or stands below one of them. */
    boolean within(String category, Collection<String> others) {
        String at = category;
        for (int depth = 0; at != null && depth < MAX_DEPTH; depth++) {
            if (others.contains(at)) {
                return true;
            }
            at = parents.get(at);
        }
        return false;
    }

    /** How many products stand in a category or below it. */
    int productsIn(String category) {
        return sizes.getOrDefault(category, 0);
    }

    PhraseTrie trie() {
        return trie;
    }

    /**
     * What a mistyped word was meant to be: kinds and the like before brands, and those before words of the language.
     * Null when that is not plain.
     */
    @Nullable
    String correct(String typed, boolean brandsToo) {
        String read = spelling.correct(typed);
        if (read == null && brandsToo) {
            read = brandSpelling.correct(typed);
        }
        return read == null ? languageSpelling.correct(typed) : read;
    }

    /** What a mistyped word of the language was meant to be; null when that is not plain. */
    @Nullable
    String correctLanguage(String typed) {
        return languageSpelling.correct(typed);
    }

    TitleStatistics statistics() {
        return statistics;
    }

    TitleIndex titles() {
        return titles;
    }

    CatalogCapabilities capabilities() {
        return capabilities;
    }

    /** The recorded fields that hold a concept, such as {@code attributes.color} for {@code color}. */
    List<String> fields(String concept) {
        return fieldsOfConcept.getOrDefault(concept, List.of());
    }

    /** The brand that sounds like a name in the other script, or null when none or more than one does. */
    @Nullable
    Brand brandSoundingLike(String name) {
        String key = Sounds.of(name);
        if (key.length() < 2) {
            return null;
        }
        int vowels = Sounds.vowels(name);
        Brand found = null;
        for (Sounds.Named named : brandsBySound.getOrDefault(key, List.of())) {
            boolean otherScript = FoldedText.isHangul(name.charAt(0)) != named.hangul();
            if (otherScript && Math.abs(named.vowels() - vowels) <= (key.length() > 2 ? 1 : 0)) {
                if (found != null && !found.equals(named.brand())) {
                    return null;
                }
                found = named.brand();
            }
        }
        return found;
    }

    /** The currency of bounds whose currency was not said; null when no product has a price. */
    @Nullable
    Currency currency() {
        return capabilities.currencies().isEmpty()
                ? null
                : capabilities.currencies().getFirst();
    }

    /** How many titles hold every one of the words, at most. */
    int titleFrequency(String words) {
        int least = Integer.MAX_VALUE;
        for (String word : TextFolding.words(words)) {
            int count = capabilities.titleFrequency(word);
            if (count == 0) {
                String singular = Inflection.singular(word);
                count = Math.max(
                        capabilities.titleFrequency(singular),
                        capabilities.titleFrequency(Inflection.plural(singular)));
            }
            least = Math.min(least, count);
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }

    /** Whether some product's category is missing, so that kinds must be found in titles too. */
    boolean categoriesHaveGaps() {
        var field = capabilities.field(ai.adcio.catalog.Fields.CATEGORIES);
        return field == null || field.coverage() < 0.9995;
    }

    /** Why wishes are set aside, in a language. */
    String reason(Language language) {
        return lexicon.reasons().getOrDefault(language.tag(), lexicon.reasons().getOrDefault("en", "not recorded"));
    }
}
