package ai.adcio.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One purchasable form of a product, such as a size in a colour.
 *
 * @param id the shop's own id, unique within the product
 * @param attributes what tells this variant from the others, by attribute name
 * @param price its own price, or null when it costs what the product does
 * @param availability its own availability, or null when it has the product's
 */
public record Variant(
        String id,
        Map<String, List<String>> attributes,
        @Nullable Money price,
        @Nullable Availability availability) {
    /** Copies the attributes, keeping their order. */
    public Variant {
        attributes = Attributes.copy(attributes);
    }
}
