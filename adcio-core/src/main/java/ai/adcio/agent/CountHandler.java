package ai.adcio.agent;

import ai.adcio.catalog.Product;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.ranking.Guard;
import ai.adcio.reply.AgentReply;
import ai.adcio.retrieval.HybridResult;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.understanding.Ask;
import java.math.BigDecimal;
import java.util.List;

/** Counts over the whole catalogue, or among products that are in sight; never over a page of results. */
final class CountHandler implements TurnHandler<Ask.Count> {
    private static final List<AgentReply.Evidence> NONE = List.of();

    @Override
    public Outcome handle(Ask.Count ask, TurnContext turn) {
        ShoppingNeed need = turn.need();
        if (!turn.meaning().notCarried().isEmpty()) {
            return NotCarriedAnswer.of(turn);
        }
        long count;
        if (ask.scope().isEmpty()) {
            HybridResult result = turn.search().find(turn.meaning());
            RetrievalResult.Computed computed = TurnSearch.computed(result);
            if (computed == null || computed.value() == null) {
                return Outcome.saying(turn.say("count.unavailable"))
                        .failed(true)
                        .build();
            }
            count = computed.value().longValue();
        } else {
            List<Product> inScope = turn.records(ask.scope());
            count = inScope.stream()
                    .filter(p -> Guard.check(p, need) == Guard.Verdict.PASSES)
                    .count();
        }
        String number = turn.wording().number(BigDecimal.valueOf(count));
        String what = NeedWording.of(turn).row();
        String text = what.isEmpty()
                ? turn.say(count == 1 ? "count.allOne" : "count.all", number)
                : turn.say(count == 0 ? "count.none" : count == 1 ? "count.one" : "count.some", number, what);
        return Outcome.saying(text)
                .constraints(need.constraints(), need.setAside(), List.of())
                .answer(new AgentReply.Answer(Long.toString(count), "products", NONE))
                .suggestions(count == 0 ? Suggestions.starters(turn) : List.of(turn.say("suggest.showThem")))
                .build();
    }
}
