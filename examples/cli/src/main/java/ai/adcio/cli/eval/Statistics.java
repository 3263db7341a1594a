package ai.adcio.cli.eval;

import java.util.Arrays;
import java.util.Random;

/** Means, percentiles and the paired bootstrap. */
final class Statistics {
    private static final int RESAMPLES = 10_000;
    // Fixed, so that the same runs print the same interval.
    private static final long SEED = 20_261_123L;

    private Statistics() {}

    /** The mean of the numbers, without those that are NaN. */
    static double mean(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
    }

    /** The value below which this share of the numbers lies, by the nearest rank; NaN when there is none. */
    static double percentile(double[] values, double share) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, Math.min(sorted.length - 1, rank - 1))];
    }

    /**
     * The mean difference of paired numbers with its 95 % interval by the percentile bootstrap (Sakai, SIGIR 2006).
     * Pairs of which one is NaN are left out.
     */
    static Difference pairedBootstrap(double[] a, double[] b) {
        double[] differences = new double[a.length];
        int n = 0;
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
                differences[n++] = a[i] - b[i];
            }
        }
        differences = Arrays.copyOf(differences, n);
        if (n == 0) {
            return new Difference(Double.NaN, Double.NaN, Double.NaN);
        }
        Random random = new Random(SEED);
        double[] means = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += differences[random.nextInt(n)];
            }
            means[r] = sum / n;
        }
        return new Difference(mean(differences), percentile(means, 0.025), percentile(means, 0.975));
    }

    /**
     * A mean difference.
     *
     * @param mean the difference
     * @param low the lower end of its 95 % interval
     * @param high the upper end
     */
    record Difference(double mean, double low, double high) {}
}
