package ai.adcio.agent;

import ai.adcio.Language;
import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.FieldKind;
import ai.adcio.catalog.FieldSummary;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.TextFolding;
import ai.adcio.ranking.Cautions;
import ai.adcio.reply.internal.Writing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds the ways to part candidates that a shopper could be asked about. For one turn. */
final class Splits {
    // A field that fewer have would leave most candidates out whatever is answered.
    private static final double LEAST_COVERAGE = 0.6;
    // More values than this are names or free text.
    private static final int MOST_VALUES = 40;

    private final CatalogCapabilities capabilities;
    private final Language language;
    private final List<Product> candidates;
    private final Set<String> settled;

    /**
     * Looks at candidates.
     *
     * @param settled the fields that are constrained or were asked about already
     */
    Splits(TurnContext turn, List<Product> candidates, Set<String> settled) {
        this.capabilities = turn.catalog().capabilities();
        this.language = turn.phrases().language();
        this.candidates = candidates;
        this.settled = settled;
    }

    /** The splits worth asking about, that which tells most first. */
    List<Split> best() {
        List<Split> splits = new ArrayList<>();
        splits.add(byValues(Fields.BRAND, product -> Fields.texts(product, Fields.BRAND)));
        splits.add(byKind());
        splits.add(Split.of(Fields.PRICE, PriceBands.of(candidates, capabilities), candidates));
        for (String field : attributes()) {
            splits.add(byValues(field, product -> Fields.texts(product, field)));
        }
        return splits.stream()
                .filter(split -> !settled.contains(split.field()))
                .filter(Split::isWorthAsking)
                .sorted(Comparator.comparingDouble(Split::gain).reversed().thenComparing(Split::field))
                .toList();
    }

    /** Those attributes of the candidates whose values repeat. */
    private Collection<String> attributes() {
        Set<String> fields = new HashSet<>();
        for (Product product : candidates) {
            product.attributes().keySet().forEach(name -> fields.add(Fields.attribute(name)));
            product.variants()
                    .forEach(v -> v.attributes().keySet().forEach(name -> fields.add(Fields.attribute(name))));
        }
        fields.remove(Cautions.FIELD);
        fields.removeIf(field -> {
            FieldSummary summary = capabilities.field(field);
            return summary == null || summary.kind() != FieldKind.KEYWORD && summary.kind() != FieldKind.NUMBER;
        });
        return fields;
    }

    private Split byValues(String field, Function<Product, List<String>> values) {
        Map<String, String> spellings = new LinkedHashMap<>();
        int having = 0;
        for (Product product : candidates) {
            List<String> given = values.apply(product);
            having += given.isEmpty() ? 0 : 1;
            given.forEach(value -> spellings.putIfAbsent(TextFolding.fold(value), value));
        }
        boolean known = having >= LEAST_COVERAGE * candidates.size() && spellings.size() <= MOST_VALUES;
        List<Constraint> conditions = new ArrayList<>();
        if (known) {
            spellings.values().stream()
                    .sorted()
                    .forEach(value -> conditions.add(new Constraint.AnyOf(value, field, Match.EXACT, List.of(value))));
        }
        return Split.of(field, conditions, candidates);
    }

    /** By the first category in which the candidates differ, of those whose names the shopper can read. */
    private Split byKind() {
        Set<String> shared = new HashSet<>();
        for (int i = 0; i < candidates.size(); i++) {
            List<String> path = candidates.get(i).categories();
            if (i == 0) {
                shared.addAll(path);
            } else {
                shared.retainAll(path);
            }
        }
        return byValues(
                Fields.CATEGORIES,
                product -> product.categories().stream()
                        .filter(name -> !shared.contains(name) && Writing.suits(language, name))
                        .limit(1)
                        .toList());
    }
}
