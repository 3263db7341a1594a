package ai.adcio.agent;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.TextFolding;
import ai.adcio.conversation.ShoppingNeed;
import java.util.List;

/** Tells the conditions that name a kind of product from those that narrow it. */
final class Kinds {
    private Kinds() {}

    /**
     * Whether the condition names the kind of product that the need is about. A department such as Women is a category
     * too; its words are none of the topic's.
     */
    static boolean names(Constraint constraint, ShoppingNeed need) {
        if (need.topic() == null || !choosesKinds(constraint)) {
            return false;
        }
        List<String> topic = TextFolding.words(need.topic());
        List<String> said = TextFolding.words(constraint.text());
        return topic.containsAll(said) || said.containsAll(topic);
    }

    private static boolean choosesKinds(Constraint constraint) {
        return switch (constraint) {
            case Constraint.AnyOf c ->
                c.field().equals(Fields.CATEGORIES) || c.field().equals(Fields.TITLE);
            case Constraint.Either c -> c.alternatives().stream().allMatch(Kinds::choosesKinds);
            case Constraint.NoneOf ignored -> false;
            case Constraint.Range ignored -> false;
            case Constraint.Present ignored -> false;
        };
    }
}
