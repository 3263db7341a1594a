package ai.adcio.benchmarks.engine;

import ai.adcio.AdcioException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks the same questions in two ways, turn by turn, so that whatever else the machine does strikes both. The order is
 * random and the same in every run.
 */
final class SearchRace {
    private static final long SEED = 20;
    private static final double SECOND = 1e9;

    private final int questions;
    private final Searching arm;
    private final Searching bare;
    private final Random random = new Random(SEED);

    SearchRace(int questions, Searching arm, Searching bare) {
        this.questions = questions;
        this.arm = arm;
        this.bare = bare;
    }

    /**
     * Asks everything once both ways.
     *
     * @return how many products the arm found in all
     * @throws AdcioException when the arm finds what the client alone does not, so that they do not do the same
     */
    int check() throws Exception {
        int found = 0;
        for (int question = 0; question < questions; question++) {
            List<String> ours = arm.search(question);
            List<String> theirs = bare.search(question);
            // The arm may leave out what a condition forbids that the engine cannot tell.
            if (!new HashSet<>(theirs).containsAll(ours) || (ours.isEmpty() && !theirs.isEmpty())) {
                throw new AdcioException("question " + question + " has other answers through the arm than without it: "
                        + ours + " and " + theirs);
            }
            found += ours.size();
        }
        return found;
    }

    /** Rounds on one thread, in each of which every question is asked both ways, one right after the other. */
    Ratios alone(int warmUps, int rounds) throws Exception {
        List<Ratios.Round> measured = new ArrayList<>();
        for (int round = -warmUps; round < rounds; round++) {
            long ours = 0;
            long theirs = 0;
            for (int question : shuffled()) {
                if (random.nextBoolean()) {
                    ours += time(arm, question);
                    theirs += time(bare, question);
                } else {
                    theirs += time(bare, question);
                    ours += time(arm, question);
                }
            }
            if (round >= 0) {
                measured.add(new Ratios.Round(questions * SECOND / ours, questions * SECOND / theirs));
            }
        }
        return new Ratios(measured);
    }

    private static long time(Searching way, int question) throws Exception {
        long start = System.nanoTime();
        way.search(question);
        return System.nanoTime() - start;
    }

    /** Rounds in each of which several threads ask every question one way, and then the other. */
    Ratios together(int threads, int warmUps, int rounds) throws Exception {
        List<Ratios.Round> measured = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int round = -warmUps; round < rounds; round++) {
                boolean oursFirst = random.nextBoolean();
                double first = throughput(pool, threads, oursFirst ? arm : bare);
                double second = throughput(pool, threads, oursFirst ? bare : arm);
                if (round >= 0) {
                    measured.add(oursFirst ? new Ratios.Round(first, second) : new Ratios.Round(second, first));
                }
            }
        }
        return new Ratios(measured);
    }

    private double throughput(ExecutorService pool, int threads, Searching way) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        long start = System.nanoTime();
        for (int thread = 0; thread < threads; thread++) {
            List<Integer> order = shuffled();
            running.add(pool.submit(() -> {
                for (int question : order) {
                    way.search(question);
                }
                return null;
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        return threads * questions * SECOND / (System.nanoTime() - start);
    }

    private List<Integer> shuffled() {
        List<Integer> order = new ArrayList<>();
        for (int question = 0; question < questions; question++) {
            order.add(question);
        }
        Collections.shuffle(order, random);
        return order;
    }
}
