package ai.adcio.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryScoreTest {
    private static final Map<String, Integer> GRADES = Map.of("a", 3, "b", 0, "c", 2, "d", 3);

    @Test
    void discountsGainsByRankAgainstTheBestOrderOfAllThatWasJudged() {
        QueryScore score = QueryScore.of(List.of("b", "a", "x", "c"), GRADES, Gains.GRADES, 3);

        double found = 3 / log2(3) + 2 / log2(5);
        double ideal = 3 / log2(2) + 3 / log2(3) + 2 / log2(4);
        assertThat(score.ndcg10()).isCloseTo(found / ideal, within(1e-12));
    }

    @Test
    void countsOnlyGradesFromTheBoundOnAsRelevant() {
        QueryScore score = QueryScore.of(List.of("b", "c", "a"), GRADES, Gains.GRADES, 3);

        assertThat(score.recall10()).isEqualTo(0.5);
        assertThat(score.recall100()).isEqualTo(0.5);
        assertThat(score.mrr10()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(score.judged10()).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void mapsGradesToGains() {
        QueryScore score = QueryScore.of(List.of("c"), Map.of("c", 2, "a", 3), Gains.parse("0,0.01,0.1,1"), 3);

        assertThat(score.ndcg10()).isCloseTo(0.1 / (1 + 0.1 / log2(3)), within(1e-12));
    }

    @Test
    void leavesOutWhatAQueryWithoutAnythingOfWorthCannotHave() {
        QueryScore score = QueryScore.of(List.of("a"), Map.of("a", 0), Gains.GRADES, 1);

        assertThat(score.ndcg10()).isNaN();
        assertThat(score.recall10()).isNaN();
        assertThat(score.mrr10()).isNaN();
        assertThat(score.judged10()).isEqualTo(0.1);
    }

    @Test
    void countsRelevantProductsBeyondTheTenthOnlyInTheDeepRecall() {
        List<String> ranking = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "a");

        QueryScore score = QueryScore.of(ranking, Map.of("a", 1), Gains.GRADES, 1);

        assertThat(score.recall10()).isZero();
        assertThat(score.mrr10()).isZero();
        assertThat(score.recall100()).isEqualTo(1);
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
