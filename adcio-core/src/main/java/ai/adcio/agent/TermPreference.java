package ai.adcio.agent;

import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import ai.adcio.conversation.ShoppingNeed;
import java.util.List;

/**
 * Prefers products that say most of the need's words, those that no condition stands for included: of the baskets found
 * for "baskets for picnics" those that are for picnics. Those that say less beside them are noise; where none says any,
 * the words only describe and all of them still count.
 */
final class TermPreference {
    private TermPreference() {}

    /** The products that say as much of the need as any of them does, in their order. */
    static List<Product> apply(List<Product> products, ShoppingNeed need) {
        List<String> terms = need.terms();
        List<String> names =
                need.topic() == null ? List.of() : List.of(need.topic().split(" / "));
        if (terms.isEmpty() && names.isEmpty()) {
            return products;
        }
        int most = 0;
        for (Product product : products) {
            most = Math.max(most, said(product, terms, names));
        }
        int enough = most;
        return products.stream()
                .filter(product -> said(product, terms, names) == enough)
                .toList();
    }

    /**
     * How much of what was said a product says: every word counts most, then what it goes by, then whether it says both
     * in a row: a dog collar before a collar for dogs.
     */
    private static int said(Product product, List<String> terms, List<String> names) {
        int words = (int) terms.stream().filter(term -> says(product, term)).count();
        boolean inRow = terms.stream()
                .anyMatch(term -> names.stream().anyMatch(name -> goesBy(product, term + ' ' + singular(name))));
        return 3 * words + (named(product, names) ? 1 : 0) + (inRow ? 1 : 0);
    }

    private static boolean named(Product product, List<String> names) {
        return names.isEmpty() || names.stream().anyMatch(name -> goesBy(product, name));
    }

    /** Whether title or categories call the product what the shopper called it. */
    private static boolean goesBy(Product product, String name) {
        return contains(product.title(), name) || product.categories().stream().anyMatch(c -> contains(c, name));
    }

    private static boolean says(Product product, String term) {
        String stem = singular(term);
        return contains(product.title(), stem)
                || product.categories().stream().anyMatch(c -> contains(c, stem))
                || product.brand() != null && contains(product.brand(), stem)
                || product.attributes().values().stream().flatMap(List::stream).anyMatch(v -> contains(v, stem));
    }

    /** A plural typed by the shopper is the singular of a title, too. */
    private static String singular(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    private static boolean contains(String text, String term) {
        return TextFolding.containsPhrase(text, term);
    }
}
