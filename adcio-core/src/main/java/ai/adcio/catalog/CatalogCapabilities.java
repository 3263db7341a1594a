package ai.adcio.catalog;

import ai.adcio.Language;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What this catalogue can answer, derived from its data: the fields it records with their values, ranges and coverage,
 * its categories and brands, and the words of its titles. Immutable and thread safe. Looking up one field takes the same
 * time however many there are.
 */
public final class CatalogCapabilities {
    private final int productCount;
    private final List<FieldSummary> fields;
    private final List<CategorySummary> categories;
    private final List<ValueCount> brands;
    private final List<Currency> currencies;
    private final List<Language> languages;
    private final Map<String, Integer> titleWords;
    private final Map<String, FieldSummary> byName;

    /**
     * Copies every list; the word map is taken over as it is, for its size.
     *
     * @param productCount how many products there are
     * @param fields the recorded fields by falling coverage; a field that no product has is absent
     * @param categories the categories by falling count
     * @param brands the brands by falling count
     * @param currencies the currencies of the prices, most frequent first
     * @param languages the languages of the products' text, most frequent first
     * @param titleWords how many titles hold a word, by {@link TextFolding#words}
     */
    public CatalogCapabilities(
            int productCount,
            List<FieldSummary> fields,
            List<CategorySummary> categories,
            List<ValueCount> brands,
            List<Currency> currencies,
            List<Language> languages,
            Map<String, Integer> titleWords) {
        this.productCount = productCount;
        this.fields = List.copyOf(fields);
        this.categories = List.copyOf(categories);
        this.brands = List.copyOf(brands);
        this.currencies = List.copyOf(currencies);
        this.languages = List.copyOf(languages);
        this.titleWords = Collections.unmodifiableMap(titleWords);
        Map<String, FieldSummary> index = HashMap.newHashMap(this.fields.size());
        for (FieldSummary field : this.fields) {
            index.putIfAbsent(field.name(), field);
        }
        this.byName = index;
    }

    /** Derives the capabilities of products as a whole; {@link CapabilityTally} does the same step by step. */
    public static CatalogCapabilities of(Iterable<Product> products) {
        CapabilityTally tally = new CapabilityTally();
        products.forEach(tally::add);
        return tally.capabilities();
    }

    /** How many products there are. */
    public int productCount() {
        return productCount;
    }

    /** The recorded fields by falling coverage, then by name; a field that no product has is absent. */
    public List<FieldSummary> fields() {
        return fields;
    }

    /** The categories by falling count, then by name. */
    public List<CategorySummary> categories() {
        return categories;
    }

    /** The brands by falling count, then by name. */
    public List<ValueCount> brands() {
        return brands;
    }

    /** The currencies of the prices, most frequent first. */
    public List<Currency> currencies() {
        return currencies;
    }

    /** The languages of the products' text, most frequent first. */
    public List<Language> languages() {
        return languages;
    }

    /** How many titles hold a word, by {@link TextFolding#words}; unmodifiable. */
    public Map<String, Integer> titleWords() {
        return titleWords;
    }

    /** What is recorded under a field, or null when the catalogue does not record it at all. */
    public @Nullable FieldSummary field(String name) {
        return byName.get(name);
    }

    /** Whether at least one product has a value in the field. */
    public boolean records(String name) {
        return byName.containsKey(name);
    }

    /** How many titles hold the folded word; zero when none does. */
    public int titleFrequency(String foldedWord) {
        return titleWords.getOrDefault(foldedWord, 0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CatalogCapabilities that
                && productCount == that.productCount
                && fields.equals(that.fields)
                && categories.equals(that.categories)
                && brands.equals(that.brands)
                && currencies.equals(that.currencies)
                && languages.equals(that.languages)
                && titleWords.equals(that.titleWords);
    }

    @Override
    public int hashCode() {
        return Objects.hash(productCount, fields, categories, brands, currencies, languages);
    }

    @Override
    public String toString() {
        return "CatalogCapabilities[productCount=" + productCount + ", fields=" + fields.size() + ", categories="
                + categories.size() + ", brands=" + brands.size() + ", currencies=" + currencies + ", languages="
                + languages + ", titleWords=" + titleWords.size() + "]";
    }
}
