package ai.adcio.catalog.feed;

import ai.adcio.catalog.Availability;
import ai.adcio.catalog.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one row of Shopify's export says of a variant.
 *
 * @param head the product's row with the title, which names the options
 */
record ShopifyVariant(Row row, Row head) {
    private static final int OPTIONS = 3;
    // What Shopify writes for a product without options.
    private static final String NO_OPTION = "Default Title";

    /** The values of its options, such as {@code Black / M}; empty when the product has none. */
    String options() {
        List<String> values = new ArrayList<>(OPTIONS);
        for (int i = 1; i <= OPTIONS; i++) {
            String value = option(i);
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return String.join(" / ", values);
    }

    Form form(String id, Currency currency) throws RowProblem {
        String text = row.value(ShopifyFields.PRICE);
        Money price = text.isEmpty() ? null : MoneyText.plain(text, currency, "Variant Price");
        return new Form(row.number(), id, attributes(), price, listPrice(price, currency), availability());
    }

    private Map<String, List<String>> attributes() {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (int i = 1; i <= OPTIONS; i++) {
            String value = option(i);
            if (!value.isEmpty()) {
                String column = ShopifyFields.optionName(i);
                String name = row.has(column) ? row.value(column) : head.value(column);
                // In small letters, as in other feeds of the same shop: an attribute has one name.
                attributes.put(name.isEmpty() ? "option " + i : name.toLowerCase(Locale.ROOT), List.of(value));
            }
        }
        put(attributes, "sku", row.value(ShopifyFields.SKU));
        // Shopify puts an apostrophe before codes, so that spreadsheets leave their digits alone.
        put(attributes, "gtin", row.value(ShopifyFields.BARCODE).replaceFirst("^'", ""));
        return attributes;
    }

    private static void put(Map<String, List<String>> attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(name, List.of(value));
        }
    }

    private String option(int number) {
        String value = row.value(ShopifyFields.optionValue(number));
        return value.equals(NO_OPTION) ? "" : value;
    }

    /** Shopify shows a reduction only from a higher price. */
    private @Nullable Money listPrice(@Nullable Money price, Currency currency) throws RowProblem {
        String text = row.value(ShopifyFields.COMPARE_AT);
        if (text.isEmpty() || price == null) {
            return null;
        }
        Money before = MoneyText.plain(text, currency, "Variant Compare At Price");
        return before.compareTo(price) > 0 ? before : null;
    }

    private Availability availability() throws RowProblem {
        String quantity = row.value(ShopifyFields.QUANTITY);
        // Without a tracker Shopify sells without counting; later exports leave the quantity out.
        if (quantity.isEmpty() || !row.has(ShopifyFields.TRACKER)) {
            return Availability.IN_STOCK;
        }
        long count;
        try {
            count = Long.parseLong(quantity);
        } catch (NumberFormatException e) {
            throw new RowProblem("Variant Inventory Qty", quantity, "is no whole number; write one such as \"12\"");
        }
        if (count > 0) {
            return Availability.IN_STOCK;
        }
        return switch (row.value(ShopifyFields.POLICY).toLowerCase(Locale.ROOT)) {
            case "continue", "true" -> Availability.BACK_ORDER;
            default -> Availability.OUT_OF_STOCK;
        };
    }
}
