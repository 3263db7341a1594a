package ai.adcio.catalog;

import ai.adcio.Language;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this catalogue can answer, derived from its data: the fields it records with their values, ranges and coverage,
 * its categories and brands, and the words of its titles. Immutable and thread safe.
 *
 * @param productCount how many products there are
 * @param fields the recorded fields by falling coverage; a field that no product has is absent
 * @param categories the categories by falling count
 * @param brands the brands by falling count
 * @param currencies the currencies of the prices, most frequent first
 * @param languages the languages of the products' text, most frequent first
 * @param titleWords how many titles hold a word, by {@link TextFolding#words}
 */
public record CatalogCapabilities(
        int productCount,
        List<FieldSummary> fields,
        List<CategorySummary> categories,
        List<ValueCount> brands,
        List<Currency> currencies,
        List<Language> languages,
        Map<String, Integer> titleWords) {
    /** Copies every list; the word map is taken over as it is, for its size. */
    public CatalogCapabilities {
        fields = List.copyOf(fields);
        categories = List.copyOf(categories);
        brands = List.copyOf(brands);
        currencies = List.copyOf(currencies);
        languages = List.copyOf(languages);
        titleWords = java.util.Collections.unmodifiableMap(titleWords);
    }

    /** What is recorded under a field, or null when the catalogue does not record it at all. */
    public @Nullable FieldSummary field(String name) {
        for (FieldSummary field : fields) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        return null;
    }

    /** Whether at least one product has a value in the field. */
    public boolean records(String name) {
        return field(name) != null;
    }

    /** How many titles hold the folded word; zero when none does. */
    public int titleFrequency(String foldedWord) {
        return titleWords.getOrDefault(foldedWord, 0);
    }
}
