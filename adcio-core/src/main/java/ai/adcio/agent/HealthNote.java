package ai.adcio.agent;

import ai.adcio.conversation.ShopperFact;
import java.util.List;
import java.util.stream.Collectors;

/** What the clerk adds when shoppers spoke of their health: what was left out, and that it is no medical advice. */
final class HealthNote {
    private HealthNote() {}

    /** The note for a list of products; empty when health plays no part in it. */
    static String of(TurnContext turn, Selection selection) {
        List<ShopperFact> facts = health(turn);
        if (facts.isEmpty() || !selection.sawCautions() && !isNew(turn)) {
            return "";
        }
        String said = facts.stream().map(ShopperFact::text).distinct().collect(Collectors.joining(", "));
        String leftOut = selection.cautioned() == 0 ? "" : " " + turn.say("health.leftOut", said);
        return leftOut + " " + turn.say("health.advice");
    }

    /** The note when health was spoken of in this very turn; else empty. */
    static String whenNew(TurnContext turn) {
        return isNew(turn) ? " " + turn.say("health.advice") : "";
    }

    private static boolean isNew(TurnContext turn) {
        return health(turn).stream()
                .anyMatch(fact -> !turn.conversation().need().facts().contains(fact));
    }

    private static List<ShopperFact> health(TurnContext turn) {
        return turn.need().facts().stream()
                .filter(fact -> fact.kind() != ShopperFact.Kind.SIZE)
                .toList();
    }
}
