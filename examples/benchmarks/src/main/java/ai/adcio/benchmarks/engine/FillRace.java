package ai.adcio.benchmarks.engine;

import ai.adcio.AdcioException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes the same products in two ways, by turns: ours, bare, bare, ours and so on, each into a fresh place. */
final class FillRace {
    private static final double SECOND = 1e9;

    private final int products;
    private final Filling sink;
    private final Filling bare;

    FillRace(int products, EngineTrial trial) {
        this.products = products;
        this.sink = trial.sink();
        this.bare = trial.bareFilling();
    }

    /**
     * Runs the rounds, after two and more to warm up that do not count.
     *
     * @param warmUp how long it takes at least until the code is as compiled as in a load of a whole catalogue
     */
    Ratios run(Duration warmUp, int rounds) throws Exception {
        long end = System.nanoTime() + warmUp.toNanos();
        for (int round = 0; round < 2 || System.nanoTime() < end; round++) {
            throughput(sink);
            throughput(bare);
        }
        List<Ratios.Round> measured = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double ours;
            double theirs;
            if (round % 2 == 0) {
                ours = throughput(sink);
                theirs = throughput(bare);
            } else {
                theirs = throughput(bare);
                ours = throughput(sink);
            }
            measured.add(new Ratios.Round(ours, theirs));
        }
        return new Ratios(measured);
    }

    private double throughput(Filling filling) throws Exception {
        filling.begin();
        // What the round before left behind is not this one's to clean up.
        System.gc();
        long start = System.nanoTime();
        filling.fill();
        long time = System.nanoTime() - start;
        long held = filling.end();
        if (held != products) {
            throw new AdcioException("the engine holds " + held + " of " + products + " products after a filling");
        }
        return products * SECOND / time;
    }
}
