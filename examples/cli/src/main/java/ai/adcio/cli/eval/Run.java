package ai.adcio.cli.eval;

import java.util.List;
import java.util.Map;

/**
 * One system's rankings of all queries.
 *
 * @param name the system
 * @param rankings product ids by query id, best first
 * @param millis how long each query took
 */
record Run(String name, Map<String, List<String>> rankings, double[] millis) {
    double[] scores(
            JudgedQueries judged, Gains gains, int relevant, java.util.function.ToDoubleFunction<QueryScore> which) {
        return judged.queries().keySet().stream()
                .mapToDouble(id -> which.applyAsDouble(QueryScore.of(
                        rankings.getOrDefault(id, List.of()),
                        judged.grades().getOrDefault(id, Map.of()),
                        gains,
                        relevant)))
                .toArray();
    }
}
