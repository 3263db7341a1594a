package ai.adcio.agent;

import ai.adcio.conversation.ShopperFact;
import java.util.List;
import java.util.stream.Collectors;

/** What the clerk adds when shoppers spoke of their health: what was left out, and that it is no medical advice. */
final class HealthNote {
    private HealthNote() {}

    /** The note for a list of products; empty when health plays no part in it. */
    static String of(TurnContext turn, Selection selection) {
        if (facts(turn).isEmpty() || !selection.sawCautions() && !isNew(turn)) {
            return "";
        }
        String leftOut = selection.cautioned() == 0 ? "" : " " + turn.say("health.leftOut", said(turn));
        return leftOut + " " + turn.say("health.advice");
    }

    /** What is said when every product that fits warns of what the shopper said. */
    static String allLeftOut(TurnContext turn) {
        return turn.say("health.allCautioned", said(turn)) + " " + turn.say("health.advice");
    }

    /** The note when health was spoken of in this very turn; else empty. */
    static String whenNew(TurnContext turn) {
        return isNew(turn) ? " " + turn.say("health.advice") : "";
    }

    /** What shoppers said of their health; a size is none of it. */
    static List<ShopperFact> facts(TurnContext turn) {
        return turn.need().facts().stream()
                .filter(fact -> fact.kind() != ShopperFact.Kind.SIZE)
                .toList();
    }

    private static String said(TurnContext turn) {
        return facts(turn).stream().map(ShopperFact::text).distinct().collect(Collectors.joining(", "));
    }

    private static boolean isNew(TurnContext turn) {
        return facts(turn).stream()
                .anyMatch(fact -> !turn.conversation().need().facts().contains(fact));
    }
}
