package ai.adcio.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.RetrievalPlan.ArmPlan;
import ai.adcio.retrieval.RetrievalResult.Abstained;
import ai.adcio.retrieval.RetrievalResult.Computed;
import ai.adcio.retrieval.RetrievalResult.Empty;
import ai.adcio.retrieval.RetrievalResult.Failed;
import ai.adcio.retrieval.RetrievalResult.Found;
import ai.adcio.retrieval.RetrievalResult.Hit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HybridRetrieverTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Catalog catalog = InMemoryCatalog.of(List.of(
            Product.builder("red", "Red shirt").brand("Ada").build(),
            Product.builder("blue", "Blue shirt").brand("Bea").build(),
            Product.builder("green", "Green shirt").build()));
    private final CatalogSnapshot snapshot = catalog.acquire();
    /** Lets go of every arm that hangs. */
    private final CountDownLatch release = new CountDownLatch(1);

    private final List<HybridRetriever> toClose = new ArrayList<>();

    @AfterEach
    void letGo() {
        release.countDown();
        toClose.forEach(HybridRetriever::close);
        snapshot.close();
        catalog.close();
    }

    @Test
    void fusesWhatAllArmsFindAndKeepsProvenance() {
        HybridRetriever hybrid = over(arm("keyword", found("red", "blue")), arm("vector", found("blue", "green")));

        HybridResult result = retrieve(hybrid, plan("keyword", "vector"), Deadline.none());

        assertThat(result.partial()).isFalse();
        assertThat(result.candidates()).extracting(Candidate::id).containsExactly("blue", "red", "green");
        assertThat(result.candidates().getFirst().provenance())
                .containsExactly(new Candidate.Provenance("keyword", 2, 8), new Candidate.Provenance("vector", 1, 9));
        assertThat(result.answers()).containsOnlyKeys("keyword", "vector");
        assertThat(result.timings()).containsOnlyKeys("keyword", "vector");
    }

    @Test
    void armsRunAtOnce() {
        CountDownLatch bothRun = new CountDownLatch(2);
        Function<RetrievalRequest, RetrievalResult> waitsForTheOther = request -> {
            bothRun.countDown();
            awaitQuietly(bothRun);
            return new Empty("nothing");
        };
        HybridRetriever hybrid = over(arm("keyword", waitsForTheOther), arm("vector", waitsForTheOther));

        assertThat(retrieve(hybrid, plan("keyword", "vector"), Deadline.none()).partial())
                .isFalse();
    }

    @Test
    void embeddedArmsRunOnPlatformThreadsAndRemoteOnesOnVirtualThreads() {
        AtomicReference<@Nullable Thread> embedded = new AtomicReference<>();
        AtomicReference<@Nullable Thread> remote = new AtomicReference<>();
        HybridRetriever hybrid = over(
                arm("keyword", request -> {
                    embedded.set(Thread.currentThread());
                    return new Empty("nothing");
                }),
                remote("vector", request -> {
                    remote.set(Thread.currentThread());
                    return new Empty("nothing");
                }));

        retrieve(hybrid, plan("keyword", "vector"), Deadline.none());

        assertThat(embedded.get()).isNotNull().extracting(Thread::isVirtual).isEqualTo(false);
        assertThat(remote.get()).isNotNull().extracting(Thread::isVirtual).isEqualTo(true);
    }

    @Test
    void aLateArmIsLeftBehindAndToldButNotInterrupted() {
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        HybridRetriever hybrid = over(arm("keyword", found("red")), arm("vector", request -> {
            request.cancellation().onCancel(told::countDown);
            awaitQuietly(told);
            interrupted.set(Thread.currentThread().isInterrupted());
            ended.countDown();
            return new Found(List.of(new Hit("blue", 1)), 1);
        }));

        HybridResult result = retrieve(hybrid, plan("keyword", "vector"), Deadline.in(Duration.ofMillis(150)));

        assertThat(result.candidates()).extracting(Candidate::id).containsExactly("red");
        assertThat(result.missing()).containsExactly(new MissingArm("vector", "no answer before the deadline"));
        assertThat(result.answers().get("vector")).isInstanceOf(Failed.class);
        assertThat(awaitQuietly(ended)).isTrue();
        assertThat(interrupted).isFalse();
    }

    @Test
    void theDeadlinesOwnTickerDecides() {
        AtomicLong now = new AtomicLong();
        HybridRetriever hybrid = HybridRetriever.builder(List.of(arm("keyword", request -> {
                    now.addAndGet(Duration.ofSeconds(5).toNanos());
                    awaitQuietly(release);
                    return new Empty("nothing");
                })))
                .ticker(now::get)
                .build();
        toClose.add(hybrid);

        HybridResult result = retrieve(hybrid, plan("keyword"), Deadline.in(Duration.ofMillis(20), now::get));

        assertThat(result.missing()).extracting(MissingArm::arm).containsExactly("keyword");
        assertThat(result.timings()).containsEntry("keyword", Duration.ofSeconds(5));
    }

    @Test
    void withoutTimeLeftNoArmIsAsked() {
        AtomicBoolean asked = new AtomicBoolean();
        AtomicLong now = new AtomicLong();
        Deadline deadline = Deadline.in(Duration.ofSeconds(1), now::get);
        now.set(Duration.ofSeconds(2).toNanos());
        HybridRetriever hybrid = over(arm("keyword", request -> {
            asked.set(true);
            return new Empty("nothing");
        }));

        assertThat(retrieve(hybrid, plan("keyword"), deadline).missing())
                .extracting(MissingArm::arm)
                .containsExactly("keyword");
        assertThat(asked).isFalse();
    }

    @Test
    void aFailureOfAnyKindIsMissingWithACauseThatQuotesNothing() {
        HybridRetriever hybrid = over(
                arm("keyword", request -> {
                    throw new IllegalStateException("cannot parse my secret words");
                }),
                arm("vector", request -> {
                    throw new StackOverflowError("my secret words");
                }),
                arm("sql", request -> new Failed("database\nis down")),
                arm("own", found("green")));

        HybridResult result = retrieve(hybrid, plan("keyword", "vector", "sql", "own"), Deadline.none());

        assertThat(result.missing())
                .containsExactly(
                        new MissingArm("keyword", "failed with IllegalStateException"),
                        new MissingArm("vector", "failed with StackOverflowError"),
                        new MissingArm("sql", "database is down"));
        assertThat(result.candidates()).extracting(Candidate::id).containsExactly("green");
    }

    @Test
    void anArmThatAbstainsOrFindsNothingIsNotMissing() {
        HybridRetriever hybrid = over(
                arm("keyword", request -> new Empty("nothing")), arm("vector", request -> new Abstained("not mine")));

        HybridResult result = retrieve(hybrid, plan("keyword", "vector"), Deadline.none());

        assertThat(result.partial()).isFalse();
        assertThat(result.answers().values()).hasExactlyElementsOfTypes(Empty.class, Abstained.class);
    }

    @Test
    void anArmAbstainsFromALanguageThatItDoesNotKnow() {
        HybridRetriever hybrid =
                over(new ScriptedArm(new ArmTraits("vector", Set.of(Language.KOREAN), false, false), request -> {
                    throw new AssertionError("asked in a language that it does not know");
                }));

        HybridResult result = retrieve(hybrid, plan("vector"), Deadline.none());

        assertThat(result.partial()).isFalse();
        assertThat(result.answers().get("vector")).isInstanceOf(Abstained.class);
    }

    @Test
    void anArmThatDoesNotExistIsMissing() {
        HybridResult result = retrieve(over(arm("keyword", found("red"))), plan("sql", "keyword"), Deadline.none());

        assertThat(result.missing()).containsExactly(new MissingArm("sql", "there is no such arm"));
        assertThat(result.answers()).containsOnlyKeys("sql", "keyword");
    }

    @Test
    void dropsWhateverAnArmMakesUp() {
        List<Hit> hits = List.of(
                new Hit("unknown", 9),
                new Hit("green", Double.NaN),
                new Hit("blue", 7),
                new Hit("red", 6),
                new Hit("red", 5),
                new Hit("green", 4));
        HybridRetriever hybrid = over(arm("keyword", request -> new Found(hits, 6)));
        Constraint notBea = new Constraint.NoneOf("no Bea", "brand", Match.EXACT, List.of("bea"), false);

        HybridResult result = retrieve(hybrid, plan(List.of(notBea), List.of(), null, 1, "keyword"), Deadline.none());

        assertThat(result.candidates()).extracting(Candidate::id).containsExactly("red");
        assertThat(result.answers().get("keyword")).isEqualTo(new Found(List.of(new Hit("red", 6)), -1));
    }

    @Test
    void anArmOfWhichNothingIsTrueHasFailed() {
        HybridRetriever hybrid = over(arm("keyword", found("red")), arm("vector", request -> null));

        HybridResult result =
                retrieve(hybrid, plan(List.of(), List.of("red"), null, 10, "keyword", "vector"), Deadline.none());

        assertThat(result.missing()).extracting(MissingArm::arm).containsExactly("keyword", "vector");
        assertThat(result.candidates()).isEmpty();
    }

    @Test
    void onlyArmsThatComputeAreAskedForANumberAndOnlyThatNumberCounts() {
        Aggregate average = new Aggregate(Aggregate.Function.AVERAGE, "price");
        List<@Nullable Aggregate> seen = new CopyOnWriteArrayList<>();
        HybridRetriever hybrid = over(
                arm("keyword", request -> {
                    seen.add(request.aggregate());
                    return new Empty("nothing");
                }),
                computing("sql", request -> new Computed(average, BigDecimal.TEN, 3)),
                computing("other", request -> new Computed(Aggregate.COUNT, BigDecimal.ONE, 3)));

        HybridResult result =
                retrieve(hybrid, plan(List.of(), List.of(), average, 10, "keyword", "sql", "other"), Deadline.none());

        assertThat(seen).containsExactly((Aggregate) null);
        assertThat(result.answers().get("sql")).isEqualTo(new Computed(average, BigDecimal.TEN, 3));
        assertThat(result.missing()).extracting(MissingArm::arm).containsExactly("other");
    }

    @Test
    void anExecutorWithoutRoomMakesTheArmMissingAsBusy() {
        HybridRetriever hybrid = HybridRetriever.builder(List.of(arm("keyword", found("red"))))
                .embeddedExecutor(task -> {
                    throw new RejectedExecutionException("full");
                })
                .build();
        toClose.add(hybrid);

        assertThat(retrieve(hybrid, plan("keyword"), Deadline.none()).missing())
                .containsExactly(new MissingArm("keyword", "busy"));
    }

    @Test
    void aFullQueueMakesTheArmMissingAsBusy() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        HybridRetriever hybrid = HybridRetriever.builder(List.of(arm("keyword", request -> {
                    running.countDown();
                    awaitQuietly(release);
                    return new Empty("nothing");
                })))
                .embeddedThreads(1)
                .queueLength(1)
                .build();
        toClose.add(hybrid);
        Thread first = Thread.ofVirtual().start(() -> retrieve(hybrid, plan("keyword"), Deadline.none()));
        assertThat(awaitQuietly(running)).isTrue();

        // One more call fits into the queue; which of the two that is does not matter.
        List<MissingArm> missing = new CopyOnWriteArrayList<>();
        CountDownLatch oneIsBusy = new CountDownLatch(1);
        List<Thread> more = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            more.add(Thread.ofVirtual().start(() -> {
                HybridResult result = retrieve(hybrid, plan("keyword"), Deadline.none());
                missing.addAll(result.missing());
                if (result.partial()) {
                    oneIsBusy.countDown();
                }
            }));
        }
        assertThat(awaitQuietly(oneIsBusy)).isTrue();
        release.countDown();
        first.join();
        for (Thread thread : more) {
            thread.join();
        }

        assertThat(missing).containsExactly(new MissingArm("keyword", "busy"));
    }

    @Test
    void anArmThatHangsForGoodCostsABoundedNumberOfThreadsAndStarvesNoOther() {
        AtomicLong calls = new AtomicLong();
        AtomicLong entered = new AtomicLong();
        HybridRetriever hybrid = HybridRetriever.builder(
                        List.of(arm("keyword", found("red")), arm("vector", request -> {
                            entered.incrementAndGet();
                            awaitQuietly(release);
                            return new Empty("nothing");
                        })))
                .embeddedThreads(1)
                .hangingLimit(3)
                .build();
        toClose.add(hybrid);

        List<String> causes = new ArrayList<>();
        for (int turn = 0; turn < 12; turn++) {
            calls.incrementAndGet();
            HybridResult result = retrieve(hybrid, plan("keyword", "vector"), Deadline.in(Duration.ofMillis(60)));
            result.missing().stream().filter(arm -> arm.arm().equals("vector")).forEach(arm -> causes.add(arm.cause()));
        }

        assertThat(causes).hasSize(12).endsWith("still busy with earlier requests");
        assertThat(entered.get()).isEqualTo(3);
        HybridResult later = retrieve(hybrid, plan("keyword", "vector"), Deadline.in(LONG));
        assertThat(later.candidates()).extracting(Candidate::id).containsExactly("red");
    }

    @Test
    void anArmThatCameBackIsAskedAgain() {
        CountDownLatch back = new CountDownLatch(1);
        AtomicBoolean hangs = new AtomicBoolean(true);
        HybridRetriever hybrid = HybridRetriever.builder(List.of(arm("keyword", request -> {
                    if (hangs.get()) {
                        awaitQuietly(release);
                        back.countDown();
                    }
                    return new Found(List.of(new Hit("red", 1)), 1);
                })))
                .hangingLimit(1)
                .build();
        toClose.add(hybrid);
        retrieve(hybrid, plan("keyword"), Deadline.in(Duration.ofMillis(30)));
        assertThat(retrieve(hybrid, plan("keyword"), Deadline.none()).missing())
                .containsExactly(new MissingArm("keyword", "still busy with earlier requests"));

        hangs.set(false);
        release.countDown();
        assertThat(awaitQuietly(back)).isTrue();
        HybridResult result = retrieve(hybrid, plan("keyword"), Deadline.none());
        // The arm has returned, but its thread may need a moment to say so; the test's time-out bounds the wait.
        while (result.partial()) {
            Thread.yield();
            result = retrieve(hybrid, plan("keyword"), Deadline.none());
        }

        assertThat(result.candidates()).extracting(Candidate::id).containsExactly("red");
    }

    @Test
    void closingLetsACallerGoThatWaitsForAHangingArm() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        HybridRetriever hybrid = over(arm("keyword", request -> {
            running.countDown();
            awaitQuietly(release);
            return new Empty("nothing");
        }));
        AtomicReference<@Nullable HybridResult> seen = new AtomicReference<>();
        Thread caller = Thread.ofVirtual().start(() -> seen.set(retrieve(hybrid, plan("keyword"), Deadline.none())));
        assertThat(awaitQuietly(running)).isTrue();

        hybrid.close();
        caller.join();

        assertThat(seen.get())
                .isNotNull()
                .extracting(HybridResult::missing)
                .isEqualTo(List.of(new MissingArm("keyword", "the retriever was closed")));
        assertThatThrownBy(() -> retrieve(hybrid, plan("keyword"), Deadline.none()))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void anInterruptOfTheCallerNeitherCostsTheAnswerNorGetsLost() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        HybridRetriever hybrid = over(arm("keyword", request -> {
            running.countDown();
            awaitQuietly(release);
            return new Found(List.of(new Hit("red", 1)), 1);
        }));
        AtomicReference<@Nullable HybridResult> seen = new AtomicReference<>();
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        Thread caller = Thread.ofVirtual().start(() -> {
            seen.set(retrieve(hybrid, plan("keyword"), Deadline.none()));
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });
        assertThat(awaitQuietly(running)).isTrue();
        caller.interrupt();
        release.countDown();
        caller.join();

        assertThat(seen.get()).isNotNull().extracting(HybridResult::partial).isEqualTo(false);
        assertThat(stillInterrupted).isTrue();
    }

    @Test
    void anActionThatFailsDoesNotKeepTheOthersFromStopping() {
        Cancellation cancellation = new Cancellation();
        AtomicBoolean second = new AtomicBoolean();
        cancellation.onCancel(() -> {
            throw new IllegalStateException("closed already");
        });
        cancellation.onCancel(() -> second.set(true));

        cancellation.cancel();

        assertThat(cancellation.isCancelled()).isTrue();
        assertThat(second).isTrue();
    }

    @Test
    void rejectsTwoArmsOfOneNameAndPlansThatNameAnArmTwice() {
        Retriever arm = arm("keyword", found("red"));

        assertThatThrownBy(() -> HybridRetriever.builder(List.of(arm, arm)).build())
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("keyword");
        assertThatThrownBy(() -> retrieve(over(arm), plan("keyword", "keyword"), Deadline.none()))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("planned twice");
    }

    private HybridRetriever over(Retriever... arms) {
        HybridRetriever hybrid = HybridRetriever.builder(List.of(arms)).build();
        toClose.add(hybrid);
        return hybrid;
    }

    private HybridResult retrieve(HybridRetriever hybrid, RetrievalPlan plan, Deadline deadline) {
        return hybrid.retrieve(plan, snapshot, Language.ENGLISH, RankingParameters.defaults(), deadline);
    }

    private static RetrievalPlan plan(String... arms) {
        return plan(List.of(), List.of(), null, 10, arms);
    }

    private static RetrievalPlan plan(
            List<Constraint> filters, List<String> excluded, @Nullable Aggregate aggregate, int limit, String... arms) {
        return new RetrievalPlan(
                "shirt",
                List.of("shirt"),
                List.of(),
                List.of(arms).stream().map(arm -> new ArmPlan(arm, 1, "test")).toList(),
                FusionMethod.RECIPROCAL_RANK,
                filters,
                excluded,
                null,
                aggregate,
                limit);
    }

    private static Function<RetrievalRequest, @Nullable RetrievalResult> found(String... ids) {
        List<Hit> hits = new ArrayList<>();
        for (String id : ids) {
            hits.add(new Hit(id, 9 - hits.size()));
        }
        return request -> new Found(hits, hits.size());
    }

    private static Retriever arm(String name, Function<RetrievalRequest, ? extends @Nullable RetrievalResult> script) {
        return new ScriptedArm(new ArmTraits(name, Set.of(), false, false), script);
    }

    private static Retriever remote(
            String name, Function<RetrievalRequest, ? extends @Nullable RetrievalResult> script) {
        return new ScriptedArm(new ArmTraits(name, Set.of(), false, true), script);
    }

    private static Retriever computing(
            String name, Function<RetrievalRequest, ? extends @Nullable RetrievalResult> script) {
        return new ScriptedArm(new ArmTraits(name, Set.of(), true, false), script);
    }

    /** Whether the latch opened; a test that waits in vain fails instead of hanging. */
    private static boolean awaitQuietly(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError("nobody may interrupt this thread", e);
        }
    }

    /** An arm that does as it is told, lies included. */
    private record ScriptedArm(ArmTraits traits, Function<RetrievalRequest, ? extends @Nullable RetrievalResult> script)
            implements Retriever {
        @Override
        @SuppressWarnings("NullAway") // That arms break the contract is what is tested.
        public RetrievalResult retrieve(RetrievalRequest request) {
            return script.apply(request);
        }
    }
}
