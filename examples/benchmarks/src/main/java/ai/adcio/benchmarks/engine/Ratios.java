package ai.adcio.benchmarks.engine;

import java.util.List;

/**
 * How two ways compare over several rounds.
 *
 * @param rounds what each way did in each round, one or more
 */
record Ratios(List<Round> rounds) {
    Ratios {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("rounds is empty; measure one or more");
        }
    }

    /**
     * One round.
     *
     * @param ours what the arm or sink did, in a second
     * @param bare what the client alone did, in a second
     */
    record Round(double ours, double bare) {
        double ratio() {
            return ours / bare;
        }
    }

    /** The median of the rounds' ratios. */
    double median() {
        return quantile(0.5);
    }

    /** A quantile of the rounds' ratios, between neighbours by their distance. */
    double quantile(double share) {
        return quantile(rounds.stream().mapToDouble(Round::ratio).sorted().toArray(), share);
    }

    /** The median of what the arm or sink did in a second. */
    double ours() {
        return quantile(rounds.stream().mapToDouble(Round::ours).sorted().toArray(), 0.5);
    }

    /** The median of what the client alone did in a second. */
    double bare() {
        return quantile(rounds.stream().mapToDouble(Round::bare).sorted().toArray(), 0.5);
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
