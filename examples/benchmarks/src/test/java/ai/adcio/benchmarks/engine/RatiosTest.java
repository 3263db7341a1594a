package ai.adcio.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatiosTest {
    private static final Ratios FOUR = new Ratios(List.of(
            new Ratios.Round(90, 100),
            new Ratios.Round(50, 100),
            new Ratios.Round(300, 300),
            new Ratios.Round(80, 100)));

    @Test
    void tellsTheMedianOfTheRoundsRatios() {
        assertThat(FOUR.median()).isEqualTo(0.85, within(1e-9));
        assertThat(FOUR.ours()).isEqualTo(85, within(1e-9));
        assertThat(FOUR.bare()).isEqualTo(100, within(1e-9));
    }

    @Test
    void tellsQuartilesBetweenNeighbours() {
        assertThat(FOUR.quantile(0)).isEqualTo(0.5, within(1e-9));
        assertThat(FOUR.quantile(0.25)).isEqualTo(0.725, within(1e-9));
        assertThat(FOUR.quantile(1)).isEqualTo(1, within(1e-9));
    }

    @Test
    void refusesNoRounds() {
        assertThatThrownBy(() -> new Ratios(List.of())).hasMessageContaining("rounds is empty");
    }
}
