package ai.adcio.cli.eval;

import ai.adcio.retrieval.RankingParameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Coordinate ascent on the mean nDCG@10 of the training queries: one weight at a time, over a fixed grid, until none
 * moves. A query's fold hangs on its id alone. For one thread.
 */
final class Tuner {
    static final int FOLDS = 5;
    private static final double[] GRID = {-0.5, -0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0};
    private static final int MOST_ROUNDS = 2;
    // Below this a step follows noise.
    private static final double LEAST_STEP = 0.0005;

    private final Rankers rankers;
    private final JudgedQueries judged;
    private final Gains gains;
    private final int relevant;
    private final List<String> names;
    private final List<String> queryIds;
    private final Map<Map<String, Double>, double[]> known = new HashMap<>();

    Tuner(Rankers rankers, JudgedQueries judged, Gains gains, int relevant, List<String> names) {
        this.rankers = rankers;
        this.judged = judged;
        this.gains = gains;
        this.relevant = relevant;
        this.names = names;
        this.queryIds = new ArrayList<>(judged.queries().keySet());
    }

    /** The nDCG@10 of each query, NaN where it has none. */
    double[] scores(RankingParameters parameters) {
        return known.computeIfAbsent(
                parameters.values(), values -> rank(parameters).scores(judged, gains, relevant, QueryScore::ndcg10));
    }

    private Run rank(RankingParameters parameters) {
        Map<String, List<String>> rankings = new LinkedHashMap<>();
        judged.queries().forEach((id, query) -> rankings.put(id, rankers.routed(query, parameters)));
        return new Run("tuned", rankings, new double[0]);
    }

    /** The best parameters on all queries outside a fold; on all queries when the fold is negative. */
    RankingParameters tune(RankingParameters start, int heldOut) {
        RankingParameters best = start;
        double bestScore = training(scores(best), heldOut);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean moved = false;
            for (String name : names) {
                for (double value : GRID) {
                    // A share of an arm is never below zero.
                    if (value < 0 && name.startsWith("route.")) {
                        continue;
                    }
                    RankingParameters next = best.with("tuned", Map.of(name, value));
                    double score = training(scores(next), heldOut);
                    if (score > bestScore + LEAST_STEP) {
                        best = next;
                        bestScore = score;
                        moved = true;
                    }
                }
            }
            if (!moved) {
                break;
            }
        }
        return best;
    }

    /** Copies the scores of a fold's queries. */
    void copyFold(double[] from, double[] to, int fold) {
        for (int i = 0; i < from.length; i++) {
            if (fold(queryIds.get(i)) == fold) {
                to[i] = from[i];
            }
        }
    }

    String describe(RankingParameters parameters) {
        return names.stream().map(name -> name + "=" + parameters.value(name)).collect(Collectors.joining(" "));
    }

    static int fold(String queryId) {
        return Math.floorMod(queryId.hashCode() * 0x9E3779B9 >>> 8, FOLDS);
    }

    private double training(double[] scores, int heldOut) {
        double[] kept = scores.clone();
        for (int i = 0; i < kept.length; i++) {
            if (fold(queryIds.get(i)) == heldOut) {
                kept[i] = Double.NaN;
            }
        }
        return Statistics.mean(kept);
    }
}
