package ai.adcio.retrieval;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.retrieval.Fusion.RankedList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the planned arms at once under one deadline, which the caller's thread keeps, and fuses what they found. An arm
 * that fails, is late or lies makes a poorer result that names it; it never makes an exception or a hang. Late arms are
 * told through {@link Cancellation} and left behind; no thread is interrupted. Thread safe.
 */
public final class HybridRetriever implements AutoCloseable {
    private static final int QUEUE_PER_THREAD = 128;
    // More calls than this that hang in one arm mean that a further one would hang too.
    private static final int HANGING_LIMIT = 8;

    private final Map<String, ArmLane> lanes = new LinkedHashMap<>();
    private final List<ArmTraits> traits;
    private final LongSupplier nanos;
    private final AnswerCheck check = new AnswerCheck();
    private final @Nullable ExecutorService ownedPool;
    private final ExecutorService virtualThreads;
    private final ResultRanker ranker;

    private HybridRetriever(Builder builder) {
        this.nanos = builder.nanos;
        Executor embedded = builder.embeddedExecutor;
        if (embedded == null) {
            int size = builder.embeddedThreads;
            ArmPool pool = new ArmPool(size, size * QUEUE_PER_THREAD);
            this.ownedPool = pool;
            embedded = pool;
        } else {
            this.ownedPool = null;
        }
        this.virtualThreads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("adcio-arm-", 0).factory());
        Map<String, Retriever> retrievers = new LinkedHashMap<>();
        for (Retriever retriever : builder.retrievers) {
            ArmTraits arm = retriever.traits();
            if (retrievers.putIfAbsent(arm.name(), retriever) != null) {
                throw new AdcioException("two arms are named " + arm.name() + "; give each a name of its own");
            }
            lanes.put(arm.name(), new ArmLane(retriever, arm, arm.remote() ? virtualThreads : embedded, HANGING_LIMIT));
        }
        this.traits = lanes.values().stream().map(ArmLane::traits).toList();
        this.ranker = new ResultRanker(retrievers);
    }

    /** Starts a retriever over arms. */
    public static Builder builder(List<Retriever> retrievers) {
        return new Builder(retrievers);
    }

    /** The traits of the arms, in the order in which they were given. */
    public List<ArmTraits> arms() {
        return traits;
    }

    /**
     * Runs a plan.
     *
     * @param plan which arms run, with what
     * @param catalog the version of the catalogue that the turn sees
     * @param language the language of the query
     * @param parameters every weight
     * @param deadline when nobody waits any longer; with {@link Deadline#none()} every arm is waited for
     */
    public HybridResult retrieve(
            RetrievalPlan plan,
            CatalogSnapshot catalog,
            Language language,
            RankingParameters parameters,
            Deadline deadline) {
        List<MissingArm> missing = new ArrayList<>();
        CountDownLatch turn = new CountDownLatch((int) plan.arms().stream()
                .filter(arm -> lanes.containsKey(arm.arm()))
                .count());
        Map<String, ArmTask> tasks = new LinkedHashMap<>();
        RetrievalRequest asked = null;
        for (RetrievalPlan.ArmPlan planned : plan.arms()) {
            ArmLane lane = lanes.get(planned.arm());
            if (lane == null) {
                missing.add(new MissingArm(planned.arm(), "there is no such arm"));
                continue;
            }
            RetrievalRequest request = request(plan, lane.traits(), catalog, language, parameters, deadline);
            asked = request;
            tasks.put(planned.arm(), new ArmTask(lane, request, check, nanos, turn));
        }
        tasks.values().forEach(ArmTask::start);
        await(turn, deadline);
        Map<String, RetrievalResult> answers = new LinkedHashMap<>();
        Map<String, Duration> timings = new LinkedHashMap<>();
        List<RankedList> lists = new ArrayList<>();
        for (RetrievalPlan.ArmPlan planned : plan.arms()) {
            ArmTask task = tasks.get(planned.arm());
            if (task == null) {
                continue;
            }
            task.leave("no answer before the deadline");
            RetrievalResult result = task.result();
            answers.put(task.arm(), result);
            timings.put(task.arm(), task.took());
            if (result instanceof RetrievalResult.Failed failed) {
                missing.add(new MissingArm(task.arm(), failed.cause()));
            } else if (result instanceof RetrievalResult.Found found) {
                lists.add(new RankedList(task.arm(), planned.weight(), found.hits()));
            }
        }
        List<Candidate> candidates = asked == null ? List.of() : ranker.rank(plan, lists, asked);
        return new HybridResult(candidates, answers, missing, timings);
    }

    private static RetrievalRequest request(
            RetrievalPlan plan,
            ArmTraits arm,
            CatalogSnapshot catalog,
            Language language,
            RankingParameters parameters,
            Deadline deadline) {
        return new RetrievalRequest(
                catalog,
                plan.query(),
                plan.terms(),
                plan.unwanted(),
                language,
                plan.filters(),
                plan.excludedIds(),
                plan.sort(),
                arm.computes() ? plan.aggregate() : null,
                plan.limit(),
                parameters,
                deadline,
                new Cancellation());
    }

    /** Waits for the arms, however often the caller's own thread is interrupted; the interrupt is handed on. */
    private static void await(CountDownLatch turn, Deadline deadline) {
        boolean interrupted = false;
        while (true) {
            try {
                if (turn.await(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS) || !deadline.isNone()) {
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

    /** Ends the threads that this retriever made; arms and a given executor stay the caller's. */
    @Override
    public void close() {
        if (ownedPool != null) {
            ownedPool.shutdown();
        }
        virtualThreads.shutdown();
    }

    /** Collects what a {@link HybridRetriever} works with. Not thread safe. */
    public static final class Builder {
        private final List<Retriever> retrievers;
        private @Nullable Executor embeddedExecutor;
        private int embeddedThreads = Math.max(2, Runtime.getRuntime().availableProcessors());
        private LongSupplier nanos = System::nanoTime;

        private Builder(List<Retriever> retrievers) {
            this.retrievers = List.copyOf(retrievers);
        }

        /** Runs embedded arms on an executor of the caller's, which stays the caller's to close. */
        public Builder embeddedExecutor(Executor executor) {
            this.embeddedExecutor = executor;
            return this;
        }

        /** How many embedded arms run at once; as many as there are processors, and at least two, by default. */
        public Builder embeddedThreads(int threads) {
            if (threads < 1) {
                throw new AdcioException("embeddedThreads is " + threads + "; give one or more");
            }
            this.embeddedThreads = threads;
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
            return new HybridRetriever(this);
        }
    }
}
