package ai.adcio.catalog;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the texts that stand in more than one place of a catalogue: names and values of attributes, brands, categories,
 * currencies, availabilities. Written once, they make every record smaller, and read once, all products share them.
 */
final class RepeatedTexts {
    // Longer ones are descriptions, which repeat by chance; none shall stay on the heap for that.
    private static final int LONGEST = 200;

    private final Map<String, Integer> counts = new HashMap<>();

    static List<String> of(ProductRecords records) {
        RepeatedTexts texts = new RepeatedTexts();
        records.forEach(texts::count);
        // The most frequent ones get the lowest numbers, which are the shortest.
        return texts.counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void count(Product product) {
        if (product.brand() != null) {
            count(product.brand());
        }
        product.categories().forEach(this::count);
        count(product.availability().name());
        count(product.attributes());
        count(product.price());
        count(product.listPrice());
        for (Variant variant : product.variants()) {
            count(variant.attributes());
            count(variant.price());
        }
    }

    private void count(Map<String, List<String>> attributes) {
        attributes.forEach((name, values) -> {
            count(name);
            values.forEach(this::count);
        });
    }

    private void count(@Nullable Money money) {
        if (money != null) {
            count(money.currency().getCurrencyCode());
        }
    }

    private void count(String text) {
        if (text.length() <= LONGEST) {
            counts.merge(text, 1, Integer::sum);
        }
    }
}
