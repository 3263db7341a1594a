package ai.adcio.agent;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Product;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One way to part candidates: the answers to a question about one field, and what each would leave.
 *
 * @param field the field
 * @param cells the answers, each with how many candidates it stands for; the heaviest of them when there are many
 * @param of how many candidates there are, those without a value included
 */
record Split(String field, List<Cell> cells, int of) {
    /** How many answers a shopper is given. */
    static final int MOST_CELLS = 4;

    private static final int LEAST_CELLS = 2;
    // Answers that together leave out most of what was found are no question worth asking.
    private static final double LEAST_SHARE = 0.6;

    Split {
        cells = List.copyOf(cells);
    }

    /**
     * One answer.
     *
     * @param condition what it asks of a product
     * @param weight how many candidates it stands for; one that also meets k - 1 other answers counts for 1/k
     */
    record Cell(Constraint condition, double weight) {}

    /** The split of candidates by conditions of which each may meet several or none. */
    static Split of(String field, List<? extends Constraint> conditions, List<Product> candidates) {
        Map<Constraint, Double> weights = new HashMap<>();
        for (Product candidate : candidates) {
            List<? extends Constraint> met =
                    conditions.stream().filter(c -> c.test(candidate)).toList();
            met.forEach(c -> weights.merge(c, 1.0 / met.size(), Double::sum));
        }
        List<Cell> cells = conditions.stream()
                .map(c -> new Cell(c, weights.getOrDefault(c, 0.0)))
                .filter(cell -> cell.weight() > 0)
                .toList();
        return new Split(field, cells.size() <= MOST_CELLS ? cells : heaviest(cells), candidates.size());
    }

    /** A stable sort: answers of one weight keep the order in which they came. */
    private static List<Cell> heaviest(List<Cell> cells) {
        return cells.stream()
                .sorted(Comparator.comparingDouble(Cell::weight).reversed())
                .limit(MOST_CELLS)
                .toList();
    }

    /**
     * The bits that an answer is expected to tell about which candidate is wanted. What has no value, or one that is not
     * among the answers, tells nothing: so many small values make a poor question.
     */
    double gain() {
        double bits = 0;
        for (Cell cell : cells) {
            double share = cell.weight() / of;
            bits -= share * Math.log(share) / Math.log(2);
        }
        return bits;
    }

    /** Whether there are answers to choose between, and they cover most of the candidates. */
    boolean isWorthAsking() {
        double covered = cells.stream().mapToDouble(Cell::weight).sum();
        return cells.size() >= LEAST_CELLS && covered >= LEAST_SHARE * of;
    }

    /** The same split with only some of its answers. */
    Split with(List<Cell> some) {
        return new Split(field, some, of);
    }
}
