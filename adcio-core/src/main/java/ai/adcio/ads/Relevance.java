package ai.adcio.ads;

import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import ai.adcio.conversation.ShoppingNeed;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How well a product fits what is sought: the share of the need's words that its title, brand, categories or attributes
 * hold, each word weighed by its rarity among the catalogue's titles (inverse document frequency), from 0 to 1. Words
 * that no title holds weigh most, so that an ad is held back where the catalogue does not know what is meant. The
 * description does not count, as advertisers can write what they like there; nor do the campaign's keywords. For one turn.
 */
final class Relevance {
    private final List<String> words;
    private final double[] weights;
    private final double total;
    private final List<String> unwanted;

    private Relevance(List<String> words, double[] weights, double total, List<String> unwanted) {
        this.words = words;
        this.weights = weights;
        this.total = total;
        this.unwanted = unwanted;
    }

    static Relevance to(ShoppingNeed need, CatalogSnapshot catalog) {
        List<String> words = List.copyOf(wordsOf(need, catalog));
        CatalogCapabilities capabilities = catalog.capabilities();
        double[] weights = new double[words.size()];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            double share = (1.0 + capabilities.productCount()) / (1.0 + capabilities.titleFrequency(words.get(i)));
            // One is added, so that a word which every title holds still counts.
            weights[i] = 1 + Math.log(Math.max(1, share));
            total += weights[i];
        }
        return new Relevance(words, weights, total, need.unwanted());
    }

    /** What is sought, in single folded words. */
    List<String> words() {
        return words;
    }

    /** The relevance of a product; 0 when the need has no words, or the product one that is unwanted. */
    double of(Product product) {
        if (words.isEmpty()) {
            return 0;
        }
        Set<String> given = wordsOf(product);
        if (unwanted.stream().anyMatch(word -> holds(given, word))) {
            return 0;
        }
        double held = 0;
        for (int i = 0; i < weights.length; i++) {
            if (holds(given, words.get(i))) {
                held += weights[i];
            }
        }
        return held / total;
    }

    /** Whether a word is among those given, in the singular or plural; Hangul also inside a longer word. */
    static boolean holds(Set<String> given, String word) {
        if (given.contains(word)
                || given.contains(word + "s")
                || word.endsWith("s") && given.contains(word.substring(0, word.length() - 1))) {
            return true;
        }
        return word.length() > 1
                && Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HANGUL
                && given.stream().anyMatch(other -> other.contains(word));
    }

    /** The words by which a record says what the product is. */
    static Set<String> wordsOf(Product product) {
        Set<String> words = new HashSet<>(TextFolding.words(product.title()));
        if (product.brand() != null) {
            words.addAll(TextFolding.words(product.brand()));
        }
        product.categories().forEach(category -> words.addAll(TextFolding.words(category)));
        product.attributes().values().forEach(values -> values.forEach(v -> words.addAll(TextFolding.words(v))));
        return words;
    }

    private static Set<String> wordsOf(ShoppingNeed need, CatalogSnapshot catalog) {
        Set<String> words = new LinkedHashSet<>();
        if (need.topic() != null) {
            words.addAll(TextFolding.words(need.topic()));
        }
        // The terms are the query without its function words; a need without terms has nothing but the query.
        if (!need.terms().isEmpty()) {
            need.terms().forEach(term -> words.addAll(TextFolding.words(term)));
        } else if (need.topic() == null) {
            words.addAll(TextFolding.words(need.query()));
        }
        need.constraints().forEach(constraint -> addNames(constraint, words));
        if (need.similarTo() != null) {
            Product model = catalog.records().get(need.similarTo());
            if (model != null && !model.categories().isEmpty()) {
                words.addAll(TextFolding.words(model.categories().getLast()));
            }
        }
        need.unwanted().forEach(words::remove);
        return words;
    }

    /** Adds the brands and categories that a condition binds the need to; of alternatives one is enough, so none counts. */
    private static void addNames(Constraint constraint, Set<String> words) {
        if (constraint instanceof Constraint.AnyOf any
                && any.values().size() == 1
                && (any.field().equals(Fields.BRAND) || any.field().equals(Fields.CATEGORIES))) {
            words.addAll(TextFolding.words(any.values().getFirst()));
        }
    }
}
