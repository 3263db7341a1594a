package ai.adcio.retrieval.weaviate;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.internal.FilterTerms;
import ai.adcio.retrieval.internal.NumberTerms;
import ai.adcio.retrieval.internal.TextCandidates;
import io.weaviate.client6.v1.api.collections.query.Filter;
import io.weaviate.client6.v1.api.collections.query.FilterOperand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Constraints as Weaviate's filters. A filter lets every product pass that meets the constraint and, where terms and
 * doubles cannot tell for certain, perhaps some more, which are held against their records afterwards.
 */
final class WeaviateFilters {
    private WeaviateFilters() {}

    /**
     * A filter.
     *
     * @param filter what to ask Weaviate; null for nothing, as it could only let everything pass
     * @param exact whether it lets nothing else pass
     */
    record Pushed(@Nullable Filter filter, boolean exact) {
        static final Pushed ANYTHING = new Pushed(null, false);
    }

    /** The conditions of a request. */
    static Pushed of(RetrievalRequest request) {
        List<Pushed> parts = new ArrayList<>();
        request.filters().forEach(constraint -> parts.add(of(constraint)));
        if (!request.excludedIds().isEmpty()) {
            parts.add(new Pushed(ids(request.excludedIds()).not(), true));
        }
        List<FilterOperand> filters = new ArrayList<>();
        for (Pushed part : parts) {
            if (part.filter() != null) {
                filters.add(part.filter());
            }
        }
        return new Pushed(
                filters.isEmpty() ? null : all(filters), parts.stream().allMatch(Pushed::exact));
    }

    /** The products of these ids. */
    static Filter ids(List<String> ids) {
        return Filter.property(WeaviateSchema.ID).containsAny(ids);
    }

    /** Every product. It makes Weaviate compare all vectors, where its graph may miss some. */
    static Filter everything() {
        return terms(WeaviateSchema.HAS, FilterTerms.name(Fields.ID));
    }

    static Pushed of(Constraint constraint) {
        return switch (constraint) {
            case Constraint.AnyOf c -> anyOf(c.field(), c.match(), c.values());
            case Constraint.NoneOf c -> noneOf(c);
            case Constraint.Range c -> range(c);
            case Constraint.Present c -> new Pushed(has(c.field()), FilterTerms.isCertain(c.field(), ""));
            case Constraint.Either c -> either(c);
        };
    }

    private static Pushed anyOf(String field, Match match, List<String> values) {
        List<FilterOperand> candidates = new ArrayList<>();
        values.forEach(value -> candidates.add(candidates(field, match, value)));
        return new Pushed(
                any(candidates), values.stream().allMatch(value -> TextCandidates.certain(field, match, value)));
    }

    private static Pushed noneOf(Constraint.NoneOf c) {
        if (c.choice()) {
            // Whether another option is left only the record tells.
            return Pushed.ANYTHING;
        }
        Pushed excluded = anyOf(c.field(), c.match(), c.values());
        Filter filter = excluded.filter();
        // More than the excluded ones would be left out where the terms are not certain.
        return excluded.exact() && filter != null ? new Pushed(filter.not(), true) : Pushed.ANYTHING;
    }

    private static Pushed either(Constraint.Either c) {
        List<FilterOperand> filters = new ArrayList<>();
        boolean exact = true;
        for (Constraint alternative : c.alternatives()) {
            Pushed pushed = of(alternative);
            if (pushed.filter() == null) {
                return Pushed.ANYTHING;
            }
            filters.add(pushed.filter());
            exact &= pushed.exact();
        }
        return new Pushed(any(filters), exact);
    }

    private static Pushed range(Constraint.Range c) {
        BigDecimal lower = c.lower() == null ? null : c.lower().value();
        BigDecimal upper = c.upper() == null ? null : c.upper().value();
        return switch (c.field()) {
            case Fields.PRICE -> between(c, WeaviateSchema.PRICE, WeaviateSchema.CURRENCY);
            case Fields.LIST_PRICE -> between(c, WeaviateSchema.LIST_PRICE, WeaviateSchema.LIST_CURRENCY);
            case Fields.RATING -> between(c, WeaviateSchema.RATING, null);
            case Fields.RATING_COUNT -> between(c, WeaviateSchema.RATING_COUNT, null);
            default -> {
                if (Fields.attributeName(c.field()) == null) {
                    yield new Pushed(has(c.field()), false);
                }
                List<String> cover = NumberTerms.covering(c.field(), lower, upper);
                yield new Pushed(cover.isEmpty() ? nothing() : terms(WeaviateSchema.NUMBER, cover), false);
            }
        };
    }

    /** Bounds as doubles, both of them allowed: a decimal beside a bound may be the same double. */
    private static Pushed between(Constraint.Range c, String property, @Nullable String currency) {
        List<FilterOperand> filters = new ArrayList<>();
        if (c.lower() != null) {
            filters.add(Filter.property(property).gte(finite(c.lower().value())));
        }
        if (c.upper() != null) {
            filters.add(Filter.property(property).lte(finite(c.upper().value())));
        }
        if (currency != null && c.currency() != null) {
            filters.add(terms(currency, c.currency().getCurrencyCode()));
        }
        return new Pushed(all(filters), false);
    }

    private static double finite(BigDecimal bound) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, bound.doubleValue()));
    }

    private static Filter candidates(String field, Match match, String value) {
        return switch (TextCandidates.of(field, match, value)) {
            case TextCandidates.Nothing ignored -> nothing();
            case TextCandidates.Having having -> terms(WeaviateSchema.HAS, having.name());
            case TextCandidates.Exact exact -> terms(WeaviateSchema.EXACT, exact.term());
            case TextCandidates.Phrase phrase -> phrase(phrase);
        };
    }

    private static Filter phrase(TextCandidates.Phrase phrase) {
        List<FilterOperand> words = new ArrayList<>();
        phrase.words().forEach(forms -> words.add(terms(WeaviateSchema.WORD, forms)));
        Filter byWords = all(words);
        return phrase.grams().isEmpty()
                ? byWords
                : Filter.or(byWords, Filter.property(WeaviateSchema.GRAM).containsAll(phrase.grams()));
    }

    private static Filter has(String field) {
        return terms(WeaviateSchema.HAS, FilterTerms.name(field));
    }

    private static Filter nothing() {
        return terms(WeaviateSchema.HAS, "");
    }

    private static Filter terms(String property, String... terms) {
        return terms(property, List.of(terms));
    }

    private static Filter terms(String property, List<String> terms) {
        return Filter.property(property).containsAny(terms);
    }

    private static Filter all(List<FilterOperand> filters) {
        return filters.size() == 1 && filters.getFirst() instanceof Filter only ? only : Filter.and(filters);
    }

    private static Filter any(List<FilterOperand> filters) {
        return filters.size() == 1 && filters.getFirst() instanceof Filter only ? only : Filter.or(filters);
    }
}
