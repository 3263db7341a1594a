package ai.adcio.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.Language;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Rating;
import ai.adcio.catalog.SortOrder;
import ai.adcio.retrieval.RetrievalPlan.ArmPlan;
import ai.adcio.retrieval.RetrievalResult.Abstained;
import ai.adcio.retrieval.RetrievalResult.Empty;
import ai.adcio.retrieval.RetrievalResult.Failed;
import ai.adcio.retrieval.RetrievalResult.Found;
import ai.adcio.retrieval.RetrievalResult.Hit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Arms that are asked only when the planned ones leave nobody to answer. */
@Timeout(60)
class StandbyTest {
    private static final Constraint BY_ADA = new Constraint.AnyOf("Ada", Fields.BRAND, Match.EXACT, List.of("Ada"));
    private static final Constraint ANYTHING = new Constraint.Present("", Fields.TITLE);

    private final Catalog catalog = InMemoryCatalog.of(List.of(
            shirt("red", "Red shirt", "Ada", 3),
            shirt("blue", "Blue shirt", "Bea", 9),
            shirt("green", "Green shirt", "Ada", 5),
            shirt("scarf", "Scarf", "Ada", 7)));
    private final CatalogSnapshot snapshot = catalog.acquire();
    /** Lets go of every arm that waits. */
    private final CountDownLatch release = new CountDownLatch(1);

    private final List<RetrievalRequest> asked = new CopyOnWriteArrayList<>();
    private final List<HybridRetriever> toClose = new ArrayList<>();

    @AfterEach
    void close() {
        release.countDown();
        toClose.forEach(HybridRetriever::close);
        snapshot.close();
        catalog.close();
    }

    private static Product shirt(String id, String title, String brand, int raters) {
        return Product.builder(id, title)
                .brand(brand)
                .rating(new Rating(4, raters))
                .build();
    }

    @Test
    void isNotAskedWhenAnArmAnswersIfOnlyThatThereIsNothing() {
        for (RetrievalResult answer : List.of(found("red"), new Empty("none"))) {
            HybridResult result = retrieve(
                    Deadline.in(Duration.ofSeconds(20)),
                    plan(List.of(BY_ADA)),
                    arm("keyword", request -> answer),
                    arm("vector", request -> new Failed("down")),
                    standby(found("green")));
            assertThat(asked).isEmpty();
            assertThat(result.answers()).containsOnlyKeys("keyword", "vector");
            assertThat(result.missing()).extracting(MissingArm::arm).containsExactly("vector");
        }
    }

    @Test
    void isNotAskedWhenEveryArmAbstains() {
        HybridResult result = retrieve(
                Deadline.none(),
                plan(List.of(BY_ADA)),
                arm("keyword", request -> new Abstained("no words")),
                arm("vector", request -> new Abstained("no words")),
                standby(found("green")));
        assertThat(asked).isEmpty();
        assertThat(result.candidates()).isEmpty();
    }

    @Test
    void listsInItsOwnOrderWhenTheOthersFailAndTheResultSaysThatTheyAreMissing() {
        HybridResult result = retrieve(
                Deadline.none(),
                plan(List.of(ANYTHING)),
                arm("keyword", request -> new Failed("down")),
                arm("vector", request -> new Abstained("does not know the language")),
                standby(found("scarf", "red", "blue")));
        assertThat(result.candidates()).extracting(Candidate::id).containsExactly("scarf", "red", "blue");
        assertThat(result.candidates().getFirst().provenance())
                .extracting(Candidate.Provenance::arm)
                .containsExactly("sql");
        assertThat(result.missing()).extracting(MissingArm::arm).containsExactly("keyword");
        assertThat(result.answers()).containsOnlyKeys("keyword", "vector", "sql");
        assertThat(asked.getFirst().query()).isEmpty();
        assertThat(asked.getFirst().sort()).isNull();
        assertThat(asked.getFirst().filters()).containsExactly(ANYTHING);
    }

    @Test
    void isAskedForTheBestKnownProductsThatMentionEachWordThatIsLeft() {
        retrieve(
                Deadline.none(),
                plan(List.of(BY_ADA), "shirt"),
                arm("keyword", request -> new Failed("down")),
                arm("vector", request -> new Failed("down")),
                standby(new Empty("none")));
        assertThat(asked.getFirst().terms()).containsExactly("shirt");
        assertThat(asked.getFirst().sort()).isEqualTo(new SortOrder(Fields.RATING_COUNT, false));
    }

    @Test
    void answersInTimeWhileTheOthersAreSilent() {
        HybridResult result = retrieve(
                Deadline.in(Duration.ofSeconds(2)),
                plan(List.of(BY_ADA)),
                arm("keyword", request -> waiting(release, found("red"))),
                arm("vector", request -> new Failed("down")),
                standby(found("green")));
        assertThat(result.candidates()).extracting(Candidate::id).containsExactly("green");
        assertThat(result.missing()).extracting(MissingArm::arm).containsExactly("keyword", "vector");
    }

