package ai.adcio.agent;

import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.ranking.Guard;
import ai.adcio.reply.AgentReply;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.understanding.Ask;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts over the whole catalogue, or among products that are in sight; never over a page of results. */
final class CountHandler implements TurnHandler<Ask.Count> {
    private static final List<AgentReply.Evidence> NONE = List.of();

    @Override
    public Outcome handle(Ask.Count ask, TurnContext turn) {
        if (!turn.meaning().notCarried().isEmpty()) {
            return NotCarriedAnswer.of(turn);
        }
        Long count = count(ask, turn);
        if (count == null) {
            return Outcome.saying(turn.say("count.unavailable")).failed(true).build();
        }
        TurnContext looser = count == 0 ? WordsSetAside.of(turn) : null;
        Long more = looser == null ? null : count(ask, looser);
        return looser != null && more != null && more > 0
                ? answer(more, looser, WordsSetAside.told(turn))
                : answer(count, turn, "");
    }

    /** How many there are, or null when the arm that counts did not answer. */
    private static @Nullable Long count(Ask.Count ask, TurnContext turn) {
        if (ask.scope().isEmpty()) {
            RetrievalResult.Computed computed =
                    TurnSearch.computed(turn.search().find(turn.meaning()));
            return computed == null || computed.value() == null
                    ? null
                    : computed.value().longValue();
        }
        return turn.records(ask.scope()).stream()
                .filter(p -> Guard.check(p, turn.need()) == Guard.Verdict.PASSES)
                .count();
    }

    private static Outcome answer(long count, TurnContext turn, String note) {
        ShoppingNeed need = turn.need();
        String number = turn.wording().number(BigDecimal.valueOf(count));
        String what = NeedWording.of(turn).row();
        String text = what.isEmpty()
                ? turn.say(count == 1 ? "count.allOne" : "count.all", number)
                : turn.say(count == 0 ? "count.none" : count == 1 ? "count.one" : "count.some", number, what);
        return Outcome.saying(text + note)
                .constraints(need.constraints(), need.setAside(), List.of())
                .answer(new AgentReply.Answer(Long.toString(count), "products", NONE))
                .suggestions(count == 0 ? Suggestions.starters(turn) : List.of(turn.say("suggest.showThem")))
                .build();
    }
}
