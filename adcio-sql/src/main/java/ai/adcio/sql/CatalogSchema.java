package ai.adcio.sql;

import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.FieldKind;
import ai.adcio.catalog.FieldSummary;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.sql.FieldPlace.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of a catalogue, and the place of every field in them. Immutable and thread safe. */
final class CatalogSchema {
    /** A row that no later version replaced ends here. */
    static final long OPEN_END = Long.MAX_VALUE;

    private final Relations relations;
    private final Map<String, FieldPlace> places;

    CatalogSchema(Relations relations, Collection<FieldPlace> places) {
        this.relations = relations;
        this.places = LinkedHashMap.newLinkedHashMap(places.size());
        places.forEach(place -> this.places.put(place.name(), place));
    }

    /** The places in the order of their numbers. */
    Collection<FieldPlace> places() {
        return java.util.Collections.unmodifiableCollection(places.values());
    }

    /** Where a field is, or null when no product ever had it. */
    @Nullable
    FieldPlace place(String field) {
        return places.get(field);
    }

    /** The tables. */
    Relations relations() {
        return relations;
    }

    /**
     * Derives the places from a catalogue: columns for the core's single fields and for every attribute that at least
     * {@code floor} of the products have and that few of those have more than once.
     *
     * @param floor the least coverage, above 0 and at most 1
     * @param mostRepeated the greatest share of the products that have a field that may have it more than once
     */
    static CatalogSchema derive(
            CatalogCapabilities capabilities, List<Product> products, double floor, double mostRepeated) {
        List<FieldPlace> places = new ArrayList<>();
        addCore(places);
        Map<String, int[]> uses = attributeUses(products);
        int least = (int) Math.ceil(floor * products.size());
        int[] generated = {0};
        uses.forEach((field, use) -> {
            boolean column = use[0] >= least && use[1] <= mostRepeated * use[0];
            places.add(new FieldPlace(
                    places.size(),
                    field,
                    column ? attributeColumns("a" + ++generated[0], capabilities.field(field)) : null,
                    !column));
        });
        return new CatalogSchema(Relations.EMBEDDED, places);
    }

    /**
     * Derives the places from what is known of a catalogue before its records are read: columns for the core's single
     * fields and for the attributes that most products have, as far as they are no free text.
     *
     * @param floor the least coverage, above 0 and at most 1
     * @param most how many attributes have columns at most
     */
    static CatalogSchema derive(Relations relations, CatalogCapabilities capabilities, double floor, int most) {
        List<FieldPlace> places = new ArrayList<>();
        addCore(places);
        int generated = 0;
        for (FieldSummary field : capabilities.fields()) {
            if (Fields.attributeName(field.name()) != null) {
                boolean column = generated < most && field.coverage() >= floor && field.kind() != FieldKind.TEXT;
                places.add(new FieldPlace(
                        places.size(),
                        field.name(),
                        column ? attributeColumns("a" + ++generated, field) : null,
                        !column));
            }
        }
        return new CatalogSchema(relations, places);
    }

    private static void addCore(List<FieldPlace> places) {
        for (String field : StoredValue.CORE_FIELDS) {
            places.add(new FieldPlace(places.size(), field, coreColumns(field), coreColumns(field) == null));
        }
    }

    /** How many products have an attribute, and how many of those have it more than once. */
    private static Map<String, int[]> attributeUses(List<Product> products) {
        Map<String, int[]> uses = new LinkedHashMap<>();
        for (Product product : products) {
            for (String field : StoredValue.attributeFields(product)) {
                int count = Fields.texts(product, field).size();
                int[] use = uses.computeIfAbsent(field, f -> new int[2]);
                use[0]++;
                if (count > 1) {
                    use[1]++;
                }
            }
        }
        return uses;
    }

    private static @Nullable Columns coreColumns(String field) {
        return switch (field) {
            case Fields.ID, Fields.TITLE, Fields.BRAND -> new Columns(field, true, true, false);
            case Fields.AVAILABILITY -> new Columns(field, false, false, false);
            case Fields.PRICE -> new Columns("price", true, true, true);
            case Fields.LIST_PRICE -> new Columns("list_price", true, true, true);
            case Fields.RATING -> new Columns("rating", true, true, false);
            case Fields.RATING_COUNT -> new Columns("rating_count", false, true, false);
            default -> null;
        };
    }

    private static Columns attributeColumns(String prefix, @Nullable FieldSummary summary) {
        if (summary == null) {
            return new Columns(prefix, true, true, false);
        }
        boolean number = summary.kind() == FieldKind.NUMBER || summary.range() != null;
        return new Columns(prefix, summary.kind() != FieldKind.FLAG, number, false);
    }

    /** The same schema with the fields of products that came later, all of which live in rows. */
    CatalogSchema extendedBy(Collection<Product> products) {
        Set<String> known = new HashSet<>(places.keySet());
        List<FieldPlace> extended = new ArrayList<>(places.values());
        for (Product product : products) {
            for (String field : StoredValue.attributeFields(product)) {
                if (known.add(field)) {
                    extended.add(new FieldPlace(extended.size(), field, null, true));
                }
            }
        }
        return extended.size() == places.size() ? this : new CatalogSchema(relations, extended);
    }

    /** The same schema in which these fields have rows beside their columns. */
    CatalogSchema withRows(Set<String> fields) {
        Map<String, FieldPlace> changed = new HashMap<>();
        for (String field : fields) {
            FieldPlace place = places.get(field);
            if (place != null && !place.rows()) {
                changed.put(field, place.withRows());
            }
        }
        return changed.isEmpty()
                ? this
                : new CatalogSchema(
                        relations,
                        places.values().stream()
                                .map(place -> changed.getOrDefault(place.name(), place))
                                .toList());
    }
}
