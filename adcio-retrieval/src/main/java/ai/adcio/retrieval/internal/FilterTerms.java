package ai.adcio.retrieval.internal;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The terms under which a product's values are filed, so that constraints on text can be answered by looking terms up.
 * However many attribute names a catalogue has, these are four kinds: a term names the record's field and its value.
 *
 * @param has the fields that have a value
 * @param exact the whole values
 * @param words the words of the values
 * @param grams the characters, and pairs of characters, of values with Hangul, as Korean joins words
 */
public record FilterTerms(Set<String> has, Set<String> exact, Set<String> words, Set<String> grams) {
    private static final char SEPARATOR = '\u0001';
    // Longer values, words and names are told apart by record; engines have a limit for a term.
    private static final int MAX_TERM = 512;
    private static final int LONGEST_PLURAL = 2;
    /** The fields that every product has, the attributes aside. */
    public static final List<String> FIXED = List.of(
            Fields.ID,
            Fields.TITLE,
            Fields.DESCRIPTION,
            Fields.BRAND,
            Fields.CATEGORIES,
            Fields.PRICE,
            Fields.LIST_PRICE,
            Fields.RATING,
            Fields.RATING_COUNT,
            Fields.AVAILABILITY);

    /** The terms of a product. */
    public static FilterTerms of(Product product) {
        FilterTerms terms = new FilterTerms(
                new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        FIXED.forEach(field -> terms.add(field, Fields.texts(product, field)));
        attributeNames(product).forEach(name -> terms.add(Fields.attribute(name), product.attribute(name)));
        return terms;
    }

    /** The names of all attributes of a product and of its variants. */
    public static Set<String> attributeNames(Product product) {
        Set<String> names = new LinkedHashSet<>(product.attributes().keySet());
        product.variants().forEach(variant -> names.addAll(variant.attributes().keySet()));
        return names;
    }

    private void add(String field, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        has.add(name(field));
        for (String value : values) {
            exact.add(exactTerm(field, value));
            if (!indexesWords(field)) {
                continue;
            }
            List<String> inOrder = TextFolding.words(value);
            for (String word : inOrder) {
                if (word.length() <= MAX_TERM) {
                    words.add(term(field, word));
                }
            }
            if (Analyzers.hasHangul(value)) {
                grams(inOrder).forEach(gram -> grams.add(term(field, gram)));
            }
        }
    }

    /** The term of a whole value. */
    public static String exactTerm(String field, String value) {
        return term(field, TextFolding.fold(value));
    }

    /** Whether the terms of a field and a folded value stand for them alone; others must be held against the record. */
    public static boolean isCertain(String field, String folded) {
        return field.length() <= MAX_TERM
                && folded.length() <= MAX_TERM
                && field.indexOf(SEPARATOR) < 0
                && folded.indexOf(SEPARATOR) < 0;
    }

    /** Whether a word and its plurals are filed as they are. */
    static boolean indexesWord(String word) {
        return word.length() <= MAX_TERM - LONGEST_PLURAL;
    }

    /** Whether the words of a field are filed; a description's would double an index for a rare question. */
    static boolean indexesWords(String field) {
        return !field.equals(Fields.DESCRIPTION);
    }

    /** The term of a field and a folded part of its value. */
    public static String term(String field, String value) {
        return name(field) + SEPARATOR + cut(value);
    }

    /** A field's name as a term. */
    public static String name(String field) {
        return cut(field);
    }

    /** The name under which numbers of one kind only are filed, such as money of one currency. */
    public static String kindOf(String field, String kind) {
        return field + SEPARATOR + kind;
    }

    private static String cut(String text) {
        if (text.length() <= MAX_TERM) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_TERM - 1)) ? MAX_TERM - 1 : MAX_TERM);
    }

    /** The overlapping pairs of characters of joined words, and each single one. */
    public static Set<String> grams(List<String> words) {
        int[] joined = String.join("", words).codePoints().toArray();
        Set<String> grams = new HashSet<>();
        for (int i = 0; i < joined.length; i++) {
            grams.add(new String(joined, i, 1));
            if (i + 1 < joined.length) {
                grams.add(new String(joined, i, 2));
            }
        }
        return grams;
    }

    /** A word with its plurals, in which a phrase's word may stand. */
    static List<String> forms(String field, String word) {
        List<String> forms = new ArrayList<>(3);
        for (String ending : List.of("", "s", "es")) {
            forms.add(term(field, word + ending));
        }
        return forms;
    }
}