    @Test
    void hasNoSayWhenASlowArmComesToAnswerAfterAll() {
        CountDownLatch standbyAsked = new CountDownLatch(1);
        HybridResult result = retrieve(
                Deadline.in(Duration.ofSeconds(20)),
                plan(List.of(BY_ADA)),
                arm("keyword", request -> waiting(standbyAsked, found("red"))),
                arm("vector", request -> new Failed("down")),
                arm("sql", request -> {
                    standbyAsked.countDown();
                    return waiting(release, found("green"));
                }));
        assertThat(result.candidates()).extracting(Candidate::id).containsExactly("red");
        assertThat(result.answers()).containsOnlyKeys("keyword", "vector");
    }

    @Test
    void isMissingTooWhenItFails() {
        HybridResult result = retrieve(
                Deadline.none(),
                plan(List.of(BY_ADA)),
                arm("keyword", request -> new Failed("down")),
                arm("vector", request -> new Failed("down")),
                standby(new Failed("down as well")));
        assertThat(result.candidates()).isEmpty();
        assertThat(result.missing()).extracting(MissingArm::arm).containsExactly("keyword", "vector", "sql");
    }

    @Test
    void theRecordsAreThereInEveryRetriever() {
        RetrievalPlan plan = planned(List.of(), List.of(BY_ADA), List.of("shirt"), List.of(ArmTraits.RECORDS));
        HybridResult result = retrieve(Deadline.none(), plan, arm("keyword", request -> new Failed("down")));
        assertThat(result.answers()).isEmpty();

        plan = planned(List.of("keyword"), List.of(BY_ADA), List.of("shirt"), List.of(ArmTraits.RECORDS));
        result = retrieve(Deadline.none(), plan, arm("keyword", request -> new Failed("down")));
        assertThat(result.candidates()).extracting(Candidate::id).containsExactly("green", "red");
    }

    @Test
    void theRecordsAreNotReadAfterTheDeadline() {
        RetrievalPlan plan = planned(List.of(ArmTraits.RECORDS), List.of(BY_ADA), List.of(), List.of());
        RetrievalResult result = new RecordWalk()
                .retrieve(RequestBuilder.of(snapshot)
                        .deadline(Deadline.in(Duration.ZERO))
                        .build());
        assertThat(result).isInstanceOf(Failed.class);
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        result = new RecordWalk()
                .retrieve(RequestBuilder.of(snapshot).cancellation(cancelled).build());
        assertThat(result).isInstanceOf(Failed.class);
        assertThat(retrieve(Deadline.none(), plan).candidates())
                .extracting(Candidate::id)
                .containsExactly("scarf", "green", "red");
    }

    private HybridResult retrieve(Deadline deadline, RetrievalPlan plan, Retriever... arms) {
        HybridRetriever hybrid = HybridRetriever.builder(List.of(arms)).build();
        toClose.add(hybrid);
        return hybrid.retrieve(plan, snapshot, Language.ENGLISH, RankingParameters.defaults(), deadline);
    }

    private static RetrievalPlan plan(List<Constraint> filters, String... terms) {
        return planned(List.of("keyword", "vector"), filters, List.of(terms), List.of("sql"));
    }

    private static RetrievalPlan planned(
            List<String> arms, List<Constraint> filters, List<String> terms, List<String> standby) {
        return new RetrievalPlan(
                "a shirt",
                terms,
                List.of(),
                arms.stream().map(arm -> new ArmPlan(arm, 1, "test")).toList(),
                FusionMethod.NORMALISED_SCORE,
                filters,
                List.of(),
                null,
                null,
                10,
                standby.stream().map(arm -> new ArmPlan(arm, 1, "test")).toList());
    }

    private static Found found(String... ids) {
        List<Hit> hits = new ArrayList<>();
        for (String id : ids) {
            hits.add(new Hit(id, 9 - hits.size()));
        }
        return new Found(hits, hits.size());
    }

    private Retriever standby(RetrievalResult answer) {
        return arm("sql", request -> {
            asked.add(request);
            return answer;
        });
    }

    private static RetrievalResult waiting(CountDownLatch latch, RetrievalResult answer) {
        try {
            return latch.await(30, TimeUnit.SECONDS) ? answer : new Failed("nobody opened the latch");
        } catch (InterruptedException e) {
            throw new AssertionError("nobody may interrupt this thread", e);
        }
    }

    private static Retriever arm(String name, Function<RetrievalRequest, RetrievalResult> script) {
        return new Scripted(new ArmTraits(name, Set.of(), name.equals("sql"), true), script);
    }

    private record Scripted(ArmTraits traits, Function<RetrievalRequest, RetrievalResult> script) implements Retriever {
        @Override
        public RetrievalResult retrieve(RetrievalRequest request) {
            return script.apply(request);
        }
    }
}
