package ai.adcio.retrieval.weaviate;

import io.weaviate.client6.v1.api.collections.CollectionConfig;
import io.weaviate.client6.v1.api.collections.Property;
import io.weaviate.client6.v1.api.collections.Tokenization;
import io.weaviate.client6.v1.api.collections.VectorConfig;
import java.util.List;
import java.util.Map;

/**
 * The properties of a product in Weaviate. The same for every catalogue: attributes, of which there may be hundreds, are
 * filed as terms, so that shops can share a collection and a new attribute changes no schema.
 */
final class WeaviateSchema {
    static final String ID = "productId";
    static final String TITLE = "title";
    static final String BRAND = "brand";
    static final String CATEGORIES = "categories";
    static final String DESCRIPTION = "description";
    static final String PRICE = "price";
    static final String CURRENCY = "priceCurrency";
    static final String LIST_PRICE = "listPrice";
    static final String LIST_CURRENCY = "listPriceCurrency";
    static final String RATING = "rating";
    static final String RATING_COUNT = "ratingCount";
    static final String AVAILABILITY = "availability";
    static final String HAS = "hasTerms";
    static final String EXACT = "exactTerms";
    static final String WORD = "wordTerms";
    static final String GRAM = "gramTerms";
    static final String NUMBER = "numberTerms";

    private WeaviateSchema() {}

    static List<Property> properties() {
        return List.of(
                term(ID),
                // Trigrams find Korean words inside of joined ones, and English ones with a typing error.
                searched(TITLE),
                searched(BRAND),
                Property.textArray(
                        CATEGORIES,
                        p -> p.tokenization(Tokenization.TRIGRAM)
                                .indexFilterable(false)
                                .indexSearchable(true)),
                searched(DESCRIPTION),
                number(PRICE),
                term(CURRENCY),
                number(LIST_PRICE),
                term(LIST_CURRENCY),
                number(RATING),
                number(RATING_COUNT),
                term(AVAILABILITY),
                terms(HAS),
                terms(EXACT),
                terms(WORD),
                terms(GRAM),
                terms(NUMBER));
    }

    /** A collection for one generation of one shop. */
    static CollectionConfig dedicated(String name, WeaviateSettings settings) {
        return CollectionConfig.of(name, c -> {
            common(c, settings);
            if (settings.shards() > 0) {
                c.sharding(s -> s.desiredCount(settings.shards()));
            }
            return c;
        });
    }

    /** A collection with a tenant for each generation of each shop. */
    static CollectionConfig shared(String name, WeaviateSettings settings) {
        return CollectionConfig.of(name, c -> {
            common(c, settings);
            return c.multiTenancy(t -> t.enabled(true).autoTenantActivation(true));
        });
    }

    /** A small collection without vectors. */
    static CollectionConfig register(String name, List<String> fields, WeaviateSettings settings) {
        return CollectionConfig.of(name, c -> {
            c.properties(fields.stream().map(WeaviateSchema::term).toList());
            return settings.replicas() > 0 ? c.replication(r -> r.replicationFactor(settings.replicas())) : c;
        });
    }

    private static void common(CollectionConfig.Builder collection, WeaviateSettings settings) {
        collection
                .properties(properties())
                .vectorConfig(Map.ofEntries(VectorConfig.selfProvided(settings.vectorName())));
        if (settings.replicas() > 0) {
            collection.replication(r -> r.replicationFactor(settings.replicas()));
        }
    }

    private static Property searched(String name) {
        return Property.text(
                name,
                p -> p.tokenization(Tokenization.TRIGRAM).indexFilterable(false).indexSearchable(true));
    }

    private static Property term(String name) {
        return Property.text(
                name,
                p -> p.tokenization(Tokenization.FIELD).indexFilterable(true).indexSearchable(false));
    }

    private static Property terms(String name) {
        return Property.textArray(
                name,
                p -> p.tokenization(Tokenization.FIELD).indexFilterable(true).indexSearchable(false));
    }

    private static Property number(String name) {
        return Property.number(name, p -> p.indexFilterable(true).indexRangeFilters(true));
    }
}
