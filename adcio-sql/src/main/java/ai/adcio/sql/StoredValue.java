package ai.adcio.sql;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One value of a field in the forms that a constraint asks for.
 *
 * @param text folded
 * @param words the folded words with a space between; null when that is the text itself
 * @param number the number it stands for or starts with, or null
 * @param currency the currency of a number that is money, or null
 */
record StoredValue(
        String text,
        @Nullable String words,
        @Nullable BigDecimal number,
        @Nullable String currency) {
    // H2 keeps at most 1,048,576 characters in a VARCHAR; what stands beyond cannot be searched.
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int MOST_DIGITS = 40;

    /** The fields of every product but its attributes. */
    static final List<String> CORE_FIELDS = List.of(
            Fields.ID,
            Fields.TITLE,
            Fields.BRAND,
            Fields.PRICE,
            Fields.LIST_PRICE,
            Fields.RATING,
            Fields.RATING_COUNT,
            Fields.AVAILABILITY,
            Fields.CATEGORIES,
            Fields.DESCRIPTION);

    /** The fields of one product's attributes, those of its variants included. */
    static Set<String> attributeFields(Product product) {
        Set<String> fields = new LinkedHashSet<>();
        product.attributes().keySet().forEach(name -> fields.add(Fields.attribute(name)));
        product.variants().forEach(v -> v.attributes().keySet().forEach(name -> fields.add(Fields.attribute(name))));
        return fields;
    }

    /** A value as the record writes it. */
    static StoredValue of(String text, @Nullable BigDecimal number, @Nullable String currency) {
        String folded = cut(TextFolding.fold(text));
        String words = cut(String.join(" ", TextFolding.words(text)));
        return new StoredValue(
                folded, words.equals(folded) ? null : words, number == null ? null : storable(number), currency);
    }

    /**
     * The number itself, or the nearest of at most 40 digits before and after the point: a bound such as 1e999999999
     * would fill the memory when the engine writes its digits out.
     */
    static BigDecimal storable(BigDecimal number) {
        long magnitude = (long) number.precision() - number.scale();
        if (magnitude > MOST_DIGITS) {
            return BigDecimal.TEN.pow(MOST_DIGITS).multiply(BigDecimal.valueOf(number.signum()));
        }
        if (magnitude < -MOST_DIGITS) {
            return BigDecimal.ZERO;
        }
        return number.scale() > MOST_DIGITS ? number.setScale(MOST_DIGITS, RoundingMode.HALF_EVEN) : number;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
