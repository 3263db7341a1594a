package ai.adcio.cli.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void countsTurnsInBinsOfEvenWidth() {
        Calibration calibration = of(0.95, true, 1.0, true, 0.91, false, 0.6, true, 0.62, false);

        assertThat(calibration.bins())
                .extracting(Calibration.Bin::from, Calibration.Bin::to, Calibration.Bin::turns)
                .containsExactly(tuple(0.6, 0.7, 2), tuple(0.9, 1.0, 3));
        assertThat(calibration.bins().getFirst().confidence()).isCloseTo(0.61, within(1e-9));
        assertThat(calibration.bins().getFirst().right()).isEqualTo(0.5);
        assertThat(calibration.bins().getLast().right()).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void weighsTheErrorOfABinByItsTurns() {
        // 0.9 against 2/3 in three turns, 0.5 against 1 in one.
        Calibration calibration = of(0.9, true, 0.9, true, 0.9, false, 0.5, true);

        assertThat(calibration.error()).isCloseTo((3 * (0.9 - 2 / 3.0) + 0.5) / 4, within(1e-9));
    }

    @Test
    void squaresWhatConfidenceLacks() {
        assertThat(of(0.9, true, 0.4, false).brier()).isCloseTo((0.01 + 0.16) / 2, within(1e-9));
    }

    @Test
    void tellsWrongTurnsFromRightOnesByTheirOrder() {
        assertThat(of(0.9, true, 0.4, false).auc()).isEqualTo(1);
        assertThat(of(0.4, true, 0.9, false).auc()).isZero();
        assertThat(of(0.9, true, 0.5, true, 0.5, false).auc()).isEqualTo(0.75);
        assertThat(of(0.9, true).auc()).isEqualTo(0.5);
    }

    @Test
    void saysWhatAThresholdCostsAndCatches() {
        Calibration calibration = of(0.95, true, 0.9, true, 0.75, false, 0.7, true, 0.92, false);

        assertThat(calibration.cuts()).contains(new Calibration.Cut(0.8, 0.4, 0.5, 2 / 3.0));
        assertThat(calibration.cuts()).contains(new Calibration.Cut(0.5, 0, 0, 0.6));
    }

    @Test
    void hasNothingToSayOfNoTurns() {
        Calibration calibration = of();

        assertThat(calibration.bins()).isEmpty();
        assertThat(calibration.error()).isZero();
        assertThat(calibration.brier()).isZero();
        assertThat(calibration.cuts()).contains(new Calibration.Cut(0.8, 0, 1, 1));
    }

    /** Pairs of a confidence and whether the turn was right. */
    private static Calibration of(Object... pairs) {
        Calibration calibration = new Calibration();
        for (int i = 0; i < pairs.length; i += 2) {
            calibration.add((double) pairs[i], (boolean) pairs[i + 1]);
        }
        return calibration;
    }
}
