package ai.adcio.agent;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Money;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.reply.AgentReply;
import ai.adcio.retrieval.HybridResult;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.understanding.Ask;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/** A mean over all products of the need that have a value. */
final class AverageHandler implements TurnHandler<Ask.Average> {
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
                    .build();
        }
        List<Currency> currencies = turn.catalog().capabilities().currencies();
        boolean money = ask.field().equals(Fields.PRICE) && !currencies.isEmpty();
        BigDecimal value = money
                ? computed.value()
                        .setScale(Math.max(0, currencies.getFirst().getDefaultFractionDigits()), RoundingMode.HALF_UP)
                : computed.value().setScale(2, RoundingMode.HALF_UP);
        String shown = money
                ? turn.wording().money(new Money(value, currencies.getFirst()))
                : turn.wording().number(value);
        String what = ConditionText.of(need);
        String over = turn.wording().number(BigDecimal.valueOf(computed.over()));
        return Outcome.saying(
                        what.isEmpty()
                                ? turn.say("average.all", field, shown, over)
                                : turn.say("average.some", field, shown, over, what))
                .constraints(need.constraints(), need.setAside(), List.of())
                .answer(new AgentReply.Answer(
                        value.toPlainString(), money ? currencies.getFirst().getCurrencyCode() : null, List.of()))
                .build();
    }
}
