package ai.adcio.retrieval.embedding;

import ai.adcio.catalog.Product;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What of a product an embedding model reads: the title, then what it does not say itself (brand, kind, colour), then
 * the beginning of the description. A pure function.
 */
final class ProductText {
    private static final Pattern MARKUP = Pattern.compile("<[^<>]{1,200}>");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int MAX_TITLE = 250;
    private static final int MAX_PART = 60;
    private static final List<String> KINDS = List.of("product_type", "productType", "type");
    private static final List<String> COLORS = List.of("color", "colour", "product_colour", "product_color");

    private ProductText() {}

    /**
     * The text.
     *
     * @param description how many characters of the description to read, zero or more
     */
    static String of(Product product, int description) {
        String title = cut(product.title(), MAX_TITLE);
        StringBuilder text = new StringBuilder();
        if (product.brand() != null && !says(title, product.brand())) {
            text.append(product.brand()).append(' ');
        }
        text.append(title);
        if (!product.categories().isEmpty()) {
            add(text, title, product.categories().getLast());
        }
        KINDS.forEach(name -> add(text, title, String.join(" ", product.attribute(name))));
        COLORS.forEach(name -> add(text, title, String.join(" ", product.attribute(name))));
        String plain = SPACE.matcher(MARKUP.matcher(product.description()).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        if (description > 0 && !plain.isEmpty()) {
            text.append(". ").append(cut(plain, description));
        }
        return text.toString();
    }

    private static void add(StringBuilder text, String title, String part) {
        if (!part.isEmpty() && !says(title, part)) {
            text.append(", ").append(cut(part, MAX_PART));
        }
    }

    private static boolean says(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    /** Cuts at a word, unless the last one is half of the text. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int space = text.lastIndexOf(' ', length);
        int end = space > length / 2 ? space : length;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
