package ai.adcio.retrieval.store;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.filter.comparison.IsEqualTo;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a product lies in a store: metadata of langchain4j holds single values only, so that a list is a few numbered keys.
 * Every key is a plain name, as some stores take a dot for a path.
 */
final class StoreEntries {
    /** Which shop and generation an entry belongs to: in one key, so that every search has one equality more. */
    static final String WITHIN = "within";

    static final String SHOP = "shop";
    static final String PRODUCT = "product";
    static final String BRAND = "brand";
    static final String AVAILABILITY = "availability";
    static final String PRICE = "price";
    static final String CURRENCY = "priceCurrency";
    static final String LIST_PRICE = "listPrice";
    static final String LIST_CURRENCY = "listPriceCurrency";
    static final String RATING = "rating";
    static final String RATING_COUNT = "ratingCount";
    /** Stands for a brand where there is none, as stores disagree on what "not one of these" says of a missing key. */
    static final String NONE = "(none)";

    static final int SLOTS = 6;
    static final int LONGEST_VALUE = 256;
    private static final Pattern NOT_A_NAME = Pattern.compile("[^A-Za-z0-9]+");

    private final EmbeddingStoreSettings settings;

    StoreEntries(EmbeddingStoreSettings settings) {
        this.settings = settings;
    }

    /** The value of {@link #WITHIN} for a generation. */
    String within(String generation) {
        return settings.shop() + "/" + generation;
    }

    /** The value of {@link #WITHIN} for what tells which generation is served. */
    String published() {
        return settings.shop() + "/";
    }

    /** The products of every generation but one. */
    Filter otherGenerations(String generation) {
        return Filter.and(new IsEqualTo(SHOP, settings.shop()), Filter.not(new IsEqualTo(WITHIN, within(generation))));
    }

    /** The id of a product's entry: the same at every load of a generation. */
    String id(String generation, String productId) {
        return uuid(within(generation) + "\n" + productId);
    }

    static String uuid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** A product's text with what can be filtered by. */
    TextSegment segment(String generation, Product product) {
        Metadata metadata = new Metadata();
        metadata.put(WITHIN, within(generation));
        metadata.put(SHOP, settings.shop());
        metadata.put(PRODUCT, product.id());
        metadata.put(BRAND, product.brand() == null ? NONE : value(product.brand()));
        metadata.put(AVAILABILITY, value(product.availability().schemaOrgName()));
        putMoney(metadata, PRICE, CURRENCY, product.price());
        putMoney(metadata, LIST_PRICE, LIST_CURRENCY, product.listPrice());
        if (product.rating() != null) {
            metadata.put(RATING, product.rating().value());
            metadata.put(RATING_COUNT, (double) product.rating().count());
        }
        putSlots(metadata, Fields.CATEGORIES, product.categories());
        for (String name : settings.attributes()) {
            putSlots(metadata, Fields.attribute(name), product.attribute(name));
        }
        return TextSegment.from(settings.model().passage(product), metadata);
    }

    private static void putMoney(Metadata metadata, String amount, String currency, @Nullable Money money) {
        if (money != null) {
            metadata.put(amount, money.amount().doubleValue());
            metadata.put(currency, money.currency().getCurrencyCode());
        }
    }

    private static void putSlots(Metadata metadata, String field, List<String> values) {
        Set<String> distinct = new LinkedHashSet<>();
        values.forEach(value -> distinct.add(value(value)));
        int slot = 0;
        for (String value : distinct) {
            if (slot == SLOTS) {
                metadata.put(moreKey(field), 1);
                return;
            }
            metadata.put(slotKey(field, slot++), value);
        }
    }

    /** Whether a field's whole values are in slots. */
    boolean hasSlots(String field) {
        String attribute = Fields.attributeName(field);
        return field.equals(Fields.CATEGORIES)
                || attribute != null && settings.attributes().contains(attribute);
    }

    static String slotKey(String field, int slot) {
        return name(field) + (slot + 1);
    }

    /** The key that is 1 where a field has more values than slots. */
    static String moreKey(String field) {
        return name(field) + "More";
    }

    private static String name(String field) {
        if (field.equals(Fields.CATEGORIES)) {
            return "category";
        }
        // Names may be of any script; what they are made of is not unique, so that their hash is added.
        String readable = NOT_A_NAME.matcher(field).replaceAll("_");
        return readable + "_" + uuid(field).substring(0, 8) + "_";
    }

    /** The comparable form of a value; a long one is cut, and stands for all that begin alike. */
    static String value(String text) {
        String folded = TextFolding.fold(text);
        return folded.length() <= LONGEST_VALUE ? folded : folded.substring(0, LONGEST_VALUE);
    }
}
