package ai.adcio.understanding.internal;

/** Decides what a turn that has been read asks for. The rules stand in the order in which they are tried. */
final class IntentRules {
    private final TalkRules talk;
    private final PageRules page;
    private final ServiceRules service;
    private final ShownRules shown;
    private final ShoppingRules shopping;

    IntentRules(Turn turn) {
        NeedEditor editor = new NeedEditor(turn);
        talk = new TalkRules(turn);
        page = new PageRules(turn);
        service = new ServiceRules(turn);
        shown = new ShownRules(turn, new ProductQuestionRules(turn, editor), new RelativeRules(turn, editor));
        shopping = new ShoppingRules(turn, editor);
    }

    Decision decide() {
        Decision decision = talk.decide();
        if (decision == null) {
            decision = page.decide();
        }
        if (decision == null) {
            decision = service.decide();
        }
        if (decision == null) {
            decision = shown.decide();
        }
        return decision != null ? decision : shopping.decide();
    }
}
