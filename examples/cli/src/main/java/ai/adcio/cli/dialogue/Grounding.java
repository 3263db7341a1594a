package ai.adcio.cli.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether cards are the catalogue's records to the letter, none of them twice. */
final class Grounding {
    private static final double TOLERANCE = 1e-6;

    private Grounding() {}

    /** What is not as in the catalogue; empty when everything is. */
    static String problems(ReplyView reply, Map<String, JsonNode> catalog) {
        List<String> bad = new ArrayList<>();
        for (JsonNode card : reply.cards()) {
            JsonNode shown = card.path("product");
            String id = ReplyView.id(card);
            JsonNode record = id == null ? null : catalog.get(id);
            if (record == null) {
                bad.add(String.valueOf(id));
                continue;
            }
            JsonNode price = shown.path("price");
            if (!price.isMissingNode() && !price.isNull() && !samePrice(price, record.get("price"))) {
                bad.add(id + " price");
            }
            if (shown.has("title") && !shown.get("title").equals(record.path("title"))) {
                bad.add(id + " title");
            }
        }
        if (new HashSet<>(reply.ids()).size() != reply.ids().size()) {
            bad.add("repeated card");
        }
        return bad.isEmpty() ? "" : "not as in the catalogue: " + bad.subList(0, Math.min(3, bad.size()));
    }

    private static boolean samePrice(JsonNode shown, @Nullable JsonNode recorded) {
        if (recorded == null || recorded.isNull()) {
            return false;
        }
        JsonNode a = Predicate.number(shown.get("amount"));
        JsonNode b = Predicate.number(recorded.get("amount"));
        return a != null
                && b != null
                && Math.abs(a.doubleValue() - b.doubleValue()) < TOLERANCE
                && shown.has("currency")
                && shown.get("currency").equals(recorded.get("currency"));
    }
}
