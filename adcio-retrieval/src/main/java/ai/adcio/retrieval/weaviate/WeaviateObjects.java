package ai.adcio.retrieval.weaviate;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.internal.FilterTerms;
import ai.adcio.retrieval.internal.NumberTerms;
import io.weaviate.client6.v1.api.collections.Vectors;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Products as Weaviate's objects. */
final class WeaviateObjects {
    // Longer descriptions repeat themselves; Weaviate would keep them for its own word search alone.
    private static final int LONGEST_DESCRIPTION = 2_000;

    private final String vectorName;

    WeaviateObjects(String vectorName) {
        this.vectorName = vectorName;
    }

    /** The UUID of a product, the same at every load, so that a batch can be written again. */
    static String uuid(String productId) {
        return UUID.nameUUIDFromBytes(productId.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The object of a product; without a vector it is never found by one. */
    WeaviateObject<Map<String, Object>> of(Product product, float @Nullable [] vector) {
        Map<String, Object> properties = properties(product);
        return WeaviateObject.of(object -> {
            object.uuid(uuid(product.id())).properties(properties);
            return vector == null ? object : object.vectors(Vectors.of(vectorName, vector));
        });
    }

    private static Map<String, Object> properties(Product product) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(WeaviateSchema.ID, product.id());
        properties.put(WeaviateSchema.TITLE, product.title());
        if (product.brand() != null) {
            properties.put(WeaviateSchema.BRAND, product.brand());
        }
        putAll(properties, WeaviateSchema.CATEGORIES, product.categories());
        if (!product.description().isEmpty()) {
            properties.put(WeaviateSchema.DESCRIPTION, cut(product.description()));
        }
        properties.put(WeaviateSchema.AVAILABILITY, product.availability().schemaOrgName());
        putMoney(properties, WeaviateSchema.PRICE, WeaviateSchema.CURRENCY, product.price());
        putMoney(properties, WeaviateSchema.LIST_PRICE, WeaviateSchema.LIST_CURRENCY, product.listPrice());
        if (product.rating() != null) {
            properties.put(WeaviateSchema.RATING, product.rating().value());
            properties.put(
                    WeaviateSchema.RATING_COUNT, (double) product.rating().count());
        }
        FilterTerms terms = FilterTerms.of(product);
        putAll(properties, WeaviateSchema.HAS, terms.has());
        putAll(properties, WeaviateSchema.EXACT, terms.exact());
        putAll(properties, WeaviateSchema.WORD, terms.words());
        putAll(properties, WeaviateSchema.GRAM, terms.grams());
        putAll(properties, WeaviateSchema.NUMBER, numbers(product));
        return properties;
    }

    private static Set<String> numbers(Product product) {
        Set<String> terms = new LinkedHashSet<>();
        for (String name : FilterTerms.attributeNames(product)) {
            String field = Fields.attribute(name);
            for (BigDecimal number : Fields.numbers(product, field, null)) {
                terms.addAll(NumberTerms.of(field, number));
            }
        }
        return terms;
    }

    private static void putMoney(
            Map<String, Object> properties, String amount, String currency, @Nullable Money money) {
        if (money != null) {
            properties.put(amount, money.amount().doubleValue());
            properties.put(currency, money.currency().getCurrencyCode());
        }
    }

    private static void putAll(Map<String, Object> properties, String name, Collection<String> values) {
        // An empty list is refused by some versions; a property that is left out is not.
        if (!values.isEmpty()) {
            properties.put(name, List.copyOf(values));
        }
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_DESCRIPTION) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_DESCRIPTION - 1))
                ? LONGEST_DESCRIPTION - 1
                : LONGEST_DESCRIPTION;
        return text.substring(0, end);
    }
}
