package ai.adcio.cli.eval;

/**
 * One system's scores over all queries.
 *
 * @param run the system's rankings
 * @param ndcg10 nDCG@10 a query, NaN where the query cannot have it; so too the others
 * @param recall10 recall@10
 * @param recall100 recall@100
 * @param mrr10 MRR@10
 * @param judged10 judged@10
 */
record Measured(Run run, double[] ndcg10, double[] recall10, double[] recall100, double[] mrr10, double[] judged10) {

    static Measured of(Run run, JudgedQueries judged, Gains gains, int relevant) {
        return new Measured(
                run,
                run.scores(judged, gains, relevant, QueryScore::ndcg10),
                run.scores(judged, gains, relevant, QueryScore::recall10),
                run.scores(judged, gains, relevant, QueryScore::recall100),
                run.scores(judged, gains, relevant, QueryScore::mrr10),
                run.scores(judged, gains, relevant, QueryScore::judged10));
    }

    double p50() {
        return Statistics.percentile(run.millis(), 0.5);
    }

    double p99() {
        return Statistics.percentile(run.millis(), 0.99);
    }
}
