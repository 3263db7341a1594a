package ai.adcio.understanding.internal;

import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.CategorySummary;
import ai.adcio.catalog.TextFolding;
import ai.adcio.understanding.internal.Lexicon.KindFamily;
import ai.adcio.understanding.internal.Meaning.AbsentKind;
import ai.adcio.understanding.internal.Meaning.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Links the names of kinds to the catalogue's categories: by a category's own name, by a part of a name that joins
 * several ("Hand Creams & Lotions"), by its parent and its name ("Birds" and "Feeders"), by the words that a longer
 * name ends in ("Sports Water Bottles"), and by the families of the language resources.
 */
final class KindLinker {
    /** A word that more categories end in than this says nothing of the kind. */
    private static final int MAX_SUFFIX_CATEGORIES = 12;
    /** A kind that is no category must be what at least so many titles name. */
    private static final int MIN_TITLES = 2;

    private static final Set<String> NO_KIND = Set.of(
            "accessory",
            "product",
            "supply",
            "part",
            "set",
            "kit",
            "other",
            "general",
            "more",
            "novelty",
            "men",
            "man",
            "woman",
            "women",
            "girl",
            "boy",
            "unisex",
            "tool",
            "equipment",
            "gear",
            "home",
            "item",
            "collection",
            "style",
            "sale",
            "new",
            "special",
            "feature",
            "cover",
            "sport",
            "active",
            "casual",
            "baby",
            "kid");

    private final Lexicon lexicon;
    private final CatalogCapabilities capabilities;
    private final TitleStatistics statistics;
    private final PhraseTrie trie;
    private final SpellingIndex.Builder spelling;
    private final Map<String, Set<String>> exact = new LinkedHashMap<>();
    private final Map<String, Set<String>> parts = new LinkedHashMap<>();
    private final Map<String, Set<String>> suffixes = new LinkedHashMap<>();
    private final Map<String, String> surfaces = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    /** What is asked again and again of the thousands of families while they are linked. */
    private final IdentityHashMap<KindFamily, Set<String>> categoriesOfFamily = new IdentityHashMap<>();

    private final Map<String, List<String>> words = new HashMap<>();
    private final Map<String, String> stems = new HashMap<>();

    KindLinker(
            Lexicon lexicon,
            CatalogCapabilities capabilities,
            TitleStatistics statistics,
            PhraseTrie trie,
            SpellingIndex.Builder spelling) {
        this.lexicon = lexicon;
        this.capabilities = capabilities;
        this.statistics = statistics;
        this.trie = trie;
        this.spelling = spelling;
    }

    void link() {
        for (CategorySummary category : capabilities.categories()) {
            if (category.parent() != null) {
                parents.put(category.name(), category.parent());
            }
        }
        for (CategorySummary category : capabilities.categories()) {
            addNames(category);
        }
        Map<String, Kind> kinds = new LinkedHashMap<>();
        exact.forEach((key, names) -> kinds.put(key, new Kind(preferred(names), true, List.of(surface(key)))));
        parts.forEach(
                (key, names) -> kinds.putIfAbsent(key, new Kind(List.copyOf(names), true, List.of(surface(key)))));
        suffixes.forEach((key, names) -> {
            if (names.size() <= MAX_SUFFIX_CATEGORIES && !kinds.containsKey(key)) {
                kinds.put(key, new Kind(List.copyOf(names), false, List.of(surface(key))));
            }
        });
        kinds.forEach((key, kind) -> {
            if (!NO_KIND.contains(key) && (key.length() > 1)) {
                add(surface(key), kind);
            }
        });
        linkFamilies(kinds);
    }

