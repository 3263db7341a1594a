package ai.adcio.retrieval;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.retrieval.Fusion.RankedList;
import ai.adcio.retrieval.ResultRanker.Scorer;
import ai.adcio.retrieval.RetrievalPlan.ArmPlan;
import ai.adcio.retrieval.RetrievalResult.Failed;
import ai.adcio.retrieval.RetrievalResult.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the planned arms at once under one deadline, which the caller's thread keeps, and fuses what they found. An arm
 * that fails, is late or lies makes a poorer result that names it, never an exception or a hang; where it leaves nobody
 * to answer, those that the plan has standing by do. What an arm is asked
 * about the products of others runs under the same deadline. Arms over the network run on virtual threads, the others on
 * a bounded executor of which each arm has an equal share. Late arms are told through {@link Cancellation} and left
 * behind, never interrupted; one that hangs for good costs a bounded number of threads, after which further turns go
 * without it. Thread safe.
 */
public final class HybridRetriever implements AutoCloseable {
    /** How many times as many hits a remote vector arm is asked for as are wanted of it. */
    private static final int DEEPER = 4;

    private static final int QUEUE_PER_THREAD = 128;
    // More calls than this that hang in one arm mean that a further one would hang too.
    private static final int HANGING_LIMIT = 8;

    private final Map<String, ArmLane> lanes;
    private final List<ArmTraits> traits;
    private final ResultRanker ranker;
    private final @Nullable ArmPool ownPool;
    private final LongSupplier nanos;
    private final Set<ArmTask<?>> inFlight = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private HybridRetriever(
            Map<String, ArmLane> lanes,
            List<ArmTraits> traits,
            ResultRanker ranker,
            @Nullable ArmPool ownPool,
            LongSupplier nanos) {
        this.lanes = lanes;
        this.traits = traits;
        this.ranker = ranker;
        this.ownPool = ownPool;
        this.nanos = nanos;
    }

    /** Starts a retriever over arms, each with a name of its own. They stay the caller's to close. */
    public static Builder builder(List<? extends Retriever> retrievers) {
        return new Builder(retrievers);
    }

    /** The traits of the arms, in the order in which they were given. */
    public List<ArmTraits> arms() {
        return traits;
    }

    /**
     * Runs a plan. Returns shortly after the deadline at the latest; without one it waits for every arm. An interrupt of
     * the calling thread does not shorten the wait and is handed on.
     *
     * @param plan which arms run, with what
     * @param catalog the version of the catalogue that the turn sees; every product found is one of its own
     * @param language the language of the query
     * @param parameters every weight
     * @param deadline when nobody waits any longer; with {@link Deadline#none()} every arm is waited for
     * @throws AdcioException when this retriever is closed or the plan names an arm twice
     */
    public HybridResult retrieve(
            RetrievalPlan plan,
            CatalogSnapshot catalog,
            Language language,
            RankingParameters parameters,
            Deadline deadline) {
        if (closed) {
            throw new AdcioException("the retriever is closed; build a new one");
        }
        AnswerCheck check = new AnswerCheck(catalog.records(), plan.filters(), plan.excludedIds());
        Function<RetrievalPlan, ArmRound> rounds = planned -> new ArmRound(
                planned.arms(),
                lanes,
                language,
                (lane, left) ->
                        task(lane, request(planned, lane, catalog, language, parameters, deadline), check, left));
        ArmRound first = rounds.apply(plan);
        RetrievalPlan ofStandby = plan.ofStandby();
        ArmRound standby = ask(first, ofStandby.arms().isEmpty() ? null : () -> rounds.apply(ofStandby), deadline);
        Map<String, RetrievalResult> answers = new LinkedHashMap<>();
        Map<String, Duration> timings = new LinkedHashMap<>();
        Map<String, Map<String, Double>> deeper = new LinkedHashMap<>();
        for (ArmRound round : standby == null ? List.of(first) : List.of(first, standby)) {
            round.answers().forEach((arm, answer) -> answers.put(arm, shortened(arm, answer, plan.limit(), deeper)));
            timings.putAll(round.timings());
        }
        RetrievalPlan answered = standby == null ? plan : ofStandby;
        Scorer scorer = unscored -> {
            Map<String, Map<String, Double>> scores = new LinkedHashMap<>(deeper);
            score(unscored, lane -> request(answered, lane, catalog, language, parameters, deadline), deadline)
                    .forEach((arm, outcome) -> {
                        scores.put(arm, outcome.answer());
                        timings.merge(arm, outcome.took(), Duration::plus);
                    });
            return scores;
        };
        List<Candidate> candidates =
                ranker.rank(answered, found(answered, answers), parameters, check::admitted, scorer);
        return new HybridResult(candidates, answers, missing(answers), timings);
    }

