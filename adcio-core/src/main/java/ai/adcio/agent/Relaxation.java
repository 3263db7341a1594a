package ai.adcio.agent;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.reply.AgentReply;
import ai.adcio.understanding.Interpretation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When no product meets the need as a whole: says so, names the condition whose loosening would help, counts what it
 * would give, and shows alternatives of the same kind only if they keep every bound, brand and exclusion.
 */
final class Relaxation {
    private final int maxCards;

    Relaxation(int maxCards) {
        this.maxCards = maxCards;
    }

    Outcome propose(TurnContext turn) {
        ShoppingNeed need = turn.need();
        String wanted = wanted(need);
        List<AgentReply.NotCovered> notCovered = List.of(new AgentReply.NotCovered(wanted, null, null, null));
        Option best = best(turn);
        if (best == null) {
            return Outcome.saying(turn.say("nothing.fits", wanted) + HealthNote.whenNew(turn))
                    .constraints(List.of(), need.setAside(), notCovered)
                    .suggestions(Suggestions.starters(turn))
                    .build();
        }
        String text = turn.say("nothing.fits", wanted)
                + " "
                + turn.say(
                        "nothing.relax",
                        best.dropped().text(),
                        turn.wording().number(java.math.BigDecimal.valueOf(best.count())));
        List<Product> products = mayBeShown(best.dropped()) ? alternatives(turn, best.kept()) : List.of();
        return Outcome.saying(products.isEmpty() ? text : text + " " + turn.say("nothing.alternatives"))
                .cards(new CardMaker(turn).named(products))
                .constraints(products.isEmpty() ? List.of() : best.kept(), need.setAside(), notCovered)
                .suggestions(List.of(turn.say("suggest.without", best.dropped().text())))
                .build();
    }

    private static @Nullable Option best(TurnContext turn) {
        List<Constraint> all = turn.need().constraints();
        Option best = null;
        // The newest condition first: on equal counts the one just said is the one to talk about.
        for (int i = all.size() - 1; i >= 0 && all.size() > 1; i--) {
            Constraint dropped = all.get(i);
            if (Kinds.names(dropped)) {
                // The kind of product is what the talk is about; it is never the condition to give up.
                continue;
            }
            List<Constraint> kept = new ArrayList<>(all);
            kept.remove(i);
            Long count = turn.search().count(turn.meaning(), kept);
            if (count != null && count > 0 && (best == null || count > best.count())) {
                best = new Option(dropped, kept, count);
            }
        }
        return best;
    }

    private List<Product> alternatives(TurnContext turn, List<Constraint> kept) {
        ShoppingNeed relaxed = turn.need().withConstraints(kept);
        Interpretation meaning = turn.meaning().asking(turn.meaning().ask(), relaxed);
        return Selection.of(turn.search().find(meaning).candidates(), turn, kept, maxCards)
                .products();
    }

    /** Only a wish for an attribute's value may be loosened unasked; bounds, brands and exclusions never. */
    private static boolean mayBeShown(Constraint dropped) {
        return dropped instanceof Constraint.AnyOf c && Fields.attributeName(c.field()) != null;
    }

    private static String wanted(ShoppingNeed need) {
        String conditions = need.constraints().stream()
                .filter(c -> !Kinds.names(c))
                .map(Constraint::text)
                .distinct()
                .collect(Collectors.joining(", "));
        String topic = need.topic() == null ? need.query() : need.topic();
        return topic.isBlank() ? conditions : conditions.isEmpty() ? topic : topic + " (" + conditions + ")";
    }

    private record Option(Constraint dropped, List<Constraint> kept, long count) {}
}
