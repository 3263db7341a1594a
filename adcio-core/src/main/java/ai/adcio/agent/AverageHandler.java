package ai.adcio.agent;

import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.reply.AgentReply;
import ai.adcio.reply.internal.PlainDigits;
import ai.adcio.retrieval.HybridResult;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.understanding.Ask;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/** A mean over all products of the need that have a value. */
final class AverageHandler implements TurnHandler<Ask.Average> {
    private static final int DECIMALS = 2;

    @Override
    public Outcome handle(Ask.Average ask, TurnContext turn) {
        ShoppingNeed need = turn.need();
        if (!turn.meaning().notCarried().isEmpty()) {
            return NotCarriedAnswer.of(turn);
        }
        HybridResult result = turn.search().find(turn.meaning());
        RetrievalResult.Computed computed = TurnSearch.computed(result);
        if (computed == null) {
            return Outcome.saying(turn.say("count.unavailable")).failed(true).build();
        }
        String field = turn.phrases().fieldName(ask.field());
        if (computed.value() == null) {
            return Outcome.saying(turn.say("average.none", field))
                    .constraints(need.constraints(), need.setAside(), List.of())
                    .suggestions(Suggestions.starters(turn))
                    .build();
        }
        MoneyField money = MoneyField.of(turn, ask.field());
        Currency currency = money.currency();
        int decimals = currency == null ? DECIMALS : Math.max(0, currency.getDefaultFractionDigits());
        BigDecimal value = computed.value().setScale(decimals, RoundingMode.HALF_UP);
        String shown =
                currency == null ? turn.wording().number(value) : turn.wording().amount(value, currency);
        String what = NeedWording.of(turn).row();
        String over = turn.wording().number(BigDecimal.valueOf(computed.over()));
        String text = what.isEmpty()
                ? turn.say("average.all", field, shown, over)
                : turn.say("average.some", field, shown, over, what);
        return Outcome.saying(text + money.note(turn))
                .constraints(need.constraints(), need.setAside(), List.of())
                .answer(new AgentReply.Answer(PlainDigits.amount(value, currency), money.code(), List.of()))
                .suggestions(List.of(turn.say("suggest.showThem")))
                .build();
    }
}
