package ai.adcio.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.adcio.retrieval.Fusion.RankedList;
import ai.adcio.retrieval.RetrievalResult.Hit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class FusionPropertiesTest {
    private static final double K = 60;

    /** Both methods, since every property but scale invariance is one of fusion as such. */
    private static final List<Function<List<RankedList>, List<Candidate>>> METHODS =
            List.of(lists -> Fusion.reciprocalRank(lists, K), lists -> Fusion.normalisedScore(lists, arm -> null));

    @Property
    void theOrderOfTheListsDoesNotMatter(@ForAll("lists") List<RankedList> lists, @ForAll Random random) {
        List<RankedList> shuffled = new ArrayList<>(lists);
        Collections.shuffle(shuffled, random);
        for (var fuse : METHODS) {
            assertThat(fuse.apply(shuffled)).isEqualTo(fuse.apply(lists));
        }
    }

    @Property
    void everyProductOfAListWithAWeightComesBackExactlyOnce(@ForAll("lists") List<RankedList> lists) {
        Set<String> all = lists.stream()
                .filter(list -> list.weight() > 0)
                .flatMap(list -> list.hits().stream().map(Hit::id))
                .collect(Collectors.toSet());
        for (var fuse : METHODS) {
            assertThat(ids(fuse.apply(lists))).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Property
    void scoresFallAndEqualOnesAreToldApartByRankAndId(@ForAll("lists") List<RankedList> lists) {
        for (var fuse : METHODS) {
            assertThat(fuse.apply(lists))
                    .isSortedAccordingTo(Comparator.comparingDouble(Candidate::score)
                            .reversed()
                            .thenComparingInt(FusionPropertiesTest::bestRank)
                            .thenComparing(Candidate::id));
        }
    }

    @Property
    void provenanceNamesRankAndScoreOfEveryListThatHasTheProduct(@ForAll("lists") List<RankedList> lists) {
        for (var fuse : METHODS) {
            for (Candidate candidate : fuse.apply(lists)) {
                Set<Candidate.Provenance> expected = new HashSet<>();
                for (RankedList list : lists) {
                    for (int i = 0; i < list.hits().size(); i++) {
                        Hit hit = list.hits().get(i);
                        if (list.weight() > 0 && hit.id().equals(candidate.id())) {
                            expected.add(new Candidate.Provenance(list.arm(), i + 1, hit.score()));
                        }
                    }
                }
                assertThat(candidate.provenance()).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @Property
    void aListOfWeightZeroIsAsGoodAsNone(@ForAll("lists") List<RankedList> lists, @ForAll("hits") List<Hit> hits) {
        List<RankedList> more = new ArrayList<>(lists);
        more.add(new RankedList("silent", 0, hits));
        for (var fuse : METHODS) {
            assertThat(fuse.apply(more)).isEqualTo(fuse.apply(lists));
        }
    }

    @Property
    void aBetterRankInOneListNeverLowersAProduct(
            @ForAll("lists") List<RankedList> lists, @ForAll @IntRange(max = 3) int which, @ForAll Random random) {
        RankedList list = lists.get(which % lists.size());
        if (list.hits().size() < 2 || list.weight() == 0) {
            return;
        }
        int from = 1 + random.nextInt(list.hits().size() - 1);
        Hit risen = list.hits().get(from);
        // It changes places, and scores, with the product right above it.
        Hit above = list.hits().get(from - 1);
        List<Hit> better = new ArrayList<>(list.hits());
        better.set(from - 1, new Hit(risen.id(), above.score()));
        better.set(from, new Hit(above.id(), risen.score()));
        List<RankedList> changed = new ArrayList<>(lists);
        changed.set(which % lists.size(), new RankedList(list.arm(), list.weight(), better));
        for (var fuse : METHODS) {
            assertThat(ids(fuse.apply(changed)).indexOf(risen.id()))
                    .isLessThanOrEqualTo(ids(fuse.apply(lists)).indexOf(risen.id()));
        }
    }

    @Property
    void aGreaterScoreInOneListNeverLowersAProduct(
            @ForAll("hits") List<Hit> hits,
            @ForAll("hits") List<Hit> others,
            @ForAll @IntRange(max = 9) int which,
            @ForAll @DoubleRange(min = 0, max = 50) double more) {
        if (hits.isEmpty()) {
            return;
        }
        Hit raised = hits.get(which % hits.size());
        List<Hit> changed = hits.stream()
                .map(hit -> hit.equals(raised) ? new Hit(hit.id(), hit.score() + more) : hit)
                .sorted(Comparator.comparingDouble(Hit::score)
                        .reversed()
                        .thenComparing(hit -> !hit.equals(raised) && !hit.id().equals(raised.id())))
                .toList();
        Function<List<Hit>, Integer> place = list -> ids(Fusion.normalisedScore(
                        List.of(new RankedList("a", 1, list), new RankedList("b", 1, others)), arm -> null))
                .indexOf(raised.id());
        assertThat(place.apply(changed)).isLessThanOrEqualTo(place.apply(hits));
    }

    @Property
    void normalisedScoresDoNotDependOnAnArmsUnitOrZero(
            @ForAll("hits") List<Hit> hits,
            @ForAll("hits") List<Hit> others,
            @ForAll @DoubleRange(min = 0.5, max = 8) double unit,
            @ForAll @DoubleRange(min = -100, max = 100) double zero) {
        List<Hit> moved = hits.stream()
                .map(hit -> new Hit(hit.id(), hit.score() * unit + zero))
                .toList();
        List<Candidate> before = Fusion.normalisedScore(
                List.of(new RankedList("a", 1, hits), new RankedList("b", 0.7, others)), arm -> null);
        List<Candidate> after = Fusion.normalisedScore(
                List.of(new RankedList("a", 1, moved), new RankedList("b", 0.7, others)), arm -> null);
        assertThat(after).hasSameSizeAs(before);
        for (Candidate candidate : before) {
            Candidate same = after.stream()
                    .filter(c -> c.id().equals(candidate.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(same.score()).isCloseTo(candidate.score(), within(1e-9));
        }
    }

    private static int bestRank(Candidate candidate) {
        return candidate.provenance().stream()
                .mapToInt(Candidate.Provenance::rank)
                .min()
                .orElseThrow();
    }

    private static List<String> ids(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::id).toList();
    }

    @Provide
    Arbitrary<List<RankedList>> lists() {
        Arbitrary<Double> weight = Arbitraries.of(0.0, 0.3, 0.5, 1.0, 2.5);
        return Combinators.combine(hits(), hits(), hits(), weight, weight, weight)
                .as((a, b, c, wa, wb, wc) -> List.of(
                        new RankedList("keyword", wa, a), new RankedList("vector", wb, b), new RankedList("x", wc, c)));
    }

    /** Lists that overlap, with equal scores here and there. */
    @Provide
    Arbitrary<List<Hit>> hits() {
        Arbitrary<String> id = Arbitraries.integers().between(0, 11).map(i -> "p" + i);
        Arbitrary<Double> score = Arbitraries.integers().between(-8, 40).map(i -> i / 4.0);
        return Combinators.combine(
                        id.list().uniqueElements().ofMaxSize(10), score.list().ofSize(10))
                .as((ids, scores) -> {
                    List<Double> falling =
                            scores.stream().sorted(Comparator.reverseOrder()).toList();
                    List<Hit> hits = new ArrayList<>();
                    for (int i = 0; i < ids.size(); i++) {
                        hits.add(new Hit(ids.get(i), falling.get(i)));
                    }
                    return hits;
                });
    }
}
