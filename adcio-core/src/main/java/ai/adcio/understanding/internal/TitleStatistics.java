package ai.adcio.understanding.internal;

import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the titles say about which words name products: a title's head is the last word of its first part ("steel lawn
 * chair, green" is a chair; "blade for lawn mower" is a blade). Filled once for a version of the catalogue, then read by any number of threads.
 */
final class TitleStatistics {
    private static final Set<String> ENDS_HEAD =
            Set.of("for", "with", "of", "by", "in", "from", "to", "that", "w", "on", "at", "fits", "compatible", "and");

    private final Map<String, Integer> heads = new HashMap<>();
    private final WordPairCounts pairs = new WordPairCounts();
    private final WordPairCounts brandsOfCategory = new WordPairCounts();
    private final WordPairCounts attributesOfCategory = new WordPairCounts();
    private final WordPairCounts sizesOfCategory = new WordPairCounts();
    private final List<String> sizeAttributes;

    TitleStatistics(Collection<String> sizeAttributes) {
        this.sizeAttributes = List.copyOf(sizeAttributes);
    }

    void add(Product product) {
        String title = product.title();
        String named = null;
        for (String part : parts(title)) {
            List<String> words = TextFolding.words(part);
            String before = null;
            String head = null;
            boolean open = true;
            for (String word : words) {
                String stem = Inflection.singular(word);
                if (ENDS_HEAD.contains(word)) {
                    open = false;
                } else if (open && Character.isLetter(word.charAt(0))) {
                    head = stem;
                }
                if (before != null) {
                    pairs.add(before + ' ' + stem);
                }
                before = stem;
            }
            if (head != null && named == null) {
                heads.merge(head, 1, Integer::sum);
                named = head;
            }
        }
        for (String attribute : sizeAttributes) {
            for (String size : product.attribute(attribute)) {
                for (String category : product.categories()) {
                    sizesOfCategory.add(size + '\u0000' + TextFolding.fold(category));
                }
            }
        }
        for (String attribute : product.attributes().keySet()) {
            for (String category : product.categories()) {
                attributesOfCategory.add(attribute + '\u0000' + TextFolding.fold(category));
            }
        }
        String brand = product.brand();
        if (brand != null) {
            String folded = TextFolding.fold(brand);
            if (named != null) {
                brandsOfCategory.add(folded + '\u0000' + named);
            }
            for (String category : product.categories()) {
                brandsOfCategory.add(folded + '\u0000' + TextFolding.fold(category));
            }
        }
    }

    private static List<String> parts(String title) {
        // The pattern is one character class: linear in the title.
        String[] parts = title.split("[,(\\[|;:/–—]| - ", 6);
        return List.of(parts);
    }

    /** How many titles name what the word stands for. */
    int headCount(String word) {
        return heads.getOrDefault(Inflection.singular(word), 0);
    }

    /** How often the words stand beside one another in titles, by their rarest pair; for one word, as a head. */
    int phraseCount(List<String> words) {
        if (words.size() == 1) {
            return headCount(words.getFirst());
        }
        int least = Integer.MAX_VALUE;
        for (int i = 1; i < words.size(); i++) {
            least = Math.min(
                    least,
                    pairs.count(Inflection.singular(words.get(i - 1)) + ' ' + Inflection.singular(words.get(i))));
        }
        return least;
    }

    /** How many products of the category record the attribute. */
    int attributeInCategory(String attribute, String category) {
        return attributesOfCategory.count(attribute + '\u0000' + TextFolding.fold(category));
    }

    /** How many products of the category come in the size. */
    int sizeInCategory(String size, String category) {
        return sizesOfCategory.count(size + '\u0000' + TextFolding.fold(category));
    }

    /** How many products of the brand stand in the category. */
    int brandInCategory(String brand, String category) {
        return brandsOfCategory.count(TextFolding.fold(brand) + '\u0000' + TextFolding.fold(category));
    }
}