    private void addNames(CategorySummary category) {
        String name = TextFolding.fold(category.name());
        put(exact, name, category.name());
        List<String> joined = joined(name);
        if (joined.size() > 1) {
            // A department's parts are areas of life and no kinds: Patio, Lawn & Garden.
            if (category.depth() > 0) {
                boolean lastIsLong = joined.getLast().indexOf(' ') > 0;
                for (String part : joined) {
                    // In Biscuit & Plate Joiners the first part only says of what sort the joiners are.
                    boolean modifies = lastIsLong && part.indexOf(' ') < 0 && part.equals(stem(part));
                    if (!modifies) {
                        put(parts, part, category.name());
                    }
                }
            }
        }
        if (category.parent() != null && joined.size() == 1) {
            List<String> above = joined(TextFolding.fold(category.parent()));
            if (above.size() == 1 && !name.contains(above.getFirst())) {
                put(parts, Inflection.singular(above.getFirst()) + ' ' + name, category.name());
            }
        }
        addBelow(category, name, joined);
        for (String part : joined) {
            for (int cut = part.indexOf(' '); cut >= 0; cut = part.indexOf(' ', cut + 1)) {
                put(suffixes, part.substring(cut + 1), category.name());
            }
        }
    }

    /** A category within a kind is a kind of that: Running, somewhere below Shoes, holds running shoes. */
    private void addBelow(CategorySummary category, String name, List<String> joined) {
        if (joined.size() != 1 || name.indexOf(' ') >= 0) {
            return;
        }
        String above = category.parent();
        for (int depth = 0; above != null && depth < 3; depth++) {
            String folded = TextFolding.fold(above);
            if (folded.indexOf(' ') < 0 && !NO_KIND.contains(stem(folded)) && !folded.equals(name)) {
                put(parts, name + ' ' + folded, category.name());
            }
            above = parents.get(above);
        }
    }

    private static List<String> joined(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.split(" & |, | and | / |/")) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private void put(Map<String, Set<String>> map, String phrase, String category) {
        String key = stem(phrase);
        if (!key.isEmpty()) {
            map.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(category);
            surfaces.putIfAbsent(key, phrase);
        }
    }

    private String surface(String key) {
        return surfaces.getOrDefault(key, key);
    }

    static String stem(String phrase) {
        StringBuilder stem = new StringBuilder();
        for (String word : TextFolding.words(phrase)) {
            if (!stem.isEmpty()) {
                stem.append(' ');
            }
            stem.append(Inflection.singular(word));
        }
        return stem.toString();
    }

    /** Of names that differ in number only, those in the plural, as kinds of things are: Basketballs, not Basketball. */
    private static List<String> preferred(Set<String> names) {
        List<String> plural = names.stream()
                .filter(n -> !stem(n).equals(String.join(" ", TextFolding.words(n))))
                .toList();
        return plural.isEmpty() ? List.copyOf(names) : plural;
    }

    private void add(String phrase, Meaning meaning) {
        for (String variant : Inflection.variants(TextFolding.fold(phrase))) {
            trie.add(variant, meaning);
        }
        spelling.add(TextFolding.fold(phrase));
    }

    private void linkFamilies(Map<String, Kind> kinds) {
        Map<String, KindFamily> byWord = new HashMap<>();
        for (KindFamily family : lexicon.kinds()) {
            family.words().forEach(w -> byWord.putIfAbsent(stemOf(w), family));
        }
        for (KindFamily family : lexicon.kinds()) {
            Set<String> categories = categoriesOf(family, kinds, byWord);
            Set<String> phrases = new LinkedHashSet<>();
            family.words().stream().filter(this::inTitles).map(this::stemOf).forEach(phrases::add);
            boolean exactly = family.words().stream().anyMatch(w -> isExact(kinds.get(stemOf(w))));
            for (String word : family.words()) {
                Kind own = kinds.get(stemOf(word));
                if (own != null && own.exact()) {
                    if (!family.includes().isEmpty()) {
                        // An umbrella that is a category of its own covers what other categories hold of it, too.
                        Set<String> all = new LinkedHashSet<>(own.categories());
                        collect(family.includes(), kinds, all);
                        trie.replace(word, own, new Kind(List.copyOf(all), true, own.phrases()));
                    }
                    continue;
                }
                if (own == null && composed(word, categories, kinds, byWord)) {
                    continue;
                }
                if (own == null && inTitles(word)) {
                    List<String> named = exactly && FoldedText.isHangul(word.charAt(0))
                            ? List.copyOf(phrases)
                            : List.of(stemOf(word));
                    add(word, new Kind(List.copyOf(categories), exactly, named));
                } else if (!categories.isEmpty() || !phrases.isEmpty()) {
                    add(word, new Kind(List.copyOf(categories), exactly, List.copyOf(phrases)));
                } else if (!inAnyTitle(word) && family.words().stream().noneMatch(this::headsTitle)) {
                    add(word, new AbsentKind());
                }
            }
        }
    }

