package ai.adcio.agent;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.SortOrder;
import ai.adcio.catalog.TextFolding;
import ai.adcio.retrieval.Aggregate;
import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.Retriever;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** An arm that reads every record: slow, and right by construction. */
final class RecordArm implements Retriever {
    private final ArmTraits traits;

    private RecordArm(ArmTraits traits) {
        this.traits = traits;
    }

    static RecordArm keyword() {
        return new RecordArm(new ArmTraits(ArmTraits.KEYWORD, Set.of(), false, false));
    }

    static RecordArm sql() {
        return new RecordArm(new ArmTraits(ArmTraits.SQL, Set.of(), true, false));
    }

    @Override
    public ArmTraits traits() {
        return traits;
    }

    @Override
    public RetrievalResult retrieve(RetrievalRequest request) {
        boolean exact = traits.computes();
        List<String> words = exact ? request.terms() : TextFolding.words(request.query());
        List<Product> fitting = new ArrayList<>();
        request.catalog().records().forEach(product -> {
            if (!request.excludedIds().contains(product.id())
                    && request.filters().stream().allMatch(f -> f.test(product))
                    && (words.isEmpty()
                            || (exact ? score(product, words) == words.size() : score(product, words) > 0))) {
                fitting.add(product);
            }
        });
        Aggregate aggregate = request.aggregate();
        if (aggregate != null) {
            return compute(aggregate, fitting);
        }
        SortOrder sort = request.sort();
        if (sort != null) {
            fitting.sort(byField(sort));
        } else {
            fitting.sort(
                    Comparator.comparingDouble((Product p) -> -score(p, words)).thenComparing(Product::id));
        }
        if (fitting.isEmpty()) {
            return new RetrievalResult.Empty("nothing fits");
        }
        List<RetrievalResult.Hit> hits = new ArrayList<>();
        for (Product product : fitting.subList(0, Math.min(request.limit(), fitting.size()))) {
            hits.add(new RetrievalResult.Hit(product.id(), 1.0 / (hits.size() + 1)));
        }
        return new RetrievalResult.Found(hits, fitting.size());
    }

    private static RetrievalResult compute(Aggregate aggregate, List<Product> products) {
        if (aggregate.function() == Aggregate.Function.COUNT) {
            return new RetrievalResult.Computed(aggregate, BigDecimal.valueOf(products.size()), products.size());
        }
        List<BigDecimal> numbers = products.stream()
                .flatMap(p -> Fields.numbers(p, aggregate.field(), null).stream())
                .toList();
        if (numbers.isEmpty()) {
            return new RetrievalResult.Computed(aggregate, null, 0);
        }
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new RetrievalResult.Computed(
                aggregate, sum.divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL64), numbers.size());
    }

    private static double score(Product product, List<String> words) {
        String text = product.title() + " " + String.join(" ", product.categories()) + " " + product.brand();
        return words.stream().filter(w -> TextFolding.containsPhrase(text, w)).count();
    }

    private static Comparator<Product> byField(SortOrder order) {
        Comparator<BigDecimal> direction = order.ascending() ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return Comparator.comparing(
                p -> Fields.numbers(p, order.field(), null).stream().findFirst().orElse(null),
                Comparator.nullsLast(direction));
    }
}
