package ai.adcio.retrieval.internal;

import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import ai.adcio.catalog.Variant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Ids, model numbers and bar codes, in the one form in which they are indexed and searched: folded, letters and digits
 * only, so that {@code TN-2110} is {@code tn2110}.
 */
public final class Identifiers {
    private static final Set<String> NAMES = Set.of(
            "model",
            "modelnumber",
            "modelname",
            "mpn",
            "sku",
            "gtin",
            "gtin8",
            "gtin12",
            "gtin13",
            "gtin14",
            "ean",
            "upc",
            "isbn",
            "asin",
            "partnumber",
            "productcode",
            "itemnumber",
            "barcode",
            "모델",
            "모델명",
            "모델번호",
            "품번",
            "상품코드",
            "바코드");
    private static final int LONGEST = 128;
    private static final int SHORTEST_IDENTIFIER = 4;
    private static final int SHORTEST_NUMBER = 6;
    private static final int WORDS_TOGETHER = 3;
    private static final int MOST = 64;

    private Identifiers() {}

    /** What a product is known by. */
    public static List<String> of(Product product) {
        List<String> raw = new ArrayList<>();
        raw.add(product.id());
        product.variants().stream().map(Variant::id).forEach(raw::add);
        product.attributes().keySet().stream()
                .filter(Identifiers::isIdentifier)
                .forEach(name -> raw.addAll(product.attribute(name)));
        return raw.stream()
                .map(Identifiers::normalised)
                .filter(id -> !id.isEmpty() && id.length() <= LONGEST)
                .distinct()
                .toList();
    }

    /**
     * What in a query may be one: the query as a whole, and every word or row of up to three words with enough letters
     * and digits to be told from a size or a count.
     */
    public static Set<String> in(String query) {
        String[] words = query.strip().split("\\s+");
        Set<String> found = new LinkedHashSet<>();
        add(found, normalised(query), 1);
        for (int start = 0; start < words.length && found.size() < MOST; start++) {
            StringBuilder row = new StringBuilder();
            for (int end = start; end < Math.min(words.length, start + WORDS_TOGETHER); end++) {
                row.append(normalised(words[end]));
                add(found, row.toString(), SHORTEST_IDENTIFIER);
            }
        }
        return found;
    }

    static String normalised(String text) {
        return String.join("", TextFolding.words(text));
    }

    private static boolean isIdentifier(String attribute) {
        return NAMES.contains(normalised(attribute).toLowerCase(Locale.ROOT));
    }

    private static void add(Set<String> found, String id, int shortest) {
        boolean digits = id.chars().anyMatch(Character::isDigit);
        boolean letters = id.chars().anyMatch(Character::isLetter);
        if (digits
                && id.length() <= LONGEST
                && id.length() >= (letters ? shortest : Math.min(shortest + 2, SHORTEST_NUMBER))) {
            found.add(id);
        }
    }
}
