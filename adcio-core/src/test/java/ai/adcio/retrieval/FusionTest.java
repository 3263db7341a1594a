package ai.adcio.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.SortOrder;
import ai.adcio.retrieval.Fusion.RankedList;
import ai.adcio.retrieval.RetrievalResult.Hit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FusionTest {
    private static final RankedList KEYWORD =
            new RankedList("keyword", 0.7, List.of(new Hit("a", 9), new Hit("b", 5), new Hit("c", 1)));
    private static final RankedList VECTOR =
            new RankedList("vector", 0.3, List.of(new Hit("c", 0.9), new Hit("d", 0.8)));

    @Test
    void reciprocalRankAddsWeightedReciprocalRanks() {
        List<Candidate> fused = Fusion.reciprocalRank(List.of(KEYWORD, VECTOR), 60);

        assertThat(fused).extracting(Candidate::id).containsExactly("c", "a", "b", "d");
        assertThat(fused.getFirst().score()).isCloseTo(0.7 / 63 + 0.3 / 61, within(1e-15));
    }

    @Test
    void normalisedScoreSpansEachListFromItsWorstToItsBest() {
        List<Candidate> fused = Fusion.normalisedScore(List.of(KEYWORD, VECTOR), arm -> null);

        assertThat(fused).extracting(Candidate::id).containsExactly("a", "b", "c", "d");
        assertThat(fused).extracting(Candidate::score).containsExactly(0.7, 0.35, 0.3, 0.0);
    }

    @Test
    void aKnownMinimumKeepsTheLastOfAListAboveThoseThatAreNotInIt() {
        Map<String, Double> minimum = Map.of("keyword", 0.0);
        List<Candidate> fused = Fusion.normalisedScore(List.of(KEYWORD), minimum::get);

        assertThat(fused.get(1).score()).isCloseTo(0.7 * 5 / 9, within(1e-15));
        assertThat(fused.get(2).score()).isCloseTo(0.7 / 9, within(1e-15));
    }

    @Test
    void aListThatProvesItsMinimumWrongStaysWithinZeroAndOne() {
        RankedList below = new RankedList("keyword", 1, List.of(new Hit("a", 1), new Hit("b", -3)));

        assertThat(Fusion.normalisedScore(List.of(below), arm -> 0.0))
                .extracting(Candidate::score)
                .containsExactly(1.0, 0.0);
    }

    @Test
    void aSingleHitAndEqualScoresCountInFull() {
        RankedList single = new RankedList("keyword", 1, List.of(new Hit("a", -2)));
        RankedList equal = new RankedList("vector", 1, List.of(new Hit("b", 3), new Hit("c", 3)));

        assertThat(Fusion.normalisedScore(List.of(single, equal), arm -> null))
                .extracting(Candidate::score)
                .containsOnly(1.0);
    }

    @Test
    void scoresAsFarApartAsNumbersGoStayWithinZeroAndOne() {
        RankedList far = new RankedList(
                "keyword",
                1,
                List.of(new Hit("a", Double.MAX_VALUE), new Hit("b", 0), new Hit("c", -Double.MAX_VALUE)));

        assertThat(Fusion.normalisedScore(List.of(far), arm -> null))
                .extracting(Candidate::score)
                .containsExactly(1.0, 0.5, 0.0);
    }

    @Test
    void sortingFollowsTheRecordsAndPutsProductsWithoutAValueLast() {
        Map<String, Product> records =
                Map.of("a", priced("a", "30"), "b", priced("b", "10"), "c", priced("c", "10"), "d", unpriced("d"));

        assertThat(Fusion.sorted(List.of(KEYWORD, VECTOR), new SortOrder("price", true), records::get, 60))
                .extracting(Candidate::id)
                .containsExactly("c", "b", "a", "d");
        assertThat(Fusion.sorted(List.of(KEYWORD, VECTOR), new SortOrder("price", false), records::get, 60))
                .extracting(Candidate::id)
                .containsExactly("a", "c", "b", "d");
    }

    @Test
    void rejectsAWeightThatIsNoShare() {
        for (double weight : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new RankedList("keyword", weight, List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("keyword");
        }
    }

    private static Product priced(String id, String amount) {
        return Product.builder(id, "Product " + id)
                .price(Money.of(amount, "USD"))
                .build();
    }

    private static Product unpriced(String id) {
        return Product.builder(id, "Product " + id).build();
    }
}
