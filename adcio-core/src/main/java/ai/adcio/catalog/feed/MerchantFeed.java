package ai.adcio.catalog.feed;

import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes products of a Merchant Center feed: the rows of one item group are the variants of one product. */
final class MerchantFeed {
    private final ReadSettings settings;
    private final FeedTally tally;
    private final Consumer<? super Product> sink;

    MerchantFeed(ReadSettings settings, FeedTally tally, Consumer<? super Product> sink) {
        this.settings = settings;
        this.tally = tally;
        this.sink = sink;
    }

    void read(RowSource rows) throws IOException {
        try (GroupSorter groups = new GroupSorter(settings)) {
            rows.forEach(tally, row -> {
                String id = row.value(MerchantFields.ID);
                if (id.isEmpty()) {
                    throw new RowProblem(MerchantFields.ID, "", "is missing; every row needs one of its own");
                }
                if (tally.claim(MerchantFields.ID, id, row.number())) {
                    groups.add(group(row), row);
                }
            });
            groups.forEach(this::product);
        }
    }

    /** A row without a group is one of its own, under its own id, which a parent row shares with its group. */
    private static String group(Row row) {
        String group = row.value(MerchantFields.GROUP);
        return group.isEmpty() ? row.value(MerchantFields.ID) : group;
    }

    private void product(List<Row> rows) {
        List<Offer> offers = new ArrayList<>();
        Form priced = null;
        for (Row row : rows) {
            try {
                Offer offer = Offer.of(row, settings);
                checkCurrency(offer, priced, row);
                offers.add(offer);
                priced = priced == null && offer.form().price() != null ? offer.form() : priced;
            } catch (RowProblem e) {
                tally.reject(row.number(), e);
            }
        }
        if (offers.isEmpty()) {
            return;
        }
        String id = group(rows.getFirst());
        List<Form> forms = offers.stream().map(Offer::form).toList();
        boolean alone = forms.size() == 1 && forms.getFirst().id().equals(id);
        String brand = first(offers, Offer::brand);
        String url = first(offers, Offer::url);
        String image = first(offers, Offer::imageUrl);
        Product.Builder product = Product.builder(id, offers.getFirst().title())
                .description(first(offers, Offer::description))
                .brand(brand.isEmpty() ? null : brand)
                .categories(offers.stream()
                        .map(Offer::categories)
                        .filter(path -> !path.isEmpty())
                        .findFirst()
                        .orElse(List.of()))
                .url(url.isEmpty() ? null : url)
                .imageUrl(image.isEmpty() ? null : image);
        Forms.addTo(product, forms, alone);
        tally.product();
        sink.accept(product.build());
    }

    private static void checkCurrency(Offer offer, @Nullable Form priced, Row row) throws RowProblem {
        Money price = offer.form().price();
        if (price == null || priced == null || priced.price() == null) {
            return;
        }
        if (!price.currency().equals(priced.price().currency())) {
            throw new RowProblem(
                    MerchantFields.PRICE,
                    row.value(MerchantFields.PRICE),
                    "is in another currency than row " + priced.row()
                            + " of the same item group; price a group in one currency");
        }
    }

    private static String first(List<Offer> offers, Function<Offer, String> part) {
        return offers.stream()
                .map(part)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
