package ai.adcio.retrieval.opensearch;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.internal.Analyzers;
import ai.adcio.retrieval.internal.FilterTerms;
import ai.adcio.retrieval.internal.Identifiers;
import ai.adcio.retrieval.internal.SearchText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A product as the document that {@link IndexBody} has a mapping for. For one product and one thread. */
final class ProductDocument {
    static final String ID = "id";
    static final String ORDER = "order";
    static final String IDENTIFIER = "identifier";
    static final String EXACT = "exact";
    static final String HAS = "has";
    static final String WORDS = "words";
    static final String CHARACTERS = "characters";
    static final String NUMBER = "number";
    static final String OPTIONS = "options";
    static final String SORTING = "sorting";
    static final String FIELD = "field";
    static final String VALUE = "value";
    static final String ENGLISH = ".en";
    static final String KOREAN = ".ko";
    static final List<String> NUMERIC = List.of(Fields.PRICE, Fields.LIST_PRICE, Fields.RATING, Fields.RATING_COUNT);

    /** Fields beside the attributes in which products have the same values. */
    private static final Set<String> REPEATING = Set.of(Fields.BRAND, Fields.CATEGORIES, Fields.AVAILABILITY);

    private final Map<String, Object> content = new LinkedHashMap<>();
    private final List<String> has = new ArrayList<>();
    private final Set<String> exact = new LinkedHashSet<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> characters = new ArrayList<>();
    private final Set<String> numbers = new LinkedHashSet<>();
    private final List<Map<String, Object>> options = new ArrayList<>();
    private final List<Map<String, Object>> sorting = new ArrayList<>();

    private final FieldMemory memory;

    private ProductDocument(FieldMemory memory) {
        this.memory = memory;
    }

    /**
     * The JSON of a product.
     *
     * @param order its place among equals
     * @param memory what is known from earlier products
     */
    static byte[] of(Product product, long order, FieldMemory memory) {
        ProductDocument document = new ProductDocument(memory);
        document.content.put(ID, product.id());
        document.content.put(ORDER, order);
        document.addText(product);
        FilterTerms.FIXED.forEach(field -> document.addField(product, field));
        FilterTerms.attributeNames(product).forEach(name -> document.addField(product, Fields.attribute(name)));
        document.addMoney(Fields.PRICE, product.price());
        document.addMoney(Fields.LIST_PRICE, product.listPrice());
        for (String field : NUMERIC) {
            Fields.numbers(product, field, null).stream()
                    .findFirst()
                    .ifPresent(number -> document.content.put(field, number.doubleValue()));
        }
        return Json.bytes(document.finished());
    }

    private void addText(Product product) {
        SearchText.of(product).byField().forEach((field, given) -> {
            String text = Analyzers.plain(given);
            // By the text of each field: a Korean product with an English name is found in both languages.
            if (Analyzers.hasHangul(text)) {
                content.put(field + KOREAN, text);
            }
            if (Analyzers.hasOther(text)) {
                content.put(field + ENGLISH, text);
            }
        });
        content.put(IDENTIFIER, Identifiers.of(product));
    }

    private void addField(Product product, String field) {
        List<String> values = Fields.texts(product, field);
        if (values.isEmpty()) {
            return;
        }
        String name = memory.name(field);
        has.add(name);
        boolean typed = NUMERIC.contains(field);
        List<Double> found = new ArrayList<>();
        for (String value : values) {
            ValueTerms terms = REPEATING.contains(field) || Fields.attributeName(field) != null
                    ? memory.value(name, value)
                    : ValueTerms.of(name, value);
            exact.add(terms.exact());
            addTo(words, terms.words());
            addTo(characters, terms.characters());
            if (values.size() > 1) {
                addOption(name, terms);
            }
            if (!typed && terms.number() != null) {
                found.add(terms.number().value());
                numbers.add(terms.number().term());
            }
        }
        if (typed) {
            Fields.numbers(product, field, null)
                    .forEach(number -> numbers.add(FieldTerms.number(name, DecimalTerms.of(number))));
        } else if (Fields.attributeName(field) != null && !found.isEmpty()) {
            sorting.add(Map.of(FIELD, name, VALUE, found));
        }
    }

    private static void addTo(List<String> rows, @Nullable String row) {
        if (row != null) {
            rows.add(row);
        }
    }

    /** One value of several by itself, as whether another one is left can only be told value by value. */
    private void addOption(String name, ValueTerms terms) {
        options.add(Map.of(
                FIELD,
                name,
                EXACT,
                terms.exact(),
                WORDS,
                listOf(terms.words()),
                CHARACTERS,
                listOf(terms.characters())));
    }

    private static List<String> listOf(@Nullable String row) {
        return row == null ? List.of() : List.of(row);
    }

    private void addMoney(String field, @Nullable Money money) {
        if (money != null) {
            String name = FieldTerms.name(field, money.currency().getCurrencyCode());
            numbers.add(FieldTerms.number(name, DecimalTerms.of(money.amount())));
        }
    }

    private Map<String, Object> finished() {
        content.put(HAS, has);
        content.put(EXACT, exact);
        content.put(WORDS, words);
        content.put(CHARACTERS, characters);
        content.put(NUMBER, numbers);
        content.put(OPTIONS, options);
        content.put(SORTING, sorting);
        return content;
    }
}
