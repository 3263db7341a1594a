package ai.adcio.retrieval.lucene;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.DoublePoint;
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
    static final String POINT = "_point.";
    static final String VALUE = "_value.";

    private static final char SEPARATOR = '\u0001';
    // Folded values longer than this are told apart by record; a term has a limit of 32 kB.
    private static final int MAX_TERM = 512;
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

    private FilterFields() {}

    /** Adds a product's filter fields to its document. */
    static void add(Document document, Product product) {
        document.add(new StringField(ID, product.id(), Field.Store.NO));
        document.add(new SortedDocValuesField(ID, new BytesRef(product.id())));
        Set<String> names = new HashSet<>(product.attributes().keySet());
        product.variants().forEach(variant -> names.addAll(variant.attributes().keySet()));
        FIXED.forEach(field -> addTexts(document, field, Fields.texts(product, field)));
        names.forEach(name -> addTexts(document, Fields.attribute(name), product.attribute(name)));
        addMoney(document, Fields.PRICE, product.price());
        addMoney(document, Fields.LIST_PRICE, product.listPrice());
        if (product.rating() != null) {
            addNumber(document, Fields.RATING, product.rating().value());
            addNumber(document, Fields.RATING_COUNT, product.rating().count());
        }
    }

    static String exactTerm(String field, String value) {
        String folded = TextFolding.fold(value);
        return term(field, folded.length() <= MAX_TERM ? folded : folded.substring(0, MAX_TERM));
    }

    /** Whether an exact term stands for the whole value; a longer one must be held against the record. */
    static boolean isWhole(String value) {
        return TextFolding.fold(value).length() <= MAX_TERM;
    }

    static String term(String field, String value) {
        return field + SEPARATOR + value;
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
        document.add(new StringField(HAS, field, Field.Store.NO));
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
            double amount = money.amount().doubleValue();
            addNumber(document, field, amount);
            document.add(new DoublePoint(POINT + field + '.' + money.currency().getCurrencyCode(), amount));
        }
    }

    private static void addNumber(Document document, String field, double number) {
        document.add(new DoublePoint(POINT + field, number));
        document.add(new DoubleDocValuesField(VALUE + field, number));
    }
}
