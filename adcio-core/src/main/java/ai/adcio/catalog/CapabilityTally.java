package ai.adcio.catalog;

import ai.adcio.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The running count from which {@link CatalogCapabilities} are drawn. Adding or removing a product costs time in
 * proportion to that product alone, and drawing the capabilities again looks only at the fields that changed. Not thread
 * safe.
 */
public final class CapabilityTally {
    /** How many values of one field are listed unless told otherwise. */
    public static final int DEFAULT_VALUES_PER_FIELD = 5_000;

    // Below this share of the products a language is noise, such as a foreign brand written in its own script.
    private static final double LEAST_LANGUAGE_SHARE = 0.02;

    private final int valuesPerField;
    private final Map<String, FieldTally> fields = new HashMap<>();
    private final Map<String, CategoryTally> categories = new HashMap<>();
    private final Map<Currency, Integer> currencies = new HashMap<>();
    private final Map<Language, Integer> languages = new HashMap<>();
    private final Map<String, Integer> titleWords = new HashMap<>();
    private int productCount;
    private @Nullable List<CategorySummary> categorySummaries;

    /** Starts a count over no product that lists {@link #DEFAULT_VALUES_PER_FIELD} values of a field. */
    public CapabilityTally() {
        this(DEFAULT_VALUES_PER_FIELD);
    }

    /**
     * Starts a count over no product.
     *
     * @param valuesPerField how many values of one field are listed, the most frequent ones; one or more
     */
    public CapabilityTally(int valuesPerField) {
        if (valuesPerField < 1) {
            throw new IllegalArgumentException("valuesPerField is " + valuesPerField + "; give one or more");
        }
        this.valuesPerField = valuesPerField;
    }

    /** Counts a product in. */
    public void add(Product product) {
        count(product, 1);
    }

    /** Counts a product out; it must be equal to one that was counted in. */
    public void remove(Product product) {
        count(product, -1);
    }

    /** The capabilities of the products counted in so far. */
    public CatalogCapabilities capabilities() {
        List<FieldSummary> summaries = new ArrayList<>(fields.size());
        fields.forEach((name, tally) -> summaries.add(tally.summary(name, productCount, currencies, valuesPerField)));
        summaries.sort(
                Comparator.comparingDouble(FieldSummary::coverage).reversed().thenComparing(FieldSummary::name));
        FieldTally brand = fields.get(Fields.BRAND);
        return new CatalogCapabilities(
                productCount,
                summaries,
                categorySummaries(),
                brand == null ? List.of() : brand.values(valuesPerField),
                byFallingCount(currencies, 1, Comparator.comparing(Currency::getCurrencyCode)),
                byFallingCount(
                        languages,
                        Math.max(1, (int) Math.ceil(productCount * LEAST_LANGUAGE_SHARE)),
                        Comparator.comparing(Language::tag)),
                new HashMap<>(titleWords));
    }

    private void count(Product product, int step) {
        productCount += step;
        tally(Fields.ID).count(product.id(), step);
        tally(Fields.TITLE).count(product.title(), step);
        for (String name : List.of(
                Fields.DESCRIPTION,
                Fields.BRAND,
                Fields.CATEGORIES,
                Fields.PRICE,
                Fields.LIST_PRICE,
                Fields.RATING,
                Fields.RATING_COUNT,
                Fields.AVAILABILITY)) {
            countField(name, Fields.texts(product, name), product, step);
        }
        for (String attribute : attributeNames(product)) {
            countField(Fields.attribute(attribute), product.attribute(attribute), product, step);
        }
        for (String word : new HashSet<>(TextFolding.words(product.title()))) {
            addTo(titleWords, word, step);
        }
        if (product.price() != null) {
            addTo(currencies, product.price().currency(), step);
        }
        Language language = Scripts.languageOf(product.title(), product.description());
        if (language != null) {
            addTo(languages, language, step);
        }
        countCategories(product.categories(), step);
    }

    private void countField(String name, List<String> values, Product product, int step) {
        if (values.isEmpty()) {
            return;
        }
        FieldTally tally = tally(name);
        Money money = name.equals(Fields.PRICE)
                ? product.price()
                : name.equals(Fields.LIST_PRICE) ? product.listPrice() : null;
        if (money != null) {
            tally.count(money, step);
        } else {
            tally.count(values, step);
        }
        if (tally.isEmpty()) {
            fields.remove(name);
        }
    }

    private FieldTally tally(String name) {
        return fields.computeIfAbsent(name, FieldTally::new);
    }

    private static Set<String> attributeNames(Product product) {
        if (product.variants().isEmpty()) {
            return product.attributes().keySet();
        }
        Set<String> names = new HashSet<>(product.attributes().keySet());
        product.variants().forEach(v -> names.addAll(v.attributes().keySet()));
        return names;
    }

    private void countCategories(List<String> path, int step) {
        Set<String> seen = new HashSet<>();
        for (int depth = 0; depth < path.size(); depth++) {
            String folded = TextFolding.fold(path.get(depth));
            CategoryTally tally = categories.computeIfAbsent(folded, key -> new CategoryTally());
            tally.count(
                    path.get(depth),
                    depth == 0 ? null : TextFolding.fold(path.get(depth - 1)),
                    depth,
                    depth == path.size() - 1,
                    seen.add(folded),
                    step);
            if (tally.isEmpty()) {
                categories.remove(folded);
            }
            categorySummaries = null;
        }
    }

    private List<CategorySummary> categorySummaries() {
        List<CategorySummary> known = categorySummaries;
        if (known == null) {
            List<CategorySummary> drawn = new ArrayList<>(categories.size());
            categories.values().forEach(tally -> drawn.add(tally.summary(categories)));
            drawn.sort(
                    Comparator.comparingInt(CategorySummary::count).reversed().thenComparing(CategorySummary::name));
            known = List.copyOf(drawn);
            categorySummaries = known;
        }
        return known;
    }

    static <K> void addTo(Map<K, Integer> counts, K key, int step) {
        if (counts.merge(key, step, Integer::sum) == 0) {
            counts.remove(key);
        }
    }

    private static <K> List<K> byFallingCount(Map<K, Integer> counts, int least, Comparator<K> then) {
        return counts.entrySet().stream()
                .filter(e -> e.getValue() >= least)
                .sorted(Comparator.comparingInt((Map.Entry<K, Integer> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey, then))
                .map(Map.Entry::getKey)
                .toList();
    }
}
