package ai.adcio.agent;

import ai.adcio.understanding.Ask;

/** One handler for each kind of ask; a new kind does not compile until it has one. */
final class Handlers {
    private final SearchHandler search;
    private final AskBackHandler askBack = new AskBackHandler();
    private final CountHandler count = new CountHandler();
    private final AverageHandler average = new AverageHandler();
    private final SuperlativeHandler superlative = new SuperlativeHandler();
    private final DetailsHandler details = new DetailsHandler();
    private final CompareHandler compare = new CompareHandler();
    private final PageHandler page = new PageHandler();
    private final ShopQuestionHandler shopQuestion;
    private final TalkHandler talk = new TalkHandler();

    Handlers(int maxCards, ShopTerms terms, AnswerReading reading) {
        this.search = new SearchHandler(maxCards, new AttributeQuestion(reading));
        this.shopQuestion = new ShopQuestionHandler(terms);
    }

    Outcome handle(TurnContext turn) {
        return answer(turn).worded(turn.conditions());
    }

    private Outcome answer(TurnContext turn) {
        return switch (turn.meaning().ask()) {
            case Ask.Show ask -> search.handle(ask, turn);
            case Ask.AskBack ask -> askBack.handle(ask, turn);
            case Ask.Reset ignored ->
                Outcome.saying(turn.say("reset.done"))
                        .suggestions(Suggestions.starters(turn))
                        .build();
            case Ask.Count ask -> count.handle(ask, turn);
            case Ask.Average ask -> average.handle(ask, turn);
            case Ask.Superlative ask -> superlative.handle(ask, turn);
            case Ask.Details ask -> details.handle(ask, turn);
            case Ask.Compare ask -> compare.handle(ask, turn);
            case Ask.OnPage ask -> page.handle(ask, turn);
            case Ask.ShopQuestion ask -> shopQuestion.handle(ask, turn);
            case Ask.Talk ask -> talk.handle(ask, turn);
        };
    }
}
