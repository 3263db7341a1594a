package ai.adcio.retrieval.opensearch;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import ai.adcio.retrieval.internal.Analyzers;
import ai.adcio.retrieval.internal.FilterTerms;
import ai.adcio.retrieval.internal.Identifiers;
import ai.adcio.retrieval.internal.SearchText;
import java.math.BigDecimal;
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

    private final Map<String, Object> content = new LinkedHashMap<>();
    private final List<String> has = new ArrayList<>();
    private final Set<String> exact = new LinkedHashSet<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> characters = new ArrayList<>();
    private final Set<String> numbers = new LinkedHashSet<>();
    private final List<Map<String, Object>> options = new ArrayList<>();
    private final List<Map<String, Object>> sorting = new ArrayList<>();

    private ProductDocument() {}

    /**
     * The JSON of a product.
     *
     * @param order its place among equals
     */
    static byte[] of(Product product, long order) {
        ProductDocument document = new ProductDocument();
        document.content.put(ID, product.id());
        document.content.put(ORDER, order);
        document.addText(product);
        FilterTerms.FIXED.forEach(field -> document.addField(product, field));
        attributes(product).forEach(name -> document.addField(product, Fields.attribute(name)));
        document.addMoney(Fields.PRICE, product.price());
        document.addMoney(Fields.LIST_PRICE, product.listPrice());
        for (String field : NUMERIC) {
            Fields.numbers(product, field, null).stream()
                    .findFirst()
                    .ifPresent(number -> document.content.put(field, number.doubleValue()));
        }
        return Json.bytes(document.finished());
    }

    private static Set<String> attributes(Product product) {
        Set<String> names = new LinkedHashSet<>(product.attributes().keySet());
        product.variants().forEach(variant -> names.addAll(variant.attributes().keySet()));
        return names;
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
        String name = FieldTerms.name(field);
        has.add(name);
        for (String value : values) {
            List<String> inOrder = TextFolding.words(value);
            exact.add(FieldTerms.exact(name, value));
            addWords(name, inOrder, words, characters);
            if (values.size() > 1) {
                addOption(name, value, inOrder);
            }
        }
        List<BigDecimal> found = Fields.numbers(product, field, null);
        found.forEach(number -> numbers.add(FieldTerms.number(name, DecimalTerms.of(number))));
        if (Fields.attributeName(field) != null && !found.isEmpty()) {
            sorting.add(Map.of(
                    FIELD,
                    name,
                    VALUE,
                    found.stream().map(BigDecimal::doubleValue).toList()));
        }
    }

    private static void addWords(String name, List<String> inOrder, List<String> words, List<String> characters) {
        if (!inOrder.isEmpty()) {
            words.add(FieldTerms.row(name, inOrder));
        }
        if (inOrder.stream().anyMatch(Analyzers::hasHangul)) {
            characters.add(FieldTerms.row(name, FieldTerms.characters(inOrder)));
        }
    }

    /** One value of several by itself, as whether another one is left can only be told value by value. */
    private void addOption(String name, String value, List<String> inOrder) {
        List<String> itsWords = new ArrayList<>();
        List<String> itsCharacters = new ArrayList<>();
        addWords(name, inOrder, itsWords, itsCharacters);
        options.add(
                Map.of(FIELD, name, EXACT, FieldTerms.exact(name, value), WORDS, itsWords, CHARACTERS, itsCharacters));
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
