package ai.adcio.catalog.feed;

import ai.adcio.catalog.Product;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes products of Shopify's export. The rows of one handle are one product: the row with the title says what it is, it
 * and further rows each say one variant, the others only show pictures.
 */
final class ShopifyFeed {
    private final ReadSettings settings;
    private final Currency currency;
    private final FeedTally tally;
    private final Consumer<? super Product> sink;

    ShopifyFeed(ReadSettings settings, FeedTally tally, Consumer<? super Product> sink) throws BrokenFeed {
        if (settings.currency() == null) {
            throw new BrokenFeed(
                    "is Shopify CSV, which does not say its currency; name it, such as currency(\"KRW\") or --currency KRW");
        }
        this.settings = settings;
        this.currency = settings.currency();
        this.tally = tally;
        this.sink = sink;
    }

    void read(RowSource rows) throws IOException {
        try (GroupSorter groups = new GroupSorter(settings)) {
            rows.forEach(tally, row -> {
                String handle = row.value(ShopifyFields.HANDLE);
                if (handle.isEmpty()) {
                    throw new RowProblem("Handle", "", "is missing; every row names its product by its handle");
                }
                groups.add(handle, row);
            });
            groups.forEach(this::product);
        }
    }

    private void product(List<Row> all) {
        Row head = head(all);
        if (head == null) {
            reject(all, new RowProblem("Title", "", "is missing; the first row of a handle needs one"));
            return;
        }
        List<Row> rows = withoutRepeats(all, head);
        try {
            if (isHidden(head)) {
                tally.skip(rows.size());
                return;
            }
        } catch (RowProblem e) {
            tally.reject(head.number(), e);
            reject(rows.stream().filter(row -> row != head).toList(), belongsTo(head));
            return;
        }
        List<Form> forms = forms(rows, head);
        if (forms.isEmpty()) {
            reject(rows.stream().filter(row -> !isForm(row, head)).toList(), belongsTo(head));
            return;
        }
        tally.product();
        sink.accept(product(rows, head, forms));
    }

    private static RowProblem belongsTo(Row head) {
        return new RowProblem(
                "Handle",
                head.value(ShopifyFields.HANDLE),
                "has no row that could be taken over; see row " + head.number());
    }

    private void reject(List<Row> rows, RowProblem problem) {
        rows.forEach(row -> tally.reject(row.number(), problem));
    }

    private static @Nullable Row head(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.has(ShopifyFields.TITLE))
                .findFirst()
                .orElse(null);
    }

    /** A second title under one handle is another product; its rows end where the handle's own title stands again. */
    private List<Row> withoutRepeats(List<Row> rows, Row head) {
        List<Row> own = new ArrayList<>(rows.size());
        boolean repeats = false;
        for (Row row : rows) {
            String title = row.value(ShopifyFields.TITLE);
            if (!title.isEmpty()) {
                repeats = !title.equals(head.value(ShopifyFields.TITLE));
            }
            if (repeats) {
                tally.rejectRepeat("Handle", row.value(ShopifyFields.HANDLE), row.number(), head.number());
            } else {
                own.add(row);
            }
        }
        return own;
    }

    private static boolean isHidden(Row head) throws RowProblem {
        String status = head.value(ShopifyFields.STATUS).toLowerCase(Locale.ROOT);
        return switch (status) {
            case "draft", "archived", "unlisted" -> true;
            case "", "active" ->
                switch (head.value(ShopifyFields.PUBLISHED).toLowerCase(Locale.ROOT)) {
                    case "false", "no" -> true;
                    default -> false;
                };
            default -> throw new RowProblem("Status", status, "is unknown; write active, draft or archived");
        };
    }

    private static boolean isForm(Row row, Row head) {
        return row == head
                || row.has(ShopifyFields.PRICE)
                || row.has(ShopifyFields.SKU)
                || row.has(ShopifyFields.optionValue(1));
    }

    private List<Form> forms(List<Row> rows, Row head) {
        List<Row> variants = rows.stream().filter(row -> isForm(row, head)).toList();
        Map<String, Long> skus = new HashMap<>();
        variants.forEach(row -> skus.merge(row.value(ShopifyFields.SKU), 1L, Long::sum));
        Map<String, Long> firstRows = new HashMap<>();
        List<Form> forms = new ArrayList<>(variants.size());
        for (Row row : variants) {
            ShopifyVariant variant = new ShopifyVariant(row, head);
            String options = variant.options();
            Long first = firstRows.putIfAbsent(options, row.number());
            if (first != null) {
                String value = row.value(ShopifyFields.HANDLE) + (options.isEmpty() ? "" : ": " + options);
                tally.rejectRepeat("Handle", value, row.number(), first);
                continue;
            }
            try {
                String sku = row.value(ShopifyFields.SKU);
                boolean telling = !sku.isEmpty() && skus.getOrDefault(sku, 0L) == 1;
                String id = telling || options.isEmpty() ? sku : options;
                forms.add(variant.form(id, currency));
            } catch (RowProblem e) {
                tally.reject(row.number(), e);
            }
        }
        return forms;
    }

    private Product product(List<Row> rows, Row head, List<Form> forms) {
        String handle = head.value(ShopifyFields.HANDLE);
        String vendor = head.value(ShopifyFields.VENDOR);
        boolean alone =
                forms.size() == 1 && new ShopifyVariant(head, head).options().isEmpty();
        Product.Builder product = Product.builder(handle, head.value(ShopifyFields.TITLE))
                .description(HtmlText.read(head.value(ShopifyFields.BODY)))
                .brand(vendor.isEmpty() ? null : vendor)
                .categories(categories(head))
                // Every Shopify shop has its products there; the export has no column for it.
                .url("/products/" + handle)
                .imageUrl(image(rows));
        Forms.addTo(product, forms, alone);
        ShopifyFields.ATTRIBUTES.forEach((column, attribute) -> {
            if (head.has(column)) {
                product.attribute(attribute, head.value(column));
            }
        });
        List<String> tags = Arrays.stream(head.value(ShopifyFields.TAGS).split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        return product.attribute("tags", tags).build();
    }

    /** The path of Shopify's taxonomy with the shop's own type as the narrowest. */
    private static List<String> categories(Row head) {
        List<String> path = new ArrayList<>(CategoryPath.read(head.value(ShopifyFields.CATEGORY)));
        String type = head.value(ShopifyFields.TYPE);
        if (!type.isEmpty() && path.stream().noneMatch(type::equalsIgnoreCase)) {
            path.add(type);
        }
        return path;
    }

    private static @Nullable String image(List<Row> rows) {
        String first = null;
        for (Row row : rows) {
            if (row.has(ShopifyFields.IMAGE)) {
                if (row.value(ShopifyFields.IMAGE_POSITION).equals("1")) {
                    return row.value(ShopifyFields.IMAGE);
                }
                first = first == null ? row.value(ShopifyFields.IMAGE) : first;
            }
        }
        return first;
    }
}
