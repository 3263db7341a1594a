package ai.adcio.retrieval;

import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a product's own record says for and against it beyond the arms' scores: five signs that can be read off title,
 * brand and kind, each with a weight of its own in {@link RankingParameters}. A pure function of query and record.
 */
final class ProductEvidence {
    // Words before which a title says what the product is, and after which what it is for.
    private static final Set<String> MARKERS = Set.of("for", "with", "compatible", "fits", "w");
    private static final Set<String> ENDS_KIND =
            Set.of("for", "with", "in", "of", "w", "without", "and", "to", "from", "by", "on");
    private static final Set<String> SMALL = Set.of(
            "a", "an", "the", "of", "for", "and", "or", "with", "in", "on", "to", "is", "are", "my", "your", "by", "at",
            "from", "it", "its", "that", "this");
    private static final Set<String> NEGATIONS = Set.of("without", "no", "not", "non", "minus");
    private static final Set<String> FREE = Set.of("free", "less");
    private static final List<String> KIND_ATTRIBUTES = List.of("product_type", "productType", "type");
    private static final int BEFORE = 3;
    private static final int MARKER_REACH = 4;

    private final List<String> query;
    private final List<String> content;
    private final List<String> unwanted;
    private final @Nullable String head;
    private final double freeOfWeight;
    private final double unwantedWeight;
    private final double brandWeight;
    private final double accessoryWeight;
    private final double kindWeight;

    ProductEvidence(String wanted, List<String> unwanted, RankingParameters parameters) {
        this.query = stems(wanted);
        List<String> meaningful =
                query.stream().filter(w -> !SMALL.contains(w)).distinct().toList();
        this.content = meaningful.isEmpty() ? query : meaningful;
        this.unwanted = unwanted.stream().map(ProductEvidence::stem).distinct().toList();
        this.head = head(query);
        this.freeOfWeight = parameters.value(RankingParameters.EVIDENCE_FREE_OF);
        this.unwantedWeight = parameters.value(RankingParameters.EVIDENCE_UNWANTED);
        this.brandWeight = parameters.value(RankingParameters.EVIDENCE_BRAND);
        this.accessoryWeight = parameters.value(RankingParameters.EVIDENCE_ACCESSORY);
        this.kindWeight = parameters.value(RankingParameters.EVIDENCE_KIND);
    }

    /** What is added to a product's fused score. */
    double of(Product product) {
        List<String> title = stems(product.title());
        double evidence = 0;
        if (!unwanted.isEmpty()) {
            double share = unwantedShare(title);
            evidence += share < 0 ? freeOfWeight : share * unwantedWeight;
        }
        if (product.brand() != null && contains(query, stems(product.brand()))) {
            evidence += brandWeight;
        }
        if (head != null && onlyAfterMarker(title, head)) {
            evidence += accessoryWeight;
        }
        return evidence + kindShare(product) * kindWeight;
    }

    /** The share of the unwanted words that the title says; -1 when it says that it is free of one. */
    private double unwantedShare(List<String> title) {
        Set<String> said = new HashSet<>();
        for (int i = 0; i < title.size(); i++) {
            if (unwanted.contains(title.get(i))) {
                if (freeOf(title, i)) {
                    return -1;
                }
                said.add(title.get(i));
            }
        }
        return (double) said.size() / unwanted.size();
    }

    private static boolean freeOf(List<String> title, int at) {
        if (at + 1 < title.size() && FREE.contains(title.get(at + 1))) {
            return true;
        }
        for (int i = Math.max(0, at - BEFORE); i < at; i++) {
            if (NEGATIONS.contains(title.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the title names the thing only as what the product is for, as a case for a tablet does. */
    private static boolean onlyAfterMarker(List<String> title, String head) {
        for (int i = 0; i < title.size(); i++) {
            if (title.get(i).equals(head)) {
                for (int j = Math.max(0, i - MARKER_REACH); j < i; j++) {
                    if (MARKERS.contains(title.get(j))) {
                        return true;
                    }
                }
                return false;
            }
        }
        return false;
    }

    private double kindShare(Product product) {
        if (content.isEmpty()) {
            return 0;
        }
        Set<String> kind = new HashSet<>();
        if (!product.categories().isEmpty()) {
            addStems(product.categories().getLast(), kind);
        }
        for (String name : KIND_ATTRIBUTES) {
            for (String value : product.attribute(name)) {
                addStems(value, kind);
            }
        }
        int said = 0;
        for (String word : content) {
            said += kind.contains(word) ? 1 : 0;
        }
        return (double) said / content.size();
    }

    /** The last word of the first noun phrase: what the query is about. */
    private static @Nullable String head(List<String> words) {
        String head = null;
        for (String word : words) {
            if (ENDS_KIND.contains(word) && head != null) {
                break;
            }
            if (!SMALL.contains(word)) {
                head = word;
            }
        }
        return head;
    }

    private static boolean contains(List<String> words, List<String> phrase) {
        return !phrase.isEmpty() && java.util.Collections.indexOfSubList(words, phrase) >= 0;
    }

    private static List<String> stems(String text) {
        List<String> stems = new ArrayList<>();
        addStems(text, stems);
        return stems;
    }

    private static void addStems(String text, Collection<String> into) {
        for (String word : TextFolding.words(text)) {
            into.add(stem(word));
        }
    }

    /** Plurals folded (Harman's S-stemmer, JASIS 1991); more would make strangers of brand names. */
    private static String stem(String word) {
        int n = word.length();
        if (n > 4 && word.endsWith("ies") && !word.endsWith("eies") && !word.endsWith("aies")) {
            return word.substring(0, n - 3) + "y";
        }
        if (n > 3 && word.endsWith("es") && !word.endsWith("aes") && !word.endsWith("ees") && !word.endsWith("oes")) {
            return word.substring(0, n - 1);
        }
        return n > 3 && word.endsWith("s") && !word.endsWith("us") && !word.endsWith("ss")
                ? word.substring(0, n - 1)
                : word;
    }
}
