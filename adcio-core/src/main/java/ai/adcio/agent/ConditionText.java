package ai.adcio.agent;

import ai.adcio.catalog.Constraint;
import ai.adcio.conversation.ShoppingNeed;
import java.util.LinkedHashSet;
import java.util.Set;

/** A need in the shopper's own words, for sentences such as "44 for Makita". */
final class ConditionText {
    private ConditionText() {}

    /** The kind and the conditions, joined; empty when nothing was said. */
    static String of(ShoppingNeed need) {
        Set<String> parts = new LinkedHashSet<>();
        if (need.topic() != null) {
            parts.add(need.topic());
        }
        for (Constraint constraint : need.constraints()) {
            if (!constraint.text().isBlank() && !(Kinds.names(constraint) && need.topic() != null)) {
                parts.add(constraint.text());
            }
        }
        if (parts.isEmpty() && !need.query().isBlank()) {
            parts.add(need.query());
        }
        return String.join(", ", parts);
    }
}