    /**
     * Leaves behind every arm that still runs, so that their callers return, and ends the threads that this retriever
     * made; waits up to a second for arms that stop when told. The arms and a given executor stay the caller's.
     */
    @Override
    public void close() {
        closed = true;
        inFlight.forEach(task -> task.leave("the retriever was closed"));
        if (ownPool == null) {
            return;
        }
        // Not shutdownNow, which interrupts.
        ownPool.shutdown();
        try {
            ownPool.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            restoreInterrupt();
        }
    }

    private ArmTask<RetrievalResult> task(
            ArmLane lane, RetrievalRequest request, AnswerCheck check, CountDownLatch left) {
        return new ArmTask<>(
                lane,
                () -> check.checked(lane.traits().name(), request, lane.retrieve(request)),
                Failed::new,
                request.cancellation(),
                nanos,
                left);
    }

    /**
     * Asks the arms, and those that stand by when it comes to it.
     *
     * @param standby prepares those who stand by, or null when nobody does
     * @return those who stood by when it is they who have the say, else null
     */
    private @Nullable ArmRound ask(ArmRound first, @Nullable Supplier<ArmRound> standby, Deadline deadline) {
        ArmRound second = null;
        try {
            begin(first.tasks(), deadline);
            await(first.left(), standby == null ? deadline : deadline.halfway());
            if (standby != null && first.wantsStandby() && !deadline.expired()) {
                second = standby.get();
                begin(second.tasks(), deadline);
            }
            await(first.left(), deadline);
            if (second != null && first.wantsStandby()) {
                await(second.left(), deadline);
            }
        } finally {
            end(first.tasks());
            if (second != null) {
                end(second.tasks());
            }
        }
        return first.wantsStandby() ? second : null;
    }

    /** Asks arms about products that others found; one that fails or is late has said nothing of them. */
    private Map<String, ArmTask.Outcome<Map<String, Double>>> score(
            Map<String, Set<String>> unscored, Function<ArmLane, RetrievalRequest> requests, Deadline deadline) {
        CountDownLatch turn = new CountDownLatch(unscored.size());
        List<ArmTask<Map<String, Double>>> tasks = new ArrayList<>(unscored.size());
        unscored.forEach((arm, ids) -> {
            ArmLane lane = Objects.requireNonNull(lanes.get(arm));
            RetrievalRequest request = requests.apply(lane);
            tasks.add(new ArmTask<>(
                    lane, () -> lane.score(request, ids), cause -> Map.of(), request.cancellation(), nanos, turn));
        });
        return run(tasks, turn, deadline);
    }

    /** What an arm found within the plan's limit; the scores of what lies deeper are put by for what others found. */
    private static RetrievalResult shortened(
            String arm, RetrievalResult answer, int limit, Map<String, Map<String, Double>> deeper) {
        if (!(answer instanceof Found found) || found.hits().size() <= limit) {
            return answer;
        }
        Map<String, Double> scores = new LinkedHashMap<>();
        found.hits().subList(limit, found.hits().size()).forEach(hit -> scores.put(hit.id(), hit.score()));
        deeper.put(arm, scores);
        return new Found(found.hits().subList(0, limit), found.total());
    }

    private static RetrievalRequest request(
            RetrievalPlan plan,
            ArmLane lane,
            CatalogSnapshot catalog,
            Language language,
            RankingParameters parameters,
            Deadline deadline) {
        int limit = lane.asksDeeper() ? Math.multiplyExact(plan.limit(), DEEPER) : plan.limit();
        return new RetrievalRequest(
                catalog,
                plan.query(),
                plan.terms(),
                plan.unwanted(),
                language,
                plan.filters(),
                plan.excludedIds(),
                plan.sort(),
                lane.traits().computes() ? plan.aggregate() : null,
                limit,
                parameters,
                deadline,
                // One for each arm: cancelling a late one must not disturb what a finished one left registered.
                new Cancellation());
    }

    /** Runs calls side by side until they have ended or nobody waits any longer. */
    private <T> Map<String, ArmTask.Outcome<T>> run(List<ArmTask<T>> tasks, CountDownLatch turn, Deadline deadline) {
        try {
            begin(tasks, deadline);
            await(turn, deadline);
        } finally {
            end(tasks);
        }
        Map<String, ArmTask.Outcome<T>> outcomes = new LinkedHashMap<>();
        for (ArmTask<T> task : tasks) {
            ArmTask.Outcome<T> outcome = task.outcome();
            if (outcome != null) {
                outcomes.put(task.arm(), outcome);
            }
        }
        return outcomes;
    }

    private void begin(List<? extends ArmTask<?>> tasks, Deadline deadline) {
        inFlight.addAll(tasks);
        if (deadline.expired()) {
            return;
        }
        tasks.forEach(ArmTask::start);
        if (closed) {
            // It was closed meanwhile and may have missed these.
            tasks.forEach(task -> task.leave("the retriever was closed"));
        }
    }

    private void end(List<? extends ArmTask<?>> tasks) {
        tasks.forEach(task -> task.leave("no answer before the deadline"));
        tasks.forEach(inFlight::remove);
    }

