package ai.adcio.cli.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reply on the wire, seen beside the catalogue's records.
 *
 * @param json the reply
 * @param cards its cards
 * @param ids the cards' product ids; null where a card names none
 * @param products the catalogue's records of the cards whose product it has
 */
record ReplyView(JsonNode json, List<JsonNode> cards, List<@Nullable String> ids, List<JsonNode> products) {

    static ReplyView of(JsonNode json, Map<String, JsonNode> catalog) {
        List<JsonNode> cards = new ArrayList<>();
        json.path("cards").forEach(cards::add);
        List<@Nullable String> ids = new ArrayList<>();
        cards.forEach(card -> ids.add(id(card)));
        List<JsonNode> products = ids.stream()
                .map(id -> id == null ? null : catalog.get(id))
                .filter(Objects::nonNull)
                .toList();
        return new ReplyView(json, cards, ids, products);
    }

    /** The records in the order of the cards; null where the catalogue has none. */
    List<@Nullable JsonNode> records(Map<String, JsonNode> catalog) {
        List<@Nullable JsonNode> records = new ArrayList<>();
        ids.forEach(id -> records.add(id == null ? null : catalog.get(id)));
        return records;
    }

    static @Nullable String id(JsonNode card) {
        JsonNode id = card.path("product").path("id");
        return id.isMissingNode() || id.isNull() ? null : id.asText();
    }

    @Nullable
    String firstId() {
        return ids.isEmpty() ? null : ids.getFirst();
    }

    /** Whether a value counts as something: not absent, not empty, not false, not zero. */
    static boolean something(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING, NULL -> false;
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> value.doubleValue() != 0;
            case STRING -> !value.textValue().isEmpty();
            default -> !value.isEmpty();
        };
    }
}
