package ai.adcio.cli.eval;

import java.util.List;
import java.util.Map;

/**
 * How one ranking did on one query. A measure that the query cannot have, as nothing was judged to be of worth, is NaN.
 *
 * @param ndcg10 discounted gain of the first ten over that of an ideal order of all judged products (Järvelin and
 *     Kekäläinen, TOIS 2002)
 * @param recall10 the share of the relevant products among the first ten
 * @param recall100 the share of the relevant products among the first hundred
 * @param mrr10 one over the rank of the first relevant product, zero when it is not among the first ten
 * @param judged10 the share of the first ten places that hold a judged product
 */
record QueryScore(double ndcg10, double recall10, double recall100, double mrr10, double judged10) {
    private static final int SHALLOW = 10;
    private static final int DEEP = 100;

    static QueryScore of(List<String> ranking, Map<String, Integer> grades, Gains gains, int relevant) {
        double ideal = discounted(grades.values().stream()
                .map(gains::of)
                .sorted(java.util.Comparator.reverseOrder())
                .limit(SHALLOW)
                .toList());
        double found = discounted(ranking.stream()
                .limit(SHALLOW)
                .map(id -> gains.of(grades.getOrDefault(id, 0)))
                .toList());
        long relevantInAll = grades.values().stream().filter(g -> g >= relevant).count();
        boolean none = relevantInAll == 0;
        return new QueryScore(
                ideal > 0 ? found / ideal : Double.NaN,
                none ? Double.NaN : (double) relevantWithin(ranking, grades, relevant, SHALLOW) / relevantInAll,
                none ? Double.NaN : (double) relevantWithin(ranking, grades, relevant, DEEP) / relevantInAll,
                none ? Double.NaN : reciprocalRank(ranking, grades, relevant),
                (double) ranking.stream()
                                .limit(SHALLOW)
                                .filter(grades::containsKey)
                                .count()
                        / SHALLOW);
    }

    private static double discounted(List<Double> gains) {
        double sum = 0;
        for (int i = 0; i < gains.size(); i++) {
            sum += gains.get(i) * Math.log(2) / Math.log(i + 2);
        }
        return sum;
    }

    private static long relevantWithin(List<String> ranking, Map<String, Integer> grades, int relevant, int depth) {
        return ranking.stream()
                .limit(depth)
                .filter(id -> grades.getOrDefault(id, Integer.MIN_VALUE) >= relevant)
                .count();
    }

    private static double reciprocalRank(List<String> ranking, Map<String, Integer> grades, int relevant) {
        for (int i = 0; i < Math.min(SHALLOW, ranking.size()); i++) {
            if (grades.getOrDefault(ranking.get(i), Integer.MIN_VALUE) >= relevant) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }
}