    private static void await(CountDownLatch turn, Deadline deadline) {
        boolean interrupted = false;
        // In a loop, as the deadline's ticker need not run like the machine's clock.
        while (!deadline.expired()) {
            try {
                if (turn.await(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            restoreInterrupt();
        }
    }

    /** Hands an interrupt of the caller's thread on to the caller; no other thread is concerned. */
    private static void restoreInterrupt() {
        Thread.currentThread().interrupt();
    }

    private static List<RankedList> found(RetrievalPlan plan, Map<String, RetrievalResult> answers) {
        List<RankedList> lists = new ArrayList<>();
        for (ArmPlan planned : plan.arms()) {
            if (answers.get(planned.arm()) instanceof Found found) {
                lists.add(new RankedList(planned.arm(), planned.weight(), found.hits()));
            }
        }
        return lists;
    }

    private static List<MissingArm> missing(Map<String, RetrievalResult> answers) {
        List<MissingArm> missing = new ArrayList<>();
        answers.forEach((arm, answer) -> {
            if (answer instanceof Failed failed) {
                missing.add(new MissingArm(arm, failed.cause()));
            }
        });
        return missing;
    }

    /** Collects what a {@link HybridRetriever} works with. Not thread safe. */
    public static final class Builder {
        private final List<Retriever> retrievers;
        private @Nullable Executor embeddedExecutor;
        // One more than can work at once: it is there for the quick arms while a slow one has the others.
        private int embeddedThreads = Math.max(2, Runtime.getRuntime().availableProcessors()) + 1;
        private int queueLength;
        private int hangingLimit = HANGING_LIMIT;
        private LongSupplier nanos = System::nanoTime;

        private Builder(List<? extends Retriever> retrievers) {
            this.retrievers = List.copyOf(retrievers);
        }

        /**
         * Runs embedded arms on an executor of the caller's, which stays the caller's to close. It should reject what it
         * has no room for, and never run a task on the thread that hands it in.
         */
        public Builder embeddedExecutor(Executor executor) {
            this.embeddedExecutor = executor;
            return this;
        }

        /**
         * How many calls of embedded arms run at once; by default one more than there are processors, and at least three.
         * Where there are several arms, one of the threads is left to the others whatever an arm has to do.
         */
        public Builder embeddedThreads(int threads) {
            this.embeddedThreads = positive("embeddedThreads", threads);
            return this;
        }

        /** How many calls of one embedded arm wait for a thread before it is missing as busy; 128 a thread by default. */
        public Builder queueLength(int calls) {
            this.queueLength = positive("queueLength", calls);
            return this;
        }

        /** How many calls of one arm that were left behind may still run before turns go without it; 8 by default. */
        public Builder hangingLimit(int calls) {
            this.hangingLimit = positive("hangingLimit", calls);
            return this;
        }

        /** Measures by another ticker of nanoseconds. */
        public Builder ticker(LongSupplier ticker) {
            this.nanos = ticker;
            return this;
        }

        /**
         * Makes the retriever.
         *
         * @throws AdcioException when two arms go by one name
         */
        public HybridRetriever build() {
            ArmPool ownPool = null;
            Executor embedded = embeddedExecutor;
            if (embedded == null) {
                int sharing = (int) retrievers.stream()
                        .filter(retriever -> !retriever.traits().remote())
                        .count();
                ownPool = new ArmPool(
                        embeddedThreads, sharing, queueLength == 0 ? embeddedThreads * QUEUE_PER_THREAD : queueLength);
                embedded = ownPool;
            }
            Map<String, ArmLane> lanes = new LinkedHashMap<>();
            Map<String, Retriever> byName = new LinkedHashMap<>();
            for (Retriever retriever : retrievers) {
                ArmTraits arm = retriever.traits();
                Executor executor = arm.remote() ? virtualThreads(arm.name()) : embedded;
                lanes.put(arm.name(), new ArmLane(retriever, arm, executor, hangingLimit));
                if (byName.put(arm.name(), retriever) != null) {
                    throw new AdcioException("two arms are named " + arm.name() + "; give each a name of its own");
                }
            }
            List<ArmTraits> traits =
                    lanes.values().stream().map(ArmLane::traits).toList();
            RecordWalk walk = new RecordWalk();
            lanes.putIfAbsent(ArmTraits.RECORDS, new ArmLane(walk, walk.traits(), embedded, hangingLimit));
            return new HybridRetriever(
                    Collections.unmodifiableMap(lanes), traits, new ResultRanker(byName), ownPool, nanos);
        }

        private static Executor virtualThreads(String arm) {
            return task -> Thread.ofVirtual().name("adcio-arm-" + arm).start(task);
        }

        private static int positive(String name, int value) {
            if (value < 1) {
                throw new AdcioException(name + " is " + value + "; give one or more");
            }
            return value;
        }
    }
}
