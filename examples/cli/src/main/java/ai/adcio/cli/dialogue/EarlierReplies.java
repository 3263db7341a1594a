package ai.adcio.cli.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** The expectations that hang on what earlier replies showed. */
final class EarlierReplies {
    private final Map<Integer, JsonNode> replies;
    private final Map<String, JsonNode> catalog;

    EarlierReplies(Map<Integer, JsonNode> replies, Map<String, JsonNode> catalog) {
        this.replies = replies;
        this.catalog = catalog;
    }

    /** The first card is that card of the earlier reply; a negative rank counts from its end. */
    String sameAsCard(int turn, int rank, ReplyView reply) {
        List<@Nullable String> shown = ids(turn);
        if (rank == 0 || shown.size() < Math.abs(rank)) {
            return "turn " + turn + " had only " + shown.size() + " cards";
        }
        String meant = shown.get(rank > 0 ? rank - 1 : shown.size() + rank);
        return !reply.ids().isEmpty() && Objects.equals(reply.firstId(), meant)
                ? ""
                : "first card " + reply.firstId() + ", meant " + meant;
    }

    /** No card of those turns again, and some card if other products qualify. */
    String repeats(JsonNode turns, @Nullable JsonNode everyCard, ReplyView reply) {
        Set<@Nullable String> shown = new HashSet<>();
        if (turns.isArray()) {
            turns.forEach(turn -> shown.addAll(ids(turn.asInt())));
        } else {
            shown.addAll(ids(turns.asInt()));
        }
        List<@Nullable String> repeated =
                reply.ids().stream().filter(shown::contains).toList();
        if (!repeated.isEmpty()) {
            return "shown before: " + repeated.getFirst();
        }
        if (!reply.ids().isEmpty() || everyCard == null) {
            return "";
        }
        long others = catalog.entrySet().stream()
                .filter(e -> !shown.contains(e.getKey()) && Predicate.allHold(e.getValue(), everyCard))
                .count();
        return others == 0 ? "" : "no cards though " + others + " others qualify";
    }

    /** Every card against a number that the earlier turn showed; not scored when that number is not recorded. */
    String relative(JsonNode wanted, JsonNode everyCard, ReplyView reply) {
        int turn = wanted.path("turn").asInt();
        String field = wanted.path("field").asText();
        JsonNode earlier = replies.get(turn);
        List<@Nullable JsonNode> shown =
                earlier == null ? List.of() : ReplyView.of(earlier, catalog).records(catalog);
        JsonNode reference = reference(wanted, field, shown);
        if (reference == null) {
            return shown.isEmpty() ? "turn " + turn + " showed nothing to compare with" : "";
        }
        String op = wanted.path("op").asText();
        for (JsonNode product : reply.products()) {
            if (!Predicate.holds(product, field, op, reference)) {
                return "not " + op + " " + reference + ": " + ReplyCheck.shown(product);
            }
        }
        if (!reply.cards().isEmpty()) {
            return "";
        }
        long others = catalog.values().stream()
                .filter(p -> Predicate.holds(p, field, op, reference) && Predicate.allHold(p, everyCard))
                .count();
        return others == 0 ? "" : "no cards though " + others + " products qualify";
    }

    private static @Nullable JsonNode reference(JsonNode wanted, String field, List<@Nullable JsonNode> shown) {
        if (wanted.has("rank")) {
            int rank = wanted.get("rank").asInt();
            int index = rank > 0 ? rank - 1 : shown.size() + rank - 1;
            JsonNode product = index >= 0 && index < shown.size() ? shown.get(index) : null;
            return product == null ? null : Predicate.field(product, field);
        }
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode product : shown) {
            JsonNode value = product == null ? null : Predicate.field(product, field);
            if (value != null) {
                values.add(value);
            }
        }
        return values.stream().reduce(extreme(wanted)).orElse(null);
    }

    /** Whether the product has the extreme of what one earlier reply showed ("the cheapest of those"). */
    boolean extremeOfShown(String id, JsonNode orShown) {
        String field = orShown.path("field").asText();
        for (JsonNode earlier : replies.values()) {
            List<JsonNode> shown = ReplyView.of(earlier, catalog).products().stream()
                    .filter(p -> Predicate.allHold(p, orShown.path("where")) && Predicate.field(p, field) != null)
                    .toList();
            JsonNode best = shown.stream()
                    .map(p -> Objects.requireNonNull(Predicate.field(p, field)))
                    .reduce(extreme(orShown))
                    .orElse(null);
            boolean isBest = shown.stream()
                    .anyMatch(p -> p.path("id").asText().equals(id)
                            && BY_VALUE.compare(
                                            Objects.requireNonNull(Predicate.field(p, field)),
                                            Objects.requireNonNull(best))
                                    == 0);
            if (shown.size() > 1 && isBest) {
                return true;
            }
        }
        return false;
    }

    private static final Comparator<JsonNode> BY_VALUE = (a, b) -> a.isNumber() && b.isNumber()
            ? Double.compare(a.doubleValue(), b.doubleValue())
            : a.asText().compareTo(b.asText());

    private static BinaryOperator<JsonNode> extreme(JsonNode wanted) {
        return wanted.path("agg").asText().equals("max")
                ? BinaryOperator.maxBy(BY_VALUE)
                : BinaryOperator.minBy(BY_VALUE);
    }

    private List<@Nullable String> ids(int turn) {
        JsonNode reply = replies.get(turn);
        return reply == null ? List.of() : ReplyView.of(reply, catalog).ids();
    }
}
