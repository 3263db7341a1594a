package ai.adcio.sql;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import java.math.BigDecimal;
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
    /** How long a head is at most. */
    static final int HEAD = 100;

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
        String whole = TextFolding.fold(text);
        String folded = cut(whole);
        String words = cut(TextFolding.joinedWords(whole));
        return new StoredValue(folded, words.equals(folded) ? null : words, number, currency);
    }

    /** The beginning of a stored text, for an index. */
    static String head(String stored) {
        if (stored.length() <= HEAD) {
            return stored;
        }
        return stored.substring(0, Character.isHighSurrogate(stored.charAt(HEAD - 1)) ? HEAD - 1 : HEAD);
    }

    /** Whether no other stored text has this one for its head. */
    static boolean isItsOwnHead(String stored) {
        return stored.length() < HEAD - 1;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
