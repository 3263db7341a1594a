package ai.adcio.retrieval;

import ai.adcio.catalog.Product;
import ai.adcio.catalog.SortOrder;
import ai.adcio.retrieval.Fusion.RankedList;
import ai.adcio.retrieval.RetrievalResult.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes one ranking of what the arms found, in the way that the plan says. Scores are combined on one scale, for which
 * arms that can score any product are asked about those that only others found, and the records' own evidence is added.
 * Thread safe.
 */
final class ResultRanker {
    private final Set<String> scoring = new HashSet<>();

    ResultRanker(Map<String, Retriever> retrievers) {
        retrievers.forEach((name, retriever) -> {
            // A remote arm would cost another round trip for what it did not find; it was asked deeper instead. A
            // keyword arm's list holds the best
            // of all that matched, so that what it left out is the zero of its scale; nearness has no such end.
            if (retriever instanceof ScoringRetriever
                    && !retriever.traits().remote()
                    && !name.equals(ArmTraits.KEYWORD)) {
                scoring.add(name);
            }
        });
    }

    /** Asks arms what they think of products. */
    @FunctionalInterface
    interface Scorer {
        /**
         * Scores products, under the deadline of the turn.
         *
         * @param ids which products each arm is to be asked about, by its name; none empty
         * @return the scores by arm and id, also of arms whose scores are there without asking; without those that an arm
         *     did not give in time
         */
        Map<String, Map<String, Double>> score(Map<String, Set<String>> ids);
    }

    /**
     * Ranks.
     *
     * @param records the record of a product that the arms found; null for one that may not be shown
     * @param scorer asks the arms that can score
     */
    List<Candidate> rank(
            RetrievalPlan plan,
            List<RankedList> lists,
            RankingParameters parameters,
            Function<String, @Nullable Product> records,
            Scorer scorer) {
        double k = parameters.value(RankingParameters.FUSION_RRF_K);
        SortOrder sort = plan.sort();
        return switch (plan.fusion()) {
            case RECIPROCAL_RANK -> Fusion.reciprocalRank(lists, k);
            case NORMALISED_SCORE -> combine(plan, lists, parameters, records, scorer);
            case SORTED -> sort == null ? Fusion.reciprocalRank(lists, k) : Fusion.sorted(lists, sort, records, k);
        };
    }

    private List<Candidate> combine(
            RetrievalPlan plan,
            List<RankedList> lists,
            RankingParameters parameters,
            Function<String, @Nullable Product> records,
            Scorer scorer) {
        Map<String, Integer> found = new HashMap<>();
        lists.forEach(list -> found.put(list.arm(), list.hits().size()));
        List<RankedList> filled = fillIn(lists, scorer);
        List<Candidate> fused = Fusion.normalisedScore(filled, arm -> {
            Double known = parameters.optional(RankingParameters.FUSION_MINIMUM_PREFIX + arm);
            if (known != null) {
                return known;
            }
            // A list that is shorter than it might be holds all that matched: the rest scored nothing.
            boolean all = arm.equals(ArmTraits.KEYWORD) && found.getOrDefault(arm, 0) < plan.limit();
            return all ? Double.valueOf(0) : null;
        });
        ProductEvidence evidence = new ProductEvidence(plan.query(), plan.unwanted(), parameters);
        List<Candidate> ranked = new ArrayList<>(fused.size());
        for (Candidate candidate : fused) {
            Product product = records.apply(candidate.id());
            double added = product == null ? 0 : evidence.of(product);
            ranked.add(new Candidate(candidate.id(), candidate.score() + added, foundBy(candidate, found)));
        }
        // Stable, so that ties keep the order of fusion.
        ranked.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return ranked;
    }

    /** A score that was only filled in is no find. */
    private static List<Candidate.Provenance> foundBy(Candidate candidate, Map<String, Integer> found) {
        return candidate.provenance().stream()
                .filter(p -> p.rank() <= found.getOrDefault(p.arm(), 0))
                .toList();
    }

    private List<RankedList> fillIn(List<RankedList> lists, Scorer scorer) {
        Map<String, Set<String>> unscored = unscored(lists);
        if (unscored.isEmpty()) {
            return lists;
        }
        Map<String, Set<String>> asked = new LinkedHashMap<>(unscored);
        asked.keySet().retainAll(scoring);
        Map<String, Map<String, Double>> scores = scorer.score(asked);
        return lists.stream()
                .map(list -> filled(
                        list, unscored.getOrDefault(list.arm(), Set.of()), scores.getOrDefault(list.arm(), Map.of())))
                .toList();
    }

    /** What only others found, by the arm that may have a score for it. */
    private Map<String, Set<String>> unscored(List<RankedList> lists) {
        Set<String> union = new LinkedHashSet<>();
        lists.forEach(list -> list.hits().forEach(hit -> union.add(hit.id())));
        Map<String, Set<String>> unscored = new LinkedHashMap<>();
        for (RankedList list : lists) {
            if (!list.arm().equals(ArmTraits.KEYWORD) && list.weight() != 0) {
                Set<String> others = new LinkedHashSet<>(union);
                list.hits().forEach(hit -> others.remove(hit.id()));
                if (!others.isEmpty()) {
                    unscored.put(list.arm(), others);
                }
            }
        }
        return unscored;
    }

    /** An arm's finds stand, whatever it scored of the others'. */
    private static RankedList filled(RankedList list, Set<String> unscored, Map<String, Double> scores) {
        List<Hit> hits = new ArrayList<>(list.hits());
        scores.entrySet().stream()
                .filter(e -> unscored.contains(e.getKey()) && Double.isFinite(e.getValue()))
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> hits.add(new Hit(e.getKey(), e.getValue())));
        return new RankedList(list.arm(), list.weight(), hits);
    }
}
