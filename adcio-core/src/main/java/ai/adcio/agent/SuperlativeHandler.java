package ai.adcio.agent;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.SortOrder;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.ranking.Guard;
import ai.adcio.reply.AgentReply;
import ai.adcio.retrieval.HybridResult;
import ai.adcio.understanding.Ask;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The cheapest, dearest, best rated: over the whole catalogue, or among products that are in sight. */
final class SuperlativeHandler implements TurnHandler<Ask.Superlative> {
    private static final int RUNNERS_UP = 2;

    @Override
    public Outcome handle(Ask.Superlative ask, TurnContext turn) {
        ShoppingNeed need = turn.need();
        if (!turn.meaning().notCarried().isEmpty()) {
            return NotCarriedAnswer.of(turn);
        }
        List<Product> ordered;
        Map<String, List<ai.adcio.retrieval.Candidate.Provenance>> provenance = Map.of();
        String healthNote = HealthNote.whenNew(turn);
        if (ask.scope().isEmpty()) {
            HybridResult result = turn.search().find(turn.meaning());
            Selection selection = Selection.of(result.candidates(), turn, need.constraints(), RUNNERS_UP + 1);
            if (selection.products().isEmpty() && result.partial()) {
                return Outcome.saying(turn.say("count.unavailable"))
                        .failed(true)
                        .build();
            }
            ordered = selection.products();
            provenance = selection.provenance();
            healthNote = HealthNote.of(turn, selection);
        } else {
            // "The cheapest of these" is asked of these as they are, whatever was sought before.
            ordered = turn.records(ask.scope()).stream()
                    .filter(p -> Guard.check(p, need, List.of()) == Guard.Verdict.PASSES)
                    .toList();
        }
        ordered = ordered.stream()
                .filter(p -> !Fields.numbers(p, ask.order().field(), null).isEmpty())
                .sorted(by(ask.order()))
                .toList();
        if (ordered.isEmpty()) {
            return new Relaxation(RUNNERS_UP + 1).propose(turn);
        }
        Product first = ordered.getFirst();
        String field = ask.order().field();
        String value = turn.wording().value(first, field);
        List<AgentReply.Card> cards = new CardMaker(turn).cards(ordered, need.constraints(), provenance);
        String phrase = "superlative." + field + (ask.order().ascending() ? ".least" : ".most");
        String text = turn.phrases().has(phrase)
                ? turn.say(phrase, first.title(), value)
                : turn.say(
                        ask.order().ascending() ? "superlative.least" : "superlative.most",
                        first.title(),
                        value,
                        turn.phrases().fieldName(field));
        return Outcome.saying(text + healthNote)
                .cards(cards)
                .constraints(need.constraints(), need.setAside(), List.of())
                .answer(new AgentReply.Answer(
                        Fields.numbers(first, field, null).getFirst().toPlainString(),
                        first.price() != null && field.equals(Fields.PRICE)
                                ? first.price().currency().getCurrencyCode()
                                : null,
                        List.of(new AgentReply.Evidence(field, value))))
                .suggestions(Suggestions.after(turn, ordered))
                .focus(first.id())
                .build();
    }

    private static Comparator<Product> by(SortOrder order) {
        Comparator<Product> byValue =
                Comparator.comparing(p -> Fields.numbers(p, order.field(), null).getFirst());
        Comparator<Product> byReviews = Comparator.comparing(p -> p.rating() == null
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(p.rating().count()));
        // A stable sort: ties keep the order of relevance after the better known one.
        return (order.ascending() ? byValue : byValue.reversed()).thenComparing(byReviews.reversed());
    }
}
