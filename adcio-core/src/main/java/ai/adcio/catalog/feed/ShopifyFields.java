package ai.adcio.catalog.feed;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The columns of Shopify's product CSV that are read, by the names of its long-standing export. */
final class ShopifyFields {
    static final String HANDLE = "handle";
    static final String TITLE = "title";
    static final String BODY = "body (html)";
    static final String VENDOR = "vendor";
    static final String CATEGORY = "product category";
    static final String TYPE = "type";
    static final String TAGS = "tags";
    static final String PUBLISHED = "published";
    static final String STATUS = "status";
    static final String SKU = "variant sku";
    static final String BARCODE = "variant barcode";
    static final String PRICE = "variant price";
    static final String COMPARE_AT = "variant compare at price";
    static final String TRACKER = "variant inventory tracker";
    static final String QUANTITY = "variant inventory qty";
    static final String POLICY = "variant inventory policy";
    static final String IMAGE = "image src";
    static final String IMAGE_POSITION = "image position";

    /** Columns that become attributes, with the attribute's name. */
    static final Map<String, String> ATTRIBUTES = Map.of(
            "google shopping / gender", "gender",
            "google shopping / age group", "age_group",
            "google shopping / mpn", "mpn",
            "google shopping / condition", "condition");

    // What the export calls the same since 2025, and what it did in 2022.
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            entry("url handle", HANDLE),
            entry("description", BODY),
            entry("custom product type", TYPE),
            entry("standardized product type", CATEGORY),
            entry("published on online store", PUBLISHED),
            entry("sku", SKU),
            entry("barcode", BARCODE),
            entry("price", PRICE),
            entry("compare-at price", COMPARE_AT),
            entry("inventory tracker", TRACKER),
            entry("inventory quantity", QUANTITY),
            entry("continue selling when out of stock", POLICY),
            entry("product image url", IMAGE));

    private static final Set<String> READ = Set.of(
            HANDLE,
            TITLE,
            BODY,
            VENDOR,
            CATEGORY,
            TYPE,
            TAGS,
            PUBLISHED,
            STATUS,
            SKU,
            BARCODE,
            PRICE,
            COMPARE_AT,
            TRACKER,
            QUANTITY,
            POLICY,
            IMAGE,
            IMAGE_POSITION,
            optionName(1),
            optionName(2),
            optionName(3),
            optionValue(1),
            optionValue(2),
            optionValue(3));

    static final FieldNames NAMES = name -> {
        String bare = name.strip().toLowerCase(Locale.ROOT);
        String own = OTHER_NAMES.getOrDefault(bare, bare);
        return READ.contains(own) || ATTRIBUTES.containsKey(own) ? own : null;
    };

    private ShopifyFields() {}

    static String optionName(int number) {
        return "option" + number + " name";
    }

    static String optionValue(int number) {
        return "option" + number + " value";
    }
}
