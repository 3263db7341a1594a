package ai.adcio.understanding.internal;

import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.Intent;
import ai.adcio.understanding.Ask;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Questions about the shop's own terms and the shopper's orders. */
final class ServiceRules {
    /** Wishes that are of the shop's service when no product stands beside them. */
    private static final Set<String> SERVICES =
            Set.of("delivery", "shipping cost", "returns", "warranty", "gift wrapping", "points", "payment");

    private final TurnReading reading;
    private final Conversation conversation;

    ServiceRules(Turn turn) {
        this.reading = turn.reading();
        this.conversation = turn.conversation();
    }

    @Nullable
    Decision decide() {
        boolean product =
                reading.kinds.stream().anyMatch(k -> !k.meaning().categories().isEmpty())
                        || !reading.brands.isEmpty()
                        || !reading.bounds.isEmpty()
                        || !reading.values.isEmpty()
                        || !reading.absentKinds.isEmpty();
        boolean trouble = reading.has("order.past") && reading.has("order.problem") && !reading.has("thing");
        if (trouble || reading.has("order") && (!product || !reading.hasAny("carry", "show"))) {
            return Decision.unchanged(conversation, Intent.ORDER_SUPPORT, new Ask.ShopQuestion("order"));
        }
        if (product) {
            return null;
        }
        boolean refines = !reading.unrecorded.isEmpty()
                && !conversation.need().isEmpty()
                && reading.hasAny("thing", "only", "show", "one");
        if (refines || !reading.retractedWishes.isEmpty()) {
            return null;
        }
        for (String topic : List.of("returns", "payment", "hours", "location", "delivery", "other")) {
            if (reading.has("store." + topic)) {
                return Decision.unchanged(conversation, Intent.STORE_INFO, new Ask.ShopQuestion(topic));
            }
        }
        String wished = reading.unrecorded.isEmpty()
                ? ""
                : reading.unrecorded.getFirst().meaning().topic();
        boolean ofService = SERVICES.contains(wished);
        if (ofService && reading.words.isEmpty()) {
            String topic = wished;
            return Decision.unchanged(
                    conversation,
                    Intent.STORE_INFO,
                    new Ask.ShopQuestion(
                            topic.contains("ship") || topic.equals("delivery")
                                    ? "delivery"
                                    : topic.equals("returns") ? "returns" : "other"));
        }
        return null;
    }
}
