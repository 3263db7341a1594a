package ai.adcio.retrieval;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.SortOrder;
import ai.adcio.retrieval.Candidate.Provenance;
import ai.adcio.retrieval.RetrievalResult.Hit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes one ranking of several. Pure functions: the order of the lists does not matter, every product of a list with a
 * weight comes back exactly once, and equal scores are told apart by the best rank in any list, then by id. A list whose
 * weight is zero is ignored.
 */
public final class Fusion {
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparingInt(Fusion::bestRank)
            .thenComparing(Candidate::id);

    private Fusion() {}

    /**
     * What one arm found.
     *
     * @param arm the arm's name
     * @param weight its share, zero or more
     * @param hits most relevant first, no id twice
     */
    public record RankedList(String arm, double weight, List<Hit> hits) {
        /** Copies the hits; rejects a weight that is negative or not finite. */
        public RankedList {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight of arm " + arm + " is " + weight + "; give zero or more");
            }
            hits = List.copyOf(hits);
        }
    }

    /**
     * Weighted reciprocal rank fusion: a product scores {@code weight / (k + rank)} in every list that has it (Cormack,
     * Clarke and Buettcher, SIGIR 2009). With equal weights this is the plain method.
     *
     * @param k added to every rank, zero or more
     * @return best first
     */
    public static List<Candidate> reciprocalRank(List<RankedList> lists, double k) {
        Merge merge = new Merge();
        for (RankedList list : inOrder(lists)) {
            for (int i = 0; i < list.hits().size(); i++) {
                merge.add(list, i, 1 / (k + i + 1));
            }
        }
        return merge.bestFirst();
    }

    /**
     * Convex combination of scores, each list's brought to 0 to 1 (Bruch, Gai and Ingber, TOIS 2023). The best score of
     * a list becomes 1. What becomes 0 is the arm's theoretical minimum where {@code minimum} knows it, and otherwise
     * the list's worst score. A list whose scores are all equal says only that it found these: each becomes 1. Products
     * that a list does not have score 0 in it.
     *
     * @param minimum the least score that an arm can give, by its name; null when it is unknown
     * @return best first
     */
    public static List<Candidate> normalisedScore(List<RankedList> lists, Function<String, @Nullable Double> minimum) {
        Merge merge = new Merge();
        for (RankedList list : inOrder(lists)) {
            ScoreScale scale = ScoreScale.of(list.hits(), minimum.apply(list.arm()));
            for (int i = 0; i < list.hits().size(); i++) {
                merge.add(list, i, scale.normalise(list.hits().get(i).score()));
            }
        }
        return merge.bestFirst();
    }

    /**
     * The order of a field of the records, in which products without a value come last; reciprocal ranks break ties.
     *
     * @param records finds a product's record; null for one that is unknown
     * @return first in the order first; the score is the one that broke ties
     */
    public static List<Candidate> sorted(
            List<RankedList> lists, SortOrder order, Function<String, @Nullable Product> records, double k) {
        List<Candidate> candidates = new ArrayList<>(reciprocalRank(lists, k));
        Map<String, BigDecimal> values = HashMap.newHashMap(candidates.size());
        for (Candidate candidate : candidates) {
            Product product = records.apply(candidate.id());
            BigDecimal value = product == null ? null : sortValue(product, order);
            if (value != null) {
                values.put(candidate.id(), value);
            }
        }
        Comparator<BigDecimal> direction = order.ascending() ? Comparator.naturalOrder() : Comparator.reverseOrder();
        // The sort is stable, so that ties stay best first.
        candidates.sort(Comparator.comparing(c -> values.get(c.id()), Comparator.nullsLast(direction)));
        return candidates;
    }

    /** A field of several numbers sorts by the one that comes first in the order. */
    private static @Nullable BigDecimal sortValue(Product product, SortOrder order) {
        Comparator<BigDecimal> direction = order.ascending() ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return Fields.numbers(product, order.field(), null).stream()
                .min(direction)
                .orElse(null);
    }

    /** By name, since the sum of floating-point numbers depends on their order. */
    private static List<RankedList> inOrder(List<RankedList> lists) {
        return lists.stream()
                .filter(list -> list.weight() > 0)
                .sorted(Comparator.comparing(RankedList::arm))
                .toList();
    }

    private static int bestRank(Candidate candidate) {
        int best = Integer.MAX_VALUE;
        for (Provenance provenance : candidate.provenance()) {
            best = Math.min(best, provenance.rank());
        }
        return best;
    }

    /** Gathers what each product got from each list. */
    private static final class Merge {
        private final Map<String, Double> scores = new LinkedHashMap<>();
        private final Map<String, List<Provenance>> provenance = new HashMap<>();

        void add(RankedList list, int index, double share) {
            Hit hit = list.hits().get(index);
            scores.merge(hit.id(), list.weight() * share, Double::sum);
            provenance
                    .computeIfAbsent(hit.id(), id -> new ArrayList<>(2))
                    .add(new Provenance(list.arm(), index + 1, hit.score()));
        }

        List<Candidate> bestFirst() {
            List<Candidate> candidates = new ArrayList<>(scores.size());
            scores.forEach(
                    (id, score) -> candidates.add(new Candidate(id, score, provenance.getOrDefault(id, List.of()))));
            candidates.sort(BEST_FIRST);
            return candidates;
        }
    }
}
