package ai.adcio.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void leavesNaNOutOfMeans() {
        assertThat(Statistics.mean(new double[] {1, Double.NaN, 3})).isEqualTo(2);
        assertThat(Statistics.mean(new double[] {Double.NaN})).isNaN();
    }

    @Test
    void takesPercentilesByTheNearestRank() {
        double[] values = {40, 10, 30, 20};

        assertThat(Statistics.percentile(values, 0.5)).isEqualTo(20);
        assertThat(Statistics.percentile(values, 0.99)).isEqualTo(40);
        assertThat(Statistics.percentile(values, 0)).isEqualTo(10);
        assertThat(Statistics.percentile(new double[0], 0.5)).isNaN();
    }

    @Test
    void bootstrapsPairsAlikeEachTimeAndAroundTheirMean() {
        double[] a = new double[100];
        double[] b = new double[100];
        for (int i = 0; i < 100; i++) {
            a[i] = i % 2;
        }

        Statistics.Difference first = Statistics.pairedBootstrap(a, b);

        assertThat(first).isEqualTo(Statistics.pairedBootstrap(a, b));
        assertThat(first.mean()).isEqualTo(0.5);
        // The standard error of the mean is 0.05.
        assertThat(first.low()).isCloseTo(0.4, within(0.02));
        assertThat(first.high()).isCloseTo(0.6, within(0.02));
    }

    @Test
    void givesAPointWhereEveryPairDiffersAlikeAndPassesOverPairsWithNaN() {
        Statistics.Difference difference =
                Statistics.pairedBootstrap(new double[] {1, Double.NaN, 3}, new double[] {0.5, 1, 2.5});

        assertThat(difference).isEqualTo(new Statistics.Difference(0.5, 0.5, 0.5));
    }
}
