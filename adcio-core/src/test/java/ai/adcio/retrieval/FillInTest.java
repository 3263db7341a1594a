package ai.adcio.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.Language;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.RetrievalPlan.ArmPlan;
import ai.adcio.retrieval.RetrievalResult.Found;
import ai.adcio.retrieval.RetrievalResult.Hit;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an arm is asked about the products that only others found. */
@Timeout(30)
class FillInTest {
    private final Catalog catalog = InMemoryCatalog.of(List.of(
            Product.builder("red", "Red shirt").build(),
            Product.builder("blue", "Blue shirt").build()));
    private final CatalogSnapshot snapshot = catalog.acquire();

    @AfterEach
    void close() {
        snapshot.close();
        catalog.close();
    }

    @Test
    void scoresOnAThreadOfThePoolUnderTheDeadlineOfTheTurn() {
        AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
        AtomicReference<@Nullable Deadline> under = new AtomicReference<>();
        Deadline deadline = Deadline.in(Duration.ofSeconds(20));
        HybridResult result = retrieve(deadline, (request, ids) -> {
            thread.set(Thread.currentThread());
            under.set(request.deadline());
            assertThat(ids).containsExactly("red");
            return Map.of("red", 0.9);
        });
        assertThat(thread.get()).isNotNull().isNotSameAs(Thread.currentThread());
        assertThat(thread.get()).extracting(Thread::getName).asString().startsWith("adcio-arm-");
        assertThat(under.get()).isSameAs(deadline);
        assertThat(result.candidates()).extracting(Candidate::id).containsExactly("red", "blue");
        assertThat(result.timings()).containsOnlyKeys("keyword", "vector");
    }

    @Test
    void aSlowScorerIsLeftBehindAndToldAndItsFindsStand() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        HybridResult result = retrieve(Deadline.in(Duration.ofMillis(200)), (request, ids) -> {
            request.cancellation().onCancel(told::countDown);
            try {
                // Until it is told; for good, if it never were.
                told.await();
            } catch (InterruptedException e) {
                throw new AssertionError("nobody may interrupt this thread", e);
            }
            return Map.of("red", 0.9);
        });
        assertThat(result.candidates()).extracting(Candidate::id).containsExactlyInAnyOrder("red", "blue");
        assertThat(result.partial()).as("the arm did answer").isFalse();
        assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aScorerThatFailsLeavesWhatWasFound() {
        HybridResult result = retrieve(Deadline.none(), (request, ids) -> {
            throw new IllegalStateException("no model");
        });
        assertThat(result.candidates()).extracting(Candidate::id).containsExactlyInAnyOrder("red", "blue");
        assertThat(result.partial()).isFalse();
    }

    @Test
    void asksARemoteArmDeeperAtOnceInsteadOfASecondTime() {
        Arm keyword = new Arm("keyword", "red", (request, ids) -> Map.of());
        AtomicReference<@Nullable Integer> limit = new AtomicReference<>();
        ScoringRetriever remote = new ScoringRetriever() {
            @Override
            public ArmTraits traits() {
                return new ArmTraits("vector", Set.of(), false, true);
            }

            @Override
            public RetrievalResult retrieve(RetrievalRequest request) {
                limit.set(request.limit());
                return new Found(List.of(new Hit("blue", 0.9), new Hit("red", 0.6)), 2);
            }

            @Override
            public Map<String, Double> score(RetrievalRequest request, Collection<String> ids) {
                throw new AssertionError("it was asked a second time");
            }
        };
        HybridResult result = retrieve(keyword, remote, 1, Deadline.none());
        assertThat(limit.get()).isEqualTo(4);
        assertThat(result.answers().get("vector"))
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> assertThat(found.hits()).extracting(Hit::id).containsExactly("blue"));
        assertThat(result.candidates()).extracting(Candidate::id).containsExactlyInAnyOrder("red", "blue");
    }

    private HybridResult retrieve(
            Deadline deadline, BiFunction<RetrievalRequest, Collection<String>, Map<String, Double>> scores) {
        Arm keyword = new Arm("keyword", "red", (request, ids) -> Map.of());
        return retrieve(keyword, new Arm("vector", "blue", scores), 10, deadline);
    }

    private HybridResult retrieve(Retriever keyword, Retriever vector, int limit, Deadline deadline) {
        RetrievalPlan plan = new RetrievalPlan(
                "shirt",
                List.of(),
                List.of(),
                List.of(new ArmPlan("keyword", 1, "test"), new ArmPlan("vector", 1, "test")),
                FusionMethod.NORMALISED_SCORE,
                List.of(),
                List.of(),
                null,
                null,
                limit);
        try (HybridRetriever hybrid =
                HybridRetriever.builder(List.of(keyword, vector)).build()) {
            return hybrid.retrieve(plan, snapshot, Language.ENGLISH, RankingParameters.defaults(), deadline);
        }
    }

    private record Arm(
            String name, String finds, BiFunction<RetrievalRequest, Collection<String>, Map<String, Double>> scores)
            implements ScoringRetriever {
        @Override
        public ArmTraits traits() {
            return new ArmTraits(name, Set.of(), false, false);
        }

        @Override
        public RetrievalResult retrieve(RetrievalRequest request) {
            return new Found(List.of(new Hit(finds, 0.5)), 1);
        }

        @Override
        public Map<String, Double> score(RetrievalRequest request, Collection<String> ids) {
            return scores.apply(request, ids);
        }
    }
}
