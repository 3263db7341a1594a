package ai.adcio.retrieval.store;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.retrieval.RetrievalRequest;
import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.filter.comparison.IsEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsGreaterThanOrEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsIn;
import dev.langchain4j.store.embedding.filter.comparison.IsLessThanOrEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsNotIn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Constraints as langchain4j's filters, as far as single values in metadata can tell. A filter lets every product pass
 * that meets the constraint, perhaps some more; null where it could only let everything pass.
 */
final class StoreFilters {
    private final StoreEntries entries;

    StoreFilters(StoreEntries entries) {
        this.entries = entries;
    }

    /** The entries of a generation that may answer a request. */
    Filter of(RetrievalRequest request, String generation) {
        List<Filter> filters = new ArrayList<>();
        filters.add(generation(generation));
        for (Constraint constraint : request.filters()) {
            Filter filter = of(constraint);
            if (filter != null) {
                filters.add(filter);
            }
        }
        if (!request.excludedIds().isEmpty()) {
            filters.add(new IsNotIn(StoreEntries.PRODUCT, request.excludedIds()));
        }
        return all(filters);
    }

    /** The entries of a generation. */
    Filter generation(String generation) {
        return new IsEqualTo(StoreEntries.WITHIN, entries.within(generation));
    }

    @Nullable
    Filter of(Constraint constraint) {
        return switch (constraint) {
            case Constraint.AnyOf c -> anyOf(c);
            case Constraint.NoneOf c -> noneOf(c);
            case Constraint.Range c -> range(c);
            case Constraint.Present c -> present(c);
            case Constraint.Either c -> either(c);
        };
    }

    private @Nullable Filter anyOf(Constraint.AnyOf c) {
        if (c.match() != Match.EXACT) {
            return null;
        }
        List<String> values = c.values().stream().map(StoreEntries::value).toList();
        String key = singleKey(c.field());
        if (key != null) {
            return new IsIn(key, values);
        }
        if (!entries.hasSlots(c.field())) {
            return null;
        }
        List<Filter> slots = new ArrayList<>();
        for (int slot = 0; slot < StoreEntries.SLOTS; slot++) {
            slots.add(new IsIn(StoreEntries.slotKey(c.field(), slot), values));
        }
        slots.add(new IsEqualTo(StoreEntries.moreKey(c.field()), 1));
        return any(slots);
    }

    /** Only for what every entry has; stores disagree on a missing key. */
    private static @Nullable Filter noneOf(Constraint.NoneOf c) {
        String key = singleKey(c.field());
        if (c.match() != Match.EXACT || key == null) {
            return null;
        }
        List<String> values = c.values().stream().map(StoreEntries::value).toList();
        boolean certain = values.stream()
                .allMatch(value -> value.length() < StoreEntries.LONGEST_VALUE && !value.equals(StoreEntries.NONE));
        return certain ? new IsNotIn(key, values) : null;
    }

    private static @Nullable String singleKey(String field) {
        return switch (field) {
            case Fields.BRAND -> StoreEntries.BRAND;
            case Fields.AVAILABILITY -> StoreEntries.AVAILABILITY;
            default -> null;
        };
    }

    /** Both bounds allowed: a decimal beside a bound may be the same double. */
    private static @Nullable Filter range(Constraint.Range c) {
        String key = numberKey(c.field());
        if (key == null) {
            return null;
        }
        List<Filter> filters = new ArrayList<>();
        if (c.lower() != null) {
            filters.add(new IsGreaterThanOrEqualTo(key, finite(c.lower().value())));
        }
        if (c.upper() != null) {
            filters.add(new IsLessThanOrEqualTo(key, finite(c.upper().value())));
        }
        String currencyKey = currencyKey(c.field());
        if (currencyKey != null && c.currency() != null) {
            filters.add(new IsEqualTo(currencyKey, c.currency().getCurrencyCode()));
        }
        return all(filters);
    }

    private static @Nullable Filter present(Constraint.Present c) {
        String key = currencyKey(c.field());
        // Money is never negative.
        return key == null || numberKey(c.field()) == null
                ? null
                : new IsGreaterThanOrEqualTo(String.valueOf(numberKey(c.field())), 0.0);
    }

    private static @Nullable String numberKey(String field) {
        return switch (field) {
            case Fields.PRICE -> StoreEntries.PRICE;
            case Fields.LIST_PRICE -> StoreEntries.LIST_PRICE;
            case Fields.RATING -> StoreEntries.RATING;
            case Fields.RATING_COUNT -> StoreEntries.RATING_COUNT;
            default -> null;
        };
    }

    private static @Nullable String currencyKey(String field) {
        return switch (field) {
            case Fields.PRICE -> StoreEntries.CURRENCY;
            case Fields.LIST_PRICE -> StoreEntries.LIST_CURRENCY;
            default -> null;
        };
    }

    private @Nullable Filter either(Constraint.Either c) {
        List<Filter> filters = new ArrayList<>();
        for (Constraint alternative : c.alternatives()) {
            Filter filter = of(alternative);
            if (filter == null) {
                return null;
            }
            filters.add(filter);
        }
        return any(filters);
    }

    private static double finite(BigDecimal bound) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, bound.doubleValue()));
    }

    private static Filter all(List<Filter> filters) {
        return filters.stream().reduce((left, right) -> Filter.and(left, right)).orElseThrow();
    }

    private static Filter any(List<Filter> filters) {
        return filters.stream().reduce((left, right) -> Filter.or(left, right)).orElseThrow();
    }
}