    private static boolean isExact(@org.jspecify.annotations.Nullable Kind kind) {
        return kind != null && kind.exact();
    }

    /**
     * Whether a name is best read by its parts: a dog collar in a shop that has collars, 전기담요 where there are 담요. As a
     * name of its own it would hide the kind that it narrows.
     */
    private boolean composed(
            String word, Set<String> categories, Map<String, Kind> kinds, Map<String, KindFamily> byWord) {
        List<String> words = wordsOf(word);
        if (words.isEmpty()) {
            return false;
        }
        if (FoldedText.isHangul(word.charAt(0))) {
            if (!categories.isEmpty() || inTitles(word)) {
                return false;
            }
            String joined = String.join("", words);
            for (int cut = 1; cut < joined.length(); cut++) {
                boolean ends = cut + 2 <= joined.length() && carried(joined.substring(cut), kinds, byWord);
                if (ends || cut > 1 && carried(joined.substring(0, cut), kinds, byWord)) {
                    return true;
                }
            }
            return false;
        }
        if (words.size() < 2) {
            return false;
        }
        String head = stem(words.getLast());
        Kind kind = kinds.get(head);
        if (kind != null) {
            return kind.categories().containsAll(categories);
        }
        return categories.isEmpty() && carried(head, kinds, byWord);
    }

    private boolean carried(String name, Map<String, Kind> kinds, Map<String, KindFamily> byWord) {
        KindFamily family = byWord.get(name);
        return kinds.containsKey(name)
                || family != null && !categoriesOf(family, kinds, byWord).isEmpty();
    }

    /** Whether some title is about what goes by a name. */
    private boolean headsTitle(String word) {
        List<String> words = wordsOf(word);
        return !words.isEmpty() && statistics.phraseCount(words) > 0 && statistics.headCount(words.getLast()) > 0;
    }

    /** Whether some title has the word at all, be it only as what the product is for. */
    private boolean inAnyTitle(String word) {
        List<String> words = wordsOf(word);
        return !words.isEmpty()
                && words.stream()
                        .allMatch(w -> capabilities.titleFrequency(w) > 0
                                || capabilities.titleFrequency(Inflection.plural(w)) > 0);
    }

    private boolean inTitles(String word) {
        List<String> words = wordsOf(word);
        return !words.isEmpty()
                && statistics.phraseCount(words) >= MIN_TITLES
                && statistics.headCount(words.getLast()) >= MIN_TITLES;
    }

    private Set<String> categoriesOf(KindFamily family, Map<String, Kind> kinds, Map<String, KindFamily> byWord) {
        Set<String> known = categoriesOfFamily.get(family);
        if (known == null) {
            known = categoriesOf(family, kinds, byWord, Collections.newSetFromMap(new IdentityHashMap<>()));
            categoriesOfFamily.put(family, known);
        }
        return known;
    }

    private List<String> wordsOf(String phrase) {
        return words.computeIfAbsent(phrase, TextFolding::words);
    }

    private String stemOf(String phrase) {
        return stems.computeIfAbsent(phrase, KindLinker::stem);
    }

    private Set<String> categoriesOf(
            KindFamily family, Map<String, Kind> kinds, Map<String, KindFamily> byWord, Set<KindFamily> seen) {
        Set<String> categories = new LinkedHashSet<>();
        if (!seen.add(family)) {
            return categories;
        }
        collect(family.words(), kinds, categories);
        if (categories.isEmpty()) {
            for (String narrower : family.includes()) {
                KindFamily next = byWord.get(stemOf(narrower));
                if (next != null && !next.equals(family)) {
                    categories.addAll(categoriesOf(next, kinds, byWord, seen));
                } else {
                    collect(List.of(narrower), kinds, categories);
                }
            }
        }
        return categories;
    }

    private void collect(Collection<String> words, Map<String, Kind> kinds, Set<String> into) {
        for (String word : words) {
            Kind kind = kinds.get(stemOf(word));
            if (kind != null && kind.exact()) {
                into.addAll(kind.categories());
            }
        }
    }
}
