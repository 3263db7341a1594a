package ai.adcio.agent;

import ai.adcio.catalog.Product;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.reply.AgentReply;
import ai.adcio.retrieval.HybridResult;
import ai.adcio.understanding.Ask;
import ai.adcio.understanding.Interpretation;
import java.util.List;

/** Answers a search and each of its refinements. */
final class SearchHandler implements TurnHandler<Ask.Show> {
    private final int maxCards;
    private final Relaxation relaxation;
    private final AttributeQuestion question;

    SearchHandler(int maxCards, AttributeQuestion question) {
        this.maxCards = maxCards;
        this.question = question;
        this.relaxation = new Relaxation(maxCards);
    }

    @Override
    public Outcome handle(Ask.Show ask, TurnContext turn) {
        ShoppingNeed need = turn.need();
        if (!turn.meaning().notCarried().isEmpty()) {
            return NotCarriedAnswer.of(turn);
        }
        Interpretation meaning = withLikeness(turn);
        HybridResult result = turn.search().find(meaning);
        Selection selection = Selection.of(result.candidates(), turn, need.constraints(), maxCards);
        if (selection.products().isEmpty()) {
            return whenNothingFits(turn, result, selection);
        }
        List<AgentReply.Card> cards =
                new CardMaker(turn).cards(selection.products(), need.constraints(), selection.provenance());
        String text = SearchText.of(turn, cards.size(), result.partial()) + HealthNote.of(turn, selection);
        return Outcome.saying(text)
                .cards(cards)
                .constraints(need.constraints(), need.setAside(), List.of())
                .followUp(question.about(turn, result.candidates()))
                .suggestions(Suggestions.after(turn, selection.products()))
                .focus(cards.size() == 1 ? selection.products().getFirst().id() : null)
                .build();
    }

    /** "More like this one" searches by that product's own words. */
    private static Interpretation withLikeness(TurnContext turn) {
        ShoppingNeed need = turn.need();
        Product model =
                need.similarTo() == null ? null : turn.catalog().records().get(need.similarTo());
        if (model == null) {
            return turn.meaning();
        }
        String kind =
                model.categories().isEmpty() ? "" : " " + model.categories().getLast();
        ShoppingNeed alike = new ShoppingNeed(
                need.topic(),
                (need.query() + " " + model.title() + kind).strip(),
                List.of(),
                need.unwanted(),
                need.constraints(),
                need.sort(),
                need.setAside(),
                need.facts(),
                need.excludedIds(),
                need.similarTo());
        return turn.meaning().asking(turn.meaning().ask(), alike);
    }

    private Outcome whenNothingFits(TurnContext turn, HybridResult result, Selection selection) {
        ShoppingNeed need = turn.need();
        if (selection.cautioned() > 0) {
            return Outcome.saying(HealthNote.allLeftOut(turn))
                    .constraints(need.constraints(), need.setAside(), List.of())
                    .suggestions(Suggestions.starters(turn))
                    .build();
        }
        if (result.partial()) {
            // Whoever would know did not answer: nothing may be said of what is carried.
            return Outcome.saying(turn.say("search.unavailable"))
                    .constraints(need.constraints(), need.setAside(), List.of())
                    .failed(true)
                    .build();
        }
        if (!need.excludedIds().isEmpty()) {
            return Outcome.saying(turn.say("search.noMore"))
                    .constraints(need.constraints(), need.setAside(), List.of())
                    .suggestions(Suggestions.starters(turn))
                    .build();
        }
        return relaxation.propose(turn);
    }
}
