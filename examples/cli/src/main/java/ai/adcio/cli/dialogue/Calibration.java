package ai.adcio.cli.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** How well the confidence in a turn tells whether it is right. Not thread safe. */
final class Calibration {
    private static final int BINS = 10;
    private static final List<Double> CUTS = List.of(0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95);

    private final List<Judged> turns = new ArrayList<>();

    private record Judged(double confidence, boolean right) {}

    /**
     * The turns whose confidence lies in a range.
     *
     * @param from the least confidence
     * @param to where the next bin begins; the last one includes 1
     * @param confidence the mean confidence
     * @param right the share of turns that are all right
     */
    record Bin(double from, double to, int turns, double confidence, double right) {}

    /**
     * What it costs to ask somebody else about every turn with less confidence.
     *
     * @param turns the share of all turns that is
     * @param wrong the share of the wrong turns among them; 1 when no turn is wrong
     * @param rightAbove the share of right ones of those that are left; 1 when none is
     */
    record Cut(double below, double turns, double wrong, double rightAbove) {}

    /** Adds a turn with a confidence of 0 to 1. */
    void add(double confidence, boolean right) {
        turns.add(new Judged(confidence, right));
    }

    /** The reliability table: ten bins of even width, without those that have no turn. */
    List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            int bin = i;
            List<Judged> in = turns.stream()
                    .filter(t -> Math.min(BINS - 1, (int) (t.confidence * BINS)) == bin)
                    .toList();
            if (!in.isEmpty()) {
                double mean =
                        in.stream().mapToDouble(Judged::confidence).average().orElse(0);
                bins.add(new Bin((double) i / BINS, (i + 1.0) / BINS, in.size(), mean, share(in, Judged::right)));
            }
        }
        return bins;
    }

    /** The expected calibration error: how far mean confidence and share of right turns are apart in a bin, by turn. */
    double error() {
        return bins().stream()
                .mapToDouble(bin -> Math.abs(bin.confidence() - bin.right()) * bin.turns() / turns.size())
                .sum();
    }

    /** The Brier score: the mean square of what confidence lacks of 1 for a right turn, of 0 for a wrong one. */
    double brier() {
        return turns.stream()
                .mapToDouble(t -> Math.pow(t.confidence - (t.right ? 1 : 0), 2))
                .average()
                .orElse(0);
    }

    /** How often a right turn has more confidence than a wrong one, a tie being half; 0.5 where one sort is missing. */
    double auc() {
        double won = 0;
        long pairs = 0;
        for (Judged right : turns) {
            for (Judged wrong : turns) {
                if (right.right && !wrong.right) {
                    pairs++;
                    won += right.confidence > wrong.confidence ? 1 : right.confidence == wrong.confidence ? 0.5 : 0;
                }
            }
        }
        return pairs == 0 ? 0.5 : won / pairs;
    }

    /** What each threshold would cost and catch. */
    List<Cut> cuts() {
        List<Judged> wrong = turns.stream().filter(t -> !t.right).toList();
        return CUTS.stream()
                .map(cut -> new Cut(
                        cut,
                        turns.isEmpty() ? 0 : share(turns, t -> t.confidence < cut),
                        share(wrong, t -> t.confidence < cut),
                        share(turns.stream().filter(t -> t.confidence >= cut).toList(), Judged::right)))
                .toList();
    }

    /** The share of turns of which something holds, 1 of none. */
    private static double share(List<Judged> turns, Predicate<Judged> holds) {
        return turns.isEmpty() ? 1 : (double) turns.stream().filter(holds).count() / turns.size();
    }
}
