package ai.adcio.agent;

import ai.adcio.AdcioException;
import ai.adcio.ads.AdSelector;
import ai.adcio.catalog.Catalog;
import ai.adcio.conversation.ConversationStore;
import ai.adcio.conversation.InMemoryConversationStore;
import ai.adcio.retrieval.Deadline;
import ai.adcio.retrieval.DefaultRouter;
import ai.adcio.retrieval.HybridRetriever;
import ai.adcio.retrieval.RankingParameters;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.Router;
import ai.adcio.understanding.DeterministicInterpreter;
import ai.adcio.understanding.TurnInterpreter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link ShoppingAgent} works with. Only the catalogue and one arm are required. Not thread safe. */
public final class ShoppingAgentBuilder {
    /** How many cards a list can have at most. */
    public static final int MAX_CARDS = 50;

    private static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(2);
    private static final int DEFAULT_CARDS = 5;
    private static final int DEFAULT_CANDIDATES = 100;

    private final Catalog catalog;
    private final List<Retriever> arms = new ArrayList<>();
    private final List<AgentListener> listeners = new ArrayList<>();
    private @Nullable TurnInterpreter interpreter;
    private @Nullable ConversationStore store;
    private Router router = new DefaultRouter();
    private Supplier<RankingParameters> parameters = RankingParameters::defaults;
    private AdStage ads = AdStage.NONE;
    private ShopTerms terms = ShopTerms.UNKNOWN;
    private @Nullable Duration deadline = DEFAULT_DEADLINE;
    private int maxCards = DEFAULT_CARDS;
    private int candidates = DEFAULT_CANDIDATES;
    private String clerkId = "adcio";
    private Supplier<String> requestIds = () -> UUID.randomUUID().toString();

    ShoppingAgentBuilder(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Adds arms; each needs a name of its own. At least one is required. They stay the caller's to close. */
    public ShoppingAgentBuilder retrievers(Retriever... more) {
        arms.addAll(List.of(more));
        return this;
    }

    /**
     * Reads turns with this interpreter; the deterministic one for English and Korean by default. A
     * {@link DeterministicInterpreter} is made to {@linkplain DeterministicInterpreter#following follow} the agent's
     * catalogue until the agent is closed. A given interpreter stays the caller's.
     */
    public ShoppingAgentBuilder interpreter(TurnInterpreter reader) {
        this.interpreter = reader;
        return this;
    }

    /** Plans retrieval with this router. */
    public ShoppingAgentBuilder router(Router planner) {
        this.router = planner;
        return this;
    }

    /** Keeps conversations here; in memory by default, bounded and expiring. A given store stays the caller's to close. */
    public ShoppingAgentBuilder conversationStore(ConversationStore keeper) {
        this.store = keeper;
        return this;
    }

    /** Asked once a turn for every weight that can change an order. */
    public ShoppingAgentBuilder rankingParameters(Supplier<RankingParameters> supplier) {
        this.parameters = supplier;
        return this;
    }

    /** Stands an ad beside answers; none by default. The answers themselves stay what they are. */
    public ShoppingAgentBuilder ads(AdSelector selector) {
        this.ads = new AdBesideAnswer(selector);
        return this;
    }

    /** What the shop says of its own delivery, returns and the like; nothing by default. */
    public ShoppingAgentBuilder shopTerms(ShopTerms sayings) {
        this.terms = sayings;
        return this;
    }

    /** How long a turn waits for its arms: two seconds by default. */
    public ShoppingAgentBuilder deadline(Duration wait) {
        if (wait.isNegative() || wait.isZero()) {
            throw new AdcioException("deadline is " + wait + "; give a positive duration, or call withoutDeadline()");
        }
        this.deadline = wait;
        return this;
    }

    /** Waits for every arm however long it takes: for evaluation, where speed must not change an answer. */
    public ShoppingAgentBuilder withoutDeadline() {
        this.deadline = null;
        return this;
    }

    /** How many cards a list has at most: 5 by default, 1 to 50. */
    public ShoppingAgentBuilder maxCards(int most) {
        if (most < 1 || most > MAX_CARDS) {
            throw new AdcioException("maxCards is " + most + "; give 1 to " + MAX_CARDS);
        }
        this.maxCards = most;
        return this;
    }

    /** How many candidates each arm is asked for: 100 by default, at least as many as cards. */
    public ShoppingAgentBuilder candidates(int perArm) {
        if (perArm < 1) {
            throw new AdcioException("candidates is " + perArm + "; give 1 or more");
        }
        this.candidates = perArm;
        return this;
    }

    /** The name by which replies say which clerk answered. */
    public ShoppingAgentBuilder clerkId(String id) {
        this.clerkId = id;
        return this;
    }

    /** Makes the ids of requests; random UUIDs by default. */
    public ShoppingAgentBuilder requestIds(Supplier<String> supplier) {
        this.requestIds = supplier;
        return this;
    }

    /** Adds one that sees each step of each turn. */
    public ShoppingAgentBuilder listener(AgentListener observer) {
        listeners.add(observer);
        return this;
    }

    /**
     * Makes the agent. It takes as long as linking the words of the catalogue does, so that the first turn need not wait.
     *
     * @throws AdcioException when there is no arm, or two go by one name, or the catalogue is closed
     */
    public ShoppingAgent build() {
        if (arms.isEmpty()) {
            throw new AdcioException("no retriever was given; add at least one arm, such as a keyword arm");
        }
        HybridRetriever hybrid = HybridRetriever.builder(arms).build();
        List<AutoCloseable> owned = new ArrayList<>();
        owned.add(hybrid);
        ConversationStore conversations = store;
        if (conversations == null) {
            conversations = new InMemoryConversationStore();
            owned.add(conversations);
        }
        TurnInterpreter reader = interpreter == null ? DeterministicInterpreter.create() : interpreter;
        if (reader instanceof DeterministicInterpreter words) {
            DeterministicInterpreter following = words.following(catalog);
            owned.add(following);
            reader = following;
        }
        int perArm = Math.max(candidates, maxCards);
        Duration wait = deadline;
        Router planner = router;
        TurnLoop.SearchFactory searches = (snapshot, numbers, events) -> new TurnSearch(
                planner, hybrid, snapshot, numbers, wait == null ? Deadline.none() : Deadline.in(wait), perArm, events);
        AnswerReading reading =
                reader instanceof DeterministicInterpreter ? AnswerReading.by(reader) : AnswerReading.TRUSTING;
        TurnLoop loop = new TurnLoop(
                catalog,
                conversations,
                reader,
                searches,
                new Handlers(maxCards, terms, reading),
                ads,
                parameters,
                requestIds,
                clerkId,
                System::nanoTime);
        return new ShoppingAgent(loop, listeners, owned);
    }
}
