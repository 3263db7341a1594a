package ai.adcio.agent;

import ai.adcio.conversation.Intent;
import ai.adcio.understanding.Ask;

/** Quotes the shop on its own terms; says who knows when the shop has told the clerk nothing. */
final class ShopQuestionHandler implements TurnHandler<Ask.ShopQuestion> {
    private final ShopTerms terms;

    ShopQuestionHandler(ShopTerms terms) {
        this.terms = terms;
    }

    @Override
    public Outcome handle(Ask.ShopQuestion ask, TurnContext turn) {
        String told = terms.say(ask.topic(), turn.phrases().language());
        if (told != null && !told.isBlank()) {
            return Outcome.saying(told).suggestions(Suggestions.starters(turn)).build();
        }
        boolean order = turn.meaning().intent() == Intent.ORDER_SUPPORT;
        return Outcome.saying(turn.say(order ? "shop.orderUnknown" : "shop.unknown"))
                .suggestions(Suggestions.starters(turn))
                .build();
    }
}
