package ai.adcio.agent;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.SortOrder;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.ranking.Guard;
import ai.adcio.reply.AgentReply;
import ai.adcio.reply.internal.PlainDigits;
import ai.adcio.retrieval.Candidate;
import ai.adcio.retrieval.HybridResult;
import ai.adcio.understanding.Ask;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cheapest, dearest, best rated: over the whole catalogue, or among products that are in sight. */
final class SuperlativeHandler implements TurnHandler<Ask.Superlative> {
    private static final int RUNNERS_UP = 2;

    @Override
    public Outcome handle(Ask.Superlative ask, TurnContext turn) {
        if (!turn.meaning().notCarried().isEmpty()) {
            return NotCarriedAnswer.of(turn);
        }
        Outcome outcome = answer(ask, turn, "");
        TurnContext looser = outcome == null ? WordsSetAside.of(turn) : null;
        if (looser != null) {
            outcome = answer(ask, looser, WordsSetAside.told(turn));
        }
        return outcome != null ? outcome : new Relaxation(RUNNERS_UP + 1).propose(turn);
    }

    /** The first of what the need describes, or null when nothing meets it. */
    private static @Nullable Outcome answer(Ask.Superlative ask, TurnContext turn, String note) {
        ShoppingNeed need = turn.need();
        List<Product> found;
        Map<String, List<Candidate.Provenance>> provenance = Map.of();
        String healthNote = HealthNote.whenNew(turn);
        if (ask.scope().isEmpty()) {
            HybridResult result = turn.search().find(turn.meaning());
            Selection selection = Selection.of(result.candidates(), turn, need.constraints(), RUNNERS_UP + 1);
            if (selection.products().isEmpty() && !TurnSearch.answered(result)) {
                return Outcome.saying(turn.say("count.unavailable"))
                        .failed(true)
                        .build();
            }
            found = selection.products();
            provenance = selection.provenance();
            healthNote = HealthNote.of(turn, selection);
        } else {
            // "The cheapest of these" is asked of these as they are, whatever was sought before.
            found = turn.records(ask.scope()).stream()
                    .filter(p -> Guard.check(p, need, List.of()) == Guard.Verdict.PASSES)
                    .toList();
        }
        String field = ask.order().field();
        MoneyField money = MoneyField.of(turn, field);
        List<Product> ordered = found.stream()
                .filter(p -> !Fields.numbers(p, field, money.currency()).isEmpty())
                .sorted(by(ask.order(), money.currency()))
                .toList();
        if (ordered.isEmpty()) {
            return null;
        }
        Product first = ordered.getFirst();
        BigDecimal value = Fields.numbers(first, field, money.currency()).getFirst();
        return Outcome.saying(text(ask, turn, first) + money.note(turn) + note + healthNote)
                .cards(new CardMaker(turn).cards(ordered, need.constraints(), provenance))
                .constraints(need.constraints(), need.setAside(), List.of())
                .answer(new AgentReply.Answer(
                        PlainDigits.amount(value, money.currency()),
                        money.code(),
                        List.of(RecordedValue.evidence(first, field))))
                .suggestions(Suggestions.after(turn, ordered))
                .focus(first.id())
                .build();
    }

    private static String text(Ask.Superlative ask, TurnContext turn, Product first) {
        String field = ask.order().field();
        String extreme = ask.order().ascending() ? ".least" : ".most";
        String own = "superlative." + field + extreme;
        return turn.say(
                turn.phrases().has(own) ? own : "superlative" + extreme,
                first.title(),
                turn.wording().value(first, field),
                scope(ask, turn),
                turn.phrases().fieldName(field));
    }

    /** Among what it is the first, so that nobody takes it for the first of the shop. */
    private static String scope(Ask.Superlative ask, TurnContext turn) {
        if (!ask.scope().isEmpty()) {
            return turn.say("scope.these");
        }
        NeedWording need = NeedWording.of(turn);
        if (need.row().isEmpty()) {
            return turn.say("scope.all");
        }
        return turn.say(need.kind().isEmpty() ? "scope.conditions" : "scope.need", need.bracketed());
    }

    private static Comparator<Product> by(SortOrder order, @Nullable Currency currency) {
        Comparator<Product> byValue = Comparator.comparing(
                p -> Fields.numbers(p, order.field(), currency).getFirst());
        Comparator<Product> byReviews = Comparator.comparing(p -> p.rating() == null
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(p.rating().count()));
        // A stable sort: ties keep the order of relevance after the better known one.
        return (order.ascending() ? byValue : byValue.reversed()).thenComparing(byReviews.reversed());
    }
}
