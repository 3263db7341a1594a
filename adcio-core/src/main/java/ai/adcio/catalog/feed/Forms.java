package ai.adcio.catalog.feed;

import ai.adcio.catalog.Availability;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Variant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums up the purchasable forms of a product: what they share is the product's, the rest stays theirs. */
final class Forms {
    // What a shopper can have soonest.
    private static final List<Availability> BEST_FIRST = List.of(
            Availability.IN_STOCK,
            Availability.PRE_ORDER,
            Availability.BACK_ORDER,
            Availability.OUT_OF_STOCK,
            Availability.DISCONTINUED);

    // A price at which nothing can be bought must not be the one on the card.
    private static final Comparator<Form> CHEAPEST = Comparator.comparing((Form form) -> form.price() == null)
            .thenComparing(form -> form.price(), Comparator.nullsLast(Comparator.naturalOrder()));

    private Forms() {}

    /**
     * Sets price, list price, availability, attributes and variants of a product.
     *
     * @param forms not empty, their prices in one currency
     * @param alone whether the only form is the product itself and no variant of it
     */
    static void addTo(Product.Builder product, List<Form> forms, boolean alone) {
        Availability best = forms.stream()
                .map(Form::availability)
                .min(Comparator.comparingInt(BEST_FIRST::indexOf))
                .orElse(Availability.IN_STOCK);
        Form leading = forms.stream()
                .filter(form -> form.availability() == best)
                .min(CHEAPEST)
                .orElse(forms.getFirst());
        if (leading.price() == null) {
            leading = forms.stream().min(CHEAPEST).orElse(leading);
        }
        Map<String, List<String>> shared = shared(forms);
        product.price(leading.price())
                .listPrice(leading.listPrice())
                .availability(best)
                .attributes(shared);
        if (!alone) {
            product.variants(forms.stream()
                    .map(form -> new Variant(
                            form.id(), without(form.attributes(), shared), form.price(), form.availability()))
                    .toList());
        }
    }

    private static Map<String, List<String>> shared(List<Form> forms) {
        Map<String, List<String>> shared = new LinkedHashMap<>(forms.getFirst().attributes());
        forms.forEach(form -> shared.entrySet()
                .removeIf(entry -> !entry.getValue().equals(form.attributes().get(entry.getKey()))));
        return shared;
    }

    private static Map<String, List<String>> without(
            Map<String, List<String>> attributes, Map<String, List<String>> shared) {
        Map<String, List<String>> own = new LinkedHashMap<>(attributes);
        own.keySet().removeAll(shared.keySet());
        return own;
    }
}
