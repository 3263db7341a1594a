package ai.adcio.retrieval.lucene;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.internal.FilterTerms;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
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

    private static final Set<String> NUMERIC =
            Set.of(Fields.PRICE, Fields.LIST_PRICE, Fields.RATING, Fields.RATING_COUNT);

    private FilterFields() {}

    /** Adds a product's filter fields to its document. */
    static void add(Document document, Product product) {
        document.add(new StringField(ID, product.id(), Field.Store.NO));
        document.add(new SortedDocValuesField(ID, new BytesRef(product.id())));
        FilterTerms terms = FilterTerms.of(product);
        addTerms(document, HAS, terms.has());
        addTerms(document, EXACT, terms.exact());
        addTerms(document, WORD, terms.words());
        addTerms(document, GRAM, terms.grams());
        for (String field : List.of(Fields.PRICE, Fields.LIST_PRICE, Fields.RATING, Fields.RATING_COUNT)) {
            addNumbers(document, field, Fields.numbers(product, field, null));
            Fields.numbers(product, field, null).stream()
                    .findFirst()
                    .ifPresent(n -> document.add(new DoubleDocValuesField(VALUE + field, n.doubleValue())));
        }
        Map<String, List<Double>> numbers = new TreeMap<>();
        for (String name : FilterTerms.attributeNames(product)) {
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
        return FilterTerms.kindOf(field, currency.getCurrencyCode());
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

    private static void addTerms(Document document, String field, Collection<String> terms) {
        terms.forEach(term -> document.add(new StringField(field, term, Field.Store.NO)));
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
            document.add(new StringField(LOOSE, FilterTerms.name(field), Field.Store.NO));
        }
    }
}
