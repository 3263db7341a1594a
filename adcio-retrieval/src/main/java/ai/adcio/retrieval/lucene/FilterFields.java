package ai.adcio.retrieval.lucene;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.BinaryPoint;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The part of a document by which constraints are answered. However many attribute names a catalogue has, these are few
 * index fields: a term names the record's field and its value.
 */
final class FilterFields {
    static final String ID = "_id";
    static final String EXACT = "_exact";
    static final String HAS = "_has";
    static final String WORD = "_word";
    static final String GRAM = "_gram";
    static final String NUMBER = "_number";
    static final String LOOSE = "_loose";
    static final String VALUE = "_value.";

    private static final char SEPARATOR = '\u0001';
    // Longer values, words and names are told apart by record; a term has a limit of 32 kB.
    private static final int MAX_TERM = 512;
    private static final int LONGEST_PLURAL = 2;
    private static final List<String> FIXED = List.of(
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

    private static final Set<String> NUMERIC =
            Set.of(Fields.PRICE, Fields.LIST_PRICE, Fields.RATING, Fields.RATING_COUNT);

    private FilterFields() {}

    /** Adds a product's filter fields to its document. */
    static void add(Document document, Product product) {
        document.add(new StringField(ID, product.id(), Field.Store.NO));
        document.add(new SortedDocValuesField(ID, new BytesRef(product.id())));
        Set<String> names = new HashSet<>(product.attributes().keySet());
        product.variants().forEach(variant -> names.addAll(variant.attributes().keySet()));
        FIXED.forEach(field -> addTexts(document, field, Fields.texts(product, field)));
        names.forEach(name -> addTexts(document, Fields.attribute(name), product.attribute(name)));
        for (String field : List.of(Fields.PRICE, Fields.LIST_PRICE, Fields.RATING, Fields.RATING_COUNT)) {
            addNumbers(document, field, Fields.numbers(product, field, null));
            Fields.numbers(product, field, null).stream()
                    .findFirst()
                    .ifPresent(n -> document.add(new DoubleDocValuesField(VALUE + field, n.doubleValue())));
        }
        Map<String, List<Double>> numbers = new TreeMap<>();
        for (String name : names) {
            String field = Fields.attribute(name);
            List<BigDecimal> values = Fields.numbers(product, field, null);
            if (!values.isEmpty()) {
                addNumbers(document, field, values);
                numbers.put(field, values.stream().map(BigDecimal::doubleValue).toList());
            }
        }
        if (!numbers.isEmpty()) {
            document.add(new BinaryDocValuesField(AttributeNumbers.FIELD, AttributeNumbers.encoded(numbers)));
        }
        addMoney(document, Fields.PRICE, product.price());
        addMoney(document, Fields.LIST_PRICE, product.listPrice());
    }

    /** Whether the numbers of a field are indexed. */
    static boolean indexesNumbers(String field) {
        return Fields.attributeName(field) != null || NUMERIC.contains(field);
    }

    /** The field under which money of one currency is found. */
    static String inCurrency(String field, Currency currency) {
        return field + SEPARATOR + currency.getCurrencyCode();
    }

    /** A field's name as a dimension of the points: 16 bytes of its SHA-256, among which no two names meet. */
    static byte[] dimension(String field) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(field.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash, FixedPoint.BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    static String exactTerm(String field, String value) {
        return term(field, TextFolding.fold(value));
    }

    /** Whether the terms of a field and a folded value stand for them alone; others must be held against the record. */
    static boolean isCertain(String field, String folded) {
        return field.length() <= MAX_TERM
                && folded.length() <= MAX_TERM
                && field.indexOf(SEPARATOR) < 0
                && folded.indexOf(SEPARATOR) < 0;
    }

    /** Whether a word and its plurals are indexed as they are. */
    static boolean indexesWord(String word) {
        return word.length() <= MAX_TERM - LONGEST_PLURAL;
    }

    static String term(String field, String value) {
        return name(field) + SEPARATOR + cut(value);
    }

    /** A field's name as a term. */
    static String name(String field) {
        return cut(field);
    }

    private static String cut(String text) {
        if (text.length() <= MAX_TERM) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_TERM - 1)) ? MAX_TERM - 1 : MAX_TERM);
    }

    /** Whether the words of a field are indexed; a description's would double the index for a rare question. */
    static boolean indexesWords(String field) {
        return !field.equals(Fields.DESCRIPTION);
    }

    /** The overlapping pairs of characters of joined words, and each single one. */
    static Set<String> grams(List<String> words) {
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

    private static void addTexts(Document document, String field, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        document.add(new StringField(HAS, name(field), Field.Store.NO));
        Set<String> words = new HashSet<>();
        Set<String> grams = new HashSet<>();
        for (String value : values) {
            document.add(new StringField(EXACT, exactTerm(field, value), Field.Store.NO));
            if (indexesWords(field)) {
                List<String> inOrder = TextFolding.words(value);
                words.addAll(inOrder);
                if (Analyzers.hasHangul(value)) {
                    grams.addAll(grams(inOrder));
                }
            }
        }
        words.stream()
                .filter(word -> word.length() <= MAX_TERM)
                .forEach(word -> document.add(new StringField(WORD, term(field, word), Field.Store.NO)));
        grams.forEach(gram -> document.add(new StringField(GRAM, term(field, gram), Field.Store.NO)));
    }

    private static void addMoney(Document document, String field, @Nullable Money money) {
        if (money != null) {
            addNumbers(document, inCurrency(field, money.currency()), List.of(money.amount()));
        }
    }

    private static void addNumbers(Document document, String field, List<BigDecimal> numbers) {
        boolean loose = false;
        for (BigDecimal number : numbers) {
            byte[] value = FixedPoint.exactly(number);
            if (value == null) {
                loose = true;
            } else {
                document.add(new BinaryPoint(NUMBER, dimension(field), value));
            }
        }
        if (loose) {
            document.add(new StringField(LOOSE, name(field), Field.Store.NO));
        }
    }
}
