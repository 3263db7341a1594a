package ai.adcio.retrieval.internal;

import ai.adcio.catalog.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What of a record is searched by words, field by field.
 *
 * @param title the name
 * @param brand the brand, or empty
 * @param color the colours, or empty
 * @param categories the category path in a row
 * @param attributes the values of all other attributes, and the names of those that are true
 * @param description the free text without markup
 */
public record SearchText(
        String title, String brand, String color, String categories, String attributes, String description) {
    /** The name of the title's index field; what is appended to it names the language. */
    public static final String TITLE = "title";
    /** The brand's. */
    public static final String BRAND = "brand";
    /** The colours'. */
    public static final String COLOR = "color";
    /** The categories'. */
    public static final String CATEGORIES = "categories";
    /** That of all other attributes. */
    public static final String ATTRIBUTES = "attributes";
    /** The description's. */
    public static final String DESCRIPTION = "description";

    /** All of them, in a fixed order. */
    public static final List<String> FIELDS = List.of(TITLE, BRAND, COLOR, CATEGORIES, ATTRIBUTES, DESCRIPTION);

    private static final Pattern MARKUP = Pattern.compile("<[^<>]{1,200}>");
    // Longer descriptions repeat themselves; the rest would only cost memory.
    private static final int MAX_DESCRIPTION = 20_000;
    // Between values, so that no phrase spans two of them.
    private static final String BETWEEN = " ; ";

    /** The texts of a product. */
    public static SearchText of(Product product) {
        List<String> colors = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Map.Entry<String, List<String>> attribute : product.attributes().entrySet()) {
            if (isColor(attribute.getKey())) {
                colors.addAll(attribute.getValue());
            } else {
                attribute.getValue().forEach(value -> addValue(others, attribute.getKey(), value));
            }
        }
        product.variants()
                .forEach(v -> v.attributes().forEach((name, values) -> {
                    List<String> target = isColor(name) ? colors : others;
                    values.stream().filter(value -> !target.contains(value)).forEach(target::add);
                }));
        String text = product.description().length() > MAX_DESCRIPTION
                ? product.description().substring(0, MAX_DESCRIPTION)
                : product.description();
        return new SearchText(
                product.title(),
                product.brand() == null ? "" : product.brand(),
                String.join(" ", colors),
                String.join(" ", product.categories()),
                String.join(BETWEEN, others),
                text.indexOf('<') < 0 ? text : MARKUP.matcher(text).replaceAll(" "));
    }

    /** Whether an attribute of this name holds colours, in the spellings that feeds use. */
    static boolean isColor(String attribute) {
        String name = attribute.toLowerCase(Locale.ROOT);
        return name.equals("color")
                || name.equals("colour")
                || name.equals("product_color")
                || name.equals("product_colour")
                || name.equals("색상");
    }

    private static void addValue(List<String> values, String name, String value) {
        if (value.equalsIgnoreCase("true")) {
            values.add(name.replace('_', ' '));
        } else if (!value.equalsIgnoreCase("false")) {
            values.add(value);
        }
    }

    /** The texts with the names of their index fields, in a fixed order. */
    public Map<String, String> byField() {
        return Map.of(
                TITLE,
                title,
                BRAND,
                brand,
                COLOR,
                color,
                CATEGORIES,
                categories,
                ATTRIBUTES,
                attributes,
                DESCRIPTION,
                description);
    }
}
