package ai.adcio.catalog.feed;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a Merchant Center feed that are read, by the names of its specification. */
final class MerchantFields {
    static final String ID = "id";
    static final String TITLE = "title";
    static final String DESCRIPTION = "description";
    static final String LINK = "link";
    static final String IMAGE_LINK = "image_link";
    static final String PRICE = "price";
    static final String SALE_PRICE = "sale_price";
    static final String SALE_DATE = "sale_price_effective_date";
    static final String AVAILABILITY = "availability";
    static final String BRAND = "brand";
    static final String GOOGLE_CATEGORY = "google_product_category";
    static final String PRODUCT_TYPE = "product_type";
    static final String GROUP = "item_group_id";
    static final String DETAIL = "product_detail";
    static final String HIGHLIGHT = "product_highlight";
    /** Those that become attributes of the same name; of the first two, a slash parts several values. */
    static final List<String> ATTRIBUTES =
            List.of("color", "material", "pattern", "size", "gender", "age_group", "condition", "gtin", "mpn");

    static final Set<String> SLASHED = Set.of("color", "material");

    private static final Set<String> READ = Set.of(
            ID,
            TITLE,
            DESCRIPTION,
            LINK,
            IMAGE_LINK,
            PRICE,
            SALE_PRICE,
            SALE_DATE,
            AVAILABILITY,
            BRAND,
            GOOGLE_CATEGORY,
            PRODUCT_TYPE,
            GROUP,
            DETAIL,
            HIGHLIGHT);

    /** Spelt with spaces or underscores, with the prefix of XML, with the parts of a field in brackets behind it. */
    static final FieldNames NAMES = MerchantFields::read;

    private MerchantFields() {}

    private static @Nullable String read(String name) {
        String bare = name.strip().toLowerCase(Locale.ROOT);
        int parts = bare.indexOf('(');
        if (parts > 0) {
            bare = bare.substring(0, parts).strip();
        }
        if (bare.startsWith("g:")) {
            bare = bare.substring(2);
        }
        bare = bare.replace(' ', '_');
        return READ.contains(bare) || ATTRIBUTES.contains(bare) ? bare : null;
    }
}
