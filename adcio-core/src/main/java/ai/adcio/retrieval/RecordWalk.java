package ai.adcio.retrieval;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.SortOrder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The arm that stands in for one that computes: it reads every record of the turn's catalogue, and so is as exact and the
 * slower the larger the catalogue is. It orders, computes and abstains as an SQL arm does. Thread safe.
 */
final class RecordWalk implements Retriever {
    private static final ArmTraits TRAITS = new ArmTraits(ArmTraits.RECORDS, Set.of(), true, false);

    /** So many records are read between two looks at the clock; of records on disk they take about a millisecond. */
    private static final int STRIDE = 64;

    @Override
    public ArmTraits traits() {
        return TRAITS;
    }

    @Override
    public RetrievalResult retrieve(RetrievalRequest request) {
        Aggregate aggregate = request.aggregate();
        if (aggregate == null && request.sort() == null && !request.terms().isEmpty()) {
            return new RetrievalResult.Abstained("words are left, and the records have no ranking by words");
        }
        try {
            return aggregate != null ? compute(request, aggregate) : list(request);
        } catch (GivenUp e) {
            return new RetrievalResult.Failed("there was no time to read every record");
        }
    }

    private static RetrievalResult list(RetrievalRequest request) {
        Comparator<Ranked> order = order(request.sort());
        // The last of those kept stands on top, to give way to a better one.
        PriorityQueue<Ranked> kept = new PriorityQueue<>(order.reversed());
        int[] total = {0};
        walk(request, product -> {
            total[0]++;
            kept.add(new Ranked(product, value(product, request)));
            if (kept.size() > request.limit()) {
                kept.remove();
            }
        });
        if (kept.isEmpty()) {
            return new RetrievalResult.Empty("no product meets every condition");
        }
        List<RetrievalResult.Hit> hits = new ArrayList<>(kept.size());
        for (Ranked ranked : kept.stream().sorted(order).toList()) {
            hits.add(new RetrievalResult.Hit(ranked.product().id(), kept.size() - hits.size()));
        }
        return new RetrievalResult.Found(hits, total[0]);
    }

    /**
     * A product with what it is ordered by.
     *
     * @param value null where it has none
     */
    private record Ranked(Product product, @Nullable BigDecimal value) {
        boolean orderable() {
            return product.availability().orderable();
        }

        @Nullable
        Integer raters() {
            return product.rating() == null ? null : product.rating().count();
        }

        @Nullable
        Double rating() {
            return product.rating() == null ? null : product.rating().value();
        }
    }

    private static Comparator<Ranked> order(@Nullable SortOrder sort) {
        Comparator<Ranked> byRaters =
                Comparator.comparing(Ranked::raters, Comparator.nullsLast(Comparator.reverseOrder()));
        Comparator<Ranked> first = sort == null
                ? Comparator.comparing(Ranked::orderable)
                        .reversed()
                        .thenComparing(byRaters)
                        .thenComparing(Ranked::rating, Comparator.nullsLast(Comparator.reverseOrder()))
                : Comparator.comparing(Ranked::value, Comparator.nullsLast(direction(sort)))
                        .thenComparing(byRaters);
        return first.thenComparing(ranked -> ranked.product().id());
    }

    private static Comparator<BigDecimal> direction(SortOrder sort) {
        return sort.ascending() ? Comparator.naturalOrder() : Comparator.reverseOrder();
    }

    private static @Nullable BigDecimal value(Product product, RetrievalRequest request) {
        SortOrder sort = request.sort();
        return sort == null
                ? null
                : Fields.numbers(product, sort.field(), request.currency()).stream()
                        .min(direction(sort))
                        .orElse(null);
    }

    private static RetrievalResult compute(RetrievalRequest request, Aggregate aggregate) {
        Tally tally = new Tally();
        boolean all = aggregate.equals(Aggregate.COUNT);
        Currency currency = request.currency();
        walk(request, product -> {
            if (aggregate.function() == Aggregate.Function.COUNT) {
                tally.products +=
                        all || !Fields.texts(product, aggregate.field()).isEmpty() ? 1 : 0;
            } else {
                tally.add(Fields.numbers(product, aggregate.field(), currency));
            }
        });
        BigDecimal value = switch (aggregate.function()) {
            case COUNT -> BigDecimal.valueOf(tally.products);
            case AVERAGE ->
                tally.numbers == 0 ? null : tally.sum.divide(BigDecimal.valueOf(tally.numbers), MathContext.DECIMAL64);
            case MINIMUM -> tally.least;
            case MAXIMUM -> tally.greatest;
        };
        return new RetrievalResult.Computed(aggregate, value, tally.products);
    }

    /** What was seen so far; for one walk and one thread. */
    private static final class Tally {
        private long products;
        private long numbers;
        private BigDecimal sum = BigDecimal.ZERO;
        private @Nullable BigDecimal least;
        private @Nullable BigDecimal greatest;

        void add(List<BigDecimal> values) {
            products += values.isEmpty() ? 0 : 1;
            for (BigDecimal value : values) {
                numbers++;
                sum = sum.add(value);
                least = least == null ? value : least.min(value);
                greatest = greatest == null ? value : greatest.max(value);
            }
        }
    }

    /** Hands over every product that meets the request. */
    private static void walk(RetrievalRequest request, Consumer<Product> met) {
        List<Constraint> conditions = new ArrayList<>(request.filters());
        request.terms().forEach(word -> conditions.add(RetrievalRequest.mention(word)));
        Set<String> excluded = new HashSet<>(request.excludedIds());
        int[] read = {0};
        request.catalog().records().forEach(product -> {
            if (read[0]++ % STRIDE == 0
                    && (request.cancellation().isCancelled()
                            || request.deadline().expired())) {
                throw new GivenUp();
            }
            if (!excluded.contains(product.id()) && conditions.stream().allMatch(c -> c.test(product))) {
                met.accept(product);
            }
        });
    }

    /** Ends a walk, which nothing else does from within. */
    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GivenUp() {
            super(null, null, false, false);
        }
    }
}
