package ai.adcio.agent;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.reply.AgentReply;
import ai.adcio.reply.internal.ConditionWording;
import ai.adcio.understanding.Interpretation;
import java.math.BigDecimal;
import java.util.List;

/**
 * When no product meets the need as a whole: says so, names what to loosen, counts what that would give, and shows
 * alternatives of the same kind only if they keep every bound, brand and exclusion.
 */
final class Relaxation {
    private final int maxCards;

    Relaxation(int maxCards) {
        this.maxCards = maxCards;
    }

    Outcome propose(TurnContext turn) {
        ShoppingNeed need = turn.need();
        NeedWording said = NeedWording.of(turn);
        String wanted = said.bracketed();
        List<AgentReply.NotCovered> notCovered = List.of(new AgentReply.NotCovered(wanted, null, null, null));
        LooserNeeds looser = LooserNeeds.of(need);
        if (looser.isEmpty()) {
            return Outcome.saying(turn.say("nothing.none", wanted) + HealthNote.whenNew(turn))
                    .constraints(List.of(), need.setAside(), notCovered)
                    .suggestions(Suggestions.starters(turn))
                    .build();
        }
        LooserNeeds.Counted best = looser.best(turn);
        if (best == null) {
            return Outcome.saying(turn.say("nothing.fits", wanted) + HealthNote.whenNew(turn))
                    .constraints(List.of(), need.setAside(), notCovered)
                    .suggestions(Suggestions.startingOver(turn, looser.kindAlone()))
                    .build();
        }
        String text = turn.say("nothing.fits", wanted) + " " + offer(turn, best);
        Selection selection = mayBeShown(best.dropped()) ? alternatives(turn, best.kept()) : Selection.NONE;
        List<AgentReply.Card> cards =
                new CardMaker(turn).cards(selection.products(), List.of(), selection.provenance());
        return Outcome.saying((cards.isEmpty() ? text : text + " " + turn.say("nothing.alternatives"))
                        + HealthNote.whenNew(turn))
                .cards(cards)
                .constraints(cards.isEmpty() ? List.of() : best.kept(), need.setAside(), notCovered)
                .suggestions(Suggestions.loosening(turn, best.dropped(), best.kept()))
                .build();
    }

    private static String offer(TurnContext turn, LooserNeeds.Counted best) {
        ConditionWording wording = turn.conditions();
        String count = turn.wording().number(BigDecimal.valueOf(best.count()));
        List<Constraint> dropped = best.dropped();
        if (dropped.size() > LooserNeeds.MOST_DROPPED) {
            return turn.say("nothing.kind", count);
        }
        if (dropped.size() == 1) {
            return dropped.getFirst() instanceof Constraint.NoneOf exclusion
                    ? turn.say("nothing.include", wording.excluded(exclusion), count)
                    : turn.say("nothing.relax", wording.of(dropped.getFirst()), count);
        }
        return turn.say("nothing.relaxBoth", wording.of(dropped.get(0)), wording.of(dropped.get(1)), count);
    }

    private Selection alternatives(TurnContext turn, List<Constraint> kept) {
        ShoppingNeed relaxed = turn.need().withConstraints(kept);
        Interpretation meaning = turn.meaning().asking(turn.meaning().ask(), relaxed);
        return Selection.of(turn.search().find(meaning).candidates(), turn, kept, maxCards);
    }

    /** Only wishes for an attribute's value may be loosened unasked; bounds, brands and exclusions never. */
    private static boolean mayBeShown(List<Constraint> dropped) {
        return dropped.size() == 1
                && dropped.getFirst() instanceof Constraint.AnyOf c
                && Fields.attributeName(c.field()) != null;
    }
}
