package ai.adcio.catalog.feed;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Availability;
import ai.adcio.catalog.Money;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a Merchant Center feed, checked. Blank parts are empty. */
record Offer(
        String title,
        String description,
        String brand,
        List<String> categories,
        String url,
        String imageUrl,
        Form form) {
    static Offer of(Row row, ReadSettings settings) throws RowProblem {
        String title = row.value(MerchantFields.TITLE);
        if (title.isEmpty()) {
            throw new RowProblem(MerchantFields.TITLE, "", "is missing; shoppers need a name to read");
        }
        List<String> type = CategoryPath.read(row.value(MerchantFields.PRODUCT_TYPE));
        return new Offer(
                title,
                description(row),
                row.value(MerchantFields.BRAND),
                // The shop's own words before Google's, as shoppers know those.
                type.isEmpty() ? CategoryPath.read(row.value(MerchantFields.GOOGLE_CATEGORY)) : type,
                row.value(MerchantFields.LINK),
                row.value(MerchantFields.IMAGE_LINK),
                form(row, settings));
    }

    private static Form form(Row row, ReadSettings settings) throws RowProblem {
        Money regular = money(row, MerchantFields.PRICE, settings);
        Money sale = money(row, MerchantFields.SALE_PRICE, settings);
        String period = row.value(MerchantFields.SALE_DATE);
        boolean on = period.isEmpty() || SalePeriod.isOn(period, settings.clock());
        if (sale != null && regular != null) {
            checkSale(row.value(MerchantFields.SALE_PRICE), sale, regular);
        }
        boolean reduced = sale != null && on && !sale.equals(regular);
        return new Form(
                row.number(),
                row.value(MerchantFields.ID),
                attributes(row),
                reduced ? sale : regular,
                reduced ? regular : null,
                availability(row));
    }

    private static void checkSale(String text, Money sale, Money regular) throws RowProblem {
        if (!sale.currency().equals(regular.currency())) {
            throw new RowProblem(
                    MerchantFields.SALE_PRICE, text, "is in another currency than the price; give both in one");
        }
        if (sale.compareTo(regular) > 0) {
            throw new RowProblem(
                    MerchantFields.SALE_PRICE,
                    text,
                    "is above the price " + regular + "; price is what it costs when there is no sale");
        }
    }

    private static @Nullable Money money(Row row, String field, ReadSettings settings) throws RowProblem {
        String text = row.value(field);
        return text.isEmpty() ? null : MoneyText.parse(text, settings.currency(), field);
    }

    private static Availability availability(Row row) throws RowProblem {
        String text = row.value(MerchantFields.AVAILABILITY);
        try {
            return text.isEmpty() ? Availability.IN_STOCK : Availability.parse(text);
        } catch (AdcioException e) {
            throw new RowProblem(
                    MerchantFields.AVAILABILITY,
                    text,
                    "is unknown; write in_stock, out_of_stock, preorder or backorder");
        }
    }

    /** Highlights are sentences: among the attributes they would be values that nobody filters by. */
    private static String description(Row row) {
        StringBuilder text = new StringBuilder(HtmlText.read(row.value(MerchantFields.DESCRIPTION)));
        for (String highlight : row.values(MerchantFields.HIGHLIGHT)) {
            text.append(text.isEmpty() ? "" : "\n").append(HtmlText.read(highlight));
        }
        return text.toString();
    }

    private static Map<String, List<String>> attributes(Row row) throws RowProblem {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (String name : MerchantFields.ATTRIBUTES) {
            String value = row.value(name);
            if (!value.isEmpty()) {
                attributes.put(name, MerchantFields.SLASHED.contains(name) ? slashed(value) : List.of(value));
            }
        }
        ProductDetail.read(row.values(MerchantFields.DETAIL)).forEach(attributes::putIfAbsent);
        return attributes;
    }

    private static List<String> slashed(String value) {
        List<String> values = Arrays.stream(value.split("/", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
        return values.isEmpty() ? List.of(value) : values;
    }
}
