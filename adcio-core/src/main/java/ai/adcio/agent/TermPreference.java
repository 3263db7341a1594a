package ai.adcio.agent;

import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import ai.adcio.conversation.ShoppingNeed;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prefers products that say every word of the need, those that no condition stands for included: of the baskets found for
 * "baskets for picnics" those that are for picnics. Where a few do, the others are noise; where hardly any does, the words
 * may only describe and the others still count.
 */
final class TermPreference {
    private TermPreference() {}

    /** Products in their order, those that say every term first, alone where there are enough of them. */
    static List<Product> apply(List<Product> products, ShoppingNeed need) {
        List<String> terms = need.terms();
        List<String> names =
                need.topic() == null ? List.of() : List.of(need.topic().split(" / "));
        if (terms.isEmpty() && names.isEmpty()) {
            return products;
        }
        List<Product> saying = products.stream()
                .filter(p -> named(p, names) && saysAll(p, terms))
                .toList();
        if (saying.isEmpty() && !terms.isEmpty()) {
            // What it is for tells more than what it goes by: a supplement for the joints may be filed under joints
            // alone.
            saying = products.stream().filter(p -> saysAll(p, terms)).toList();
        }
        if (!saying.isEmpty()) {
            return saying;
        }
        return Stream.concat(
                        products.stream().filter(p -> named(p, names)),
                        products.stream().filter(p -> !named(p, names)))
                .toList();
    }

    private static boolean named(Product product, List<String> names) {
        return names.isEmpty() || names.stream().anyMatch(name -> goesBy(product, name));
    }

    private static boolean saysAll(Product product, List<String> terms) {
        return terms.stream().allMatch(term -> says(product, term));
    }

    /** Whether title or categories call the product what the shopper called it. */
    private static boolean goesBy(Product product, String name) {
        return contains(product.title(), name) || product.categories().stream().anyMatch(c -> contains(c, name));
    }

    private static boolean says(Product product, String term) {
        // A plural typed by the shopper is the singular of a title, too.
        String stem = term.length() > 3 && term.endsWith("s") && !term.endsWith("ss")
                ? term.substring(0, term.length() - 1)
                : term;
        return contains(product.title(), stem)
                || product.categories().stream().anyMatch(c -> contains(c, stem))
                || product.brand() != null && contains(product.brand(), stem)
                || product.attributes().values().stream().flatMap(List::stream).anyMatch(v -> contains(v, stem));
    }

    private static boolean contains(String text, String term) {
        return TextFolding.containsPhrase(text, term);
    }
}
