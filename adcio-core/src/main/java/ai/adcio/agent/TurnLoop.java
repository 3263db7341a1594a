package ai.adcio.agent;

import ai.adcio.Language;
import ai.adcio.ads.AdSlot;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.conversation.ConcurrentTurnException;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.ConversationStore;
import ai.adcio.conversation.Intent;
import ai.adcio.conversation.UserTurn;
import ai.adcio.reply.ReplyEvent;
import ai.adcio.reply.internal.Phrases;
import ai.adcio.reply.internal.Wording;
import ai.adcio.retrieval.RankingParameters;
import ai.adcio.understanding.Ask;
import ai.adcio.understanding.Interpretation;
import ai.adcio.understanding.TurnInterpreter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one turn through the rooms: interpret, retrieve, answer, ad, remember, tell. Thread safe. */
final class TurnLoop {
    private static final Logger LOG = LoggerFactory.getLogger(TurnLoop.class);

    private final Catalog catalog;
    private final ConversationStore store;
    private final TurnInterpreter interpreter;
    private final SearchFactory searches;
    private final Handlers handlers;
    private final AdStage ads;
    private final Supplier<RankingParameters> parameters;
    private final Supplier<String> requestIds;
    private final String clerkId;
    private final LongSupplier nanos;

    TurnLoop(
            Catalog catalog,
            ConversationStore store,
            TurnInterpreter interpreter,
            SearchFactory searches,
            Handlers handlers,
            AdStage ads,
            Supplier<RankingParameters> parameters,
            Supplier<String> requestIds,
            String clerkId,
            LongSupplier nanos) {
        this.catalog = catalog;
        this.store = store;
        this.interpreter = interpreter;
        this.searches = searches;
        this.handlers = handlers;
        this.ads = ads;
        this.parameters = parameters;
        this.requestIds = requestIds;
        this.clerkId = clerkId;
        this.nanos = nanos;
    }

    /** Starts the search of one turn. */
    @FunctionalInterface
    interface SearchFactory {
        TurnSearch start(CatalogSnapshot catalog, RankingParameters parameters, Consumer<ReplyEvent> events);
    }

    /**
     * Answers a turn. The caller sees to it that the conversation has no other turn under way in this agent.
     *
     * @throws ConcurrentTurnException when another instance saved a turn of this conversation meanwhile; nothing of the
     *     answer was handed out then
     */
    void run(UserTurn turn, Consumer<ReplyEvent> events) {
        TurnClock clock = new TurnClock(nanos);
        Conversation loaded = store.load(turn.conversationId());
        Conversation before = loaded == null ? Conversation.start(turn.conversationId()) : loaded;
        String requestId = requestIds.get();
        String turnId = Integer.toString(before.turns() + 1);
        events.accept(new ReplyEvent.Started(turn.conversationId(), turnId, requestId, clerkId));
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            Interpretation meaning = interpret(turn, before, snapshot);
            events.accept(new ReplyEvent.Understood(meaning.intent(), meaning.language(), meaning.confidence()));
            clock.done("interpret");
            TurnSearch search = searches.start(snapshot, parameters.get(), events);
            Phrases phrases = Phrases.in(meaning.language());
            TurnContext context =
                    new TurnContext(turn, before, meaning, snapshot, search, phrases, new Wording(phrases));
            Outcome outcome = grounded(handlers.handle(context), meaning.intent());
            clock.done("answer");
            AdSlot ad = ads.choose(context, outcome, requestId, turnId);
            clock.done("ad");
            // Before a word is handed out: nobody may read an answer that the conversation then does not know of.
            Conversation saved =
                    store.save(NextConversation.after(before, turn.text(), meaning, outcome, ad), before.version());
            clock.done("remember");
            try {
                tell(outcome, events);
                ifPresent(ad, slot -> events.accept(new ReplyEvent.AdChosen(slot)));
                events.accept(new ReplyEvent.Completed(clock.timings(search.armMillis())));
            } catch (RuntimeException | Error e) {
                putBack(loaded, saved, e);
                throw e;
            }
        }
    }

    /** Undoes a turn whose answer could not be handed out. */
    private void putBack(@Nullable Conversation loaded, Conversation saved, Throwable failure) {
        try {
            if (loaded == null) {
                store.delete(saved.id());
            } else {
                store.save(loaded, saved.version());
            }
        } catch (RuntimeException e) {
            // Another instance went on from it, or the store is gone: the turn stays.
            failure.addSuppressed(e);
        }
    }

    private Interpretation interpret(UserTurn turn, Conversation before, CatalogSnapshot snapshot) {
        try {
            return interpreter.interpret(turn, before, snapshot);
        } catch (RuntimeException e) {
            // An interpreter from outside may fail; the shopper is told so and nothing of the state is lost.
            LOG.warn("the interpreter {} failed", interpreter.getClass().getName(), e);
            Language language = turn.language() != null
                    ? turn.language()
                    : before.language() != null ? before.language() : Language.ENGLISH;
            return new Interpretation(
                    Intent.UNSUPPORTED,
                    language,
                    new Ask.Talk("unreadable"),
                    before.need(),
                    List.of(),
                    List.of(),
                    false,
                    List.of(),
                    List.of(),
                    List.of(),
                    0);
        }
    }

    /** Holds the outcome to the promise that only some intents carry cards, whatever a handler chose. */
    private static Outcome grounded(Outcome outcome, Intent intent) {
        return intent.carriesCards() || outcome.cards().isEmpty() ? outcome : outcome.withoutCards();
    }

    private static void tell(Outcome outcome, Consumer<ReplyEvent> events) {
        events.accept(new ReplyEvent.Constrained(outcome.constraints()));
        events.accept(new ReplyEvent.CardsChosen(outcome.cards()));
        ifPresent(outcome.answer(), answer -> events.accept(new ReplyEvent.Answered(answer)));
        ifPresent(outcome.comparison(), table -> events.accept(new ReplyEvent.Compared(table)));
        ifPresent(outcome.followUp(), question -> events.accept(new ReplyEvent.AskedBack(question)));
        if (!outcome.actions().isEmpty()) {
            events.accept(new ReplyEvent.PageActed(outcome.actions()));
        }
        events.accept(new ReplyEvent.TextWritten(outcome.text()));
        events.accept(new ReplyEvent.Suggested(outcome.suggestions()));
    }

    private static <T> void ifPresent(@Nullable T value, Consumer<T> consumer) {
        if (value != null) {
            consumer.accept(value);
        }
    }
}
