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
    private final Vocabulary vocabulary;

    ServiceRules(Turn turn) {
        this.reading = turn.reading();
        this.conversation = turn.conversation();
        this.vocabulary = turn.vocabulary();
    }

    /** "Can I return a lamp?", 니트 반품 되나요: the shop's terms are asked for, whatever the product beside them. */
    private boolean asksOfShop() {
        boolean kindsOnly = reading.brands.isEmpty() && reading.bounds.isEmpty() && reading.values.isEmpty();
        if (!kindsOnly || reading.kinds.isEmpty() || reading.hasAny("show", "thing", "order")) {
            return false;
        }
        int kind = reading.kinds.getFirst().index();
        for (int i = 0; i < reading.pieces.size(); i++) {
            Piece piece = reading.pieces.get(i);
            if (!piece.startsWith("store.")) {
                continue;
            }
            boolean asks = piece.hangul() ? i > kind : i < kind && beginsAsQuestion(piece);
            if (asks) {
                return true;
            }
        }
        return false;
    }

    private boolean beginsAsQuestion(Piece piece) {
        int blank = piece.text().indexOf(' ');
        return blank > 0
                && vocabulary.trie().get(piece.text().substring(0, blank)).contains(new Meaning.Tag("fn"));
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
        if (product && !asksOfShop()) {
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
