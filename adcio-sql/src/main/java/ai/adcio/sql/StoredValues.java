package ai.adcio.sql;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.LeadingNumber;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a product's fields in the form in which they are stored. Used by one thread. */
final class StoredValues {
    // Attributes repeat: most of a catalogue's values are folded once.
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST_REMEMBERED = 64;

    private final Map<String, StoredValue> remembered = new HashMap<>();

    /** The values of one field of a product, in the record's order; empty when it has none. */
    List<StoredValue> of(Product product, String field) {
        return switch (field) {
            case Fields.PRICE -> money(product.price());
            case Fields.LIST_PRICE -> money(product.listPrice());
            case Fields.RATING, Fields.RATING_COUNT -> {
                List<BigDecimal> numbers = Fields.numbers(product, field, null);
                yield numbers.isEmpty()
                        ? List.of()
                        : List.of(StoredValue.of(Fields.texts(product, field).getFirst(), numbers.getFirst(), null));
            }
            default -> {
                List<String> texts = Fields.texts(product, field);
                List<StoredValue> values = new ArrayList<>(texts.size());
                for (String text : texts) {
                    values.add(plain(text));
                }
                yield values;
            }
        };
    }

    private static List<StoredValue> money(@Nullable Money money) {
        return money == null
                ? List.of()
                : List.of(StoredValue.of(
                        money.plainAmount(), money.amount(), money.currency().getCurrencyCode()));
    }

    private StoredValue plain(String text) {
        if (text.length() > LONGEST_REMEMBERED) {
            return StoredValue.of(text, LeadingNumber.of(text), null);
        }
        if (remembered.size() >= REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(text, t -> StoredValue.of(t, LeadingNumber.of(t), null));
    }
}
