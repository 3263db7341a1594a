package ai.adcio.cli.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds the reply to one turn against what the dialogue expects of it. Beside the turn's own expectations two stand
 * unsaid: what is shown is the catalogue's record to the letter ({@code grounded}), and nothing is called not carried
 * where products are wanted ({@code covered}).
 */
final class ReplyCheck {
    private static final Set<String> BOUNDS_CARDS =
            Set.of("every_card", "no_card", "max_cards", "min_cards", "some_card");

    private final String language;
    private final JsonNode expect;
    private final ReplyView reply;
    private final EarlierReplies earlier;
    private final List<Checked> checked = new ArrayList<>();

    private ReplyCheck(String language, JsonNode expect, ReplyView reply, EarlierReplies earlier) {
        this.language = language;
        this.expect = expect;
        this.reply = reply;
        this.earlier = earlier;
    }

    /**
     * Checks one turn.
     *
     * @param catalog the records by id
     * @param language the dialogue's language
     * @param expect the turn's expectations
     * @param reply the reply as the wire has it, or null when there is none
     * @param replies the replies to earlier turns by their index
     */
    static List<Checked> check(
            Map<String, JsonNode> catalog,
            String language,
            JsonNode expect,
            @Nullable JsonNode reply,
            Map<Integer, JsonNode> replies) {
        if (reply == null) {
            List<Checked> failed = new ArrayList<>();
            expect.fieldNames().forEachRemaining(key -> failed.add(new Checked(key, false, "no reply")));
            failed.add(new Checked("grounded", false, "no reply"));
            return failed;
        }
        ReplyView view = ReplyView.of(reply, catalog);
        ReplyCheck check = new ReplyCheck(language, expect, view, new EarlierReplies(replies, catalog));
        check.add("grounded", Grounding.problems(view, catalog));
        if (expect.path("min_cards").asInt(0) >= 1 && !expect.has("not_covered")) {
            check.add(
                    "covered",
                    !ReplyView.something(check.constraint("notCovered")),
                    () -> "notCovered is " + check.constraint("notCovered") + " though it is sold");
        }
        expect.properties().forEach(entry -> check.expectation(entry.getKey(), entry.getValue()));
        return check.checked;
    }

    private void expectation(String key, JsonNode wanted) {
        int cards = reply.cards().size();
        switch (key) {
            case "intent" -> {
                JsonNode intent = reply.json().path("intent");
                add(key, holds(wanted, intent), () -> "intent " + intent + ", allowed " + wanted);
            }
            case "min_cards" ->
                add(key, cards >= wanted.asInt(), () -> cards + " cards, at least " + wanted + " wanted");
            case "max_cards" ->
                add(key, cards <= wanted.asInt(), () -> cards + " cards, at most " + wanted + " wanted");
            case "every_card" ->
                add(
                        key,
                        reply.products().stream()
                                .filter(p -> !Predicate.allHold(p, wanted))
                                .map(p -> "breaks " + broken(p, wanted) + ": " + shown(p))
                                .findFirst()
                                .orElse(""));
            case "no_card" -> add(key, forbidden(wanted));
            case "some_card" ->
                add(
                        key,
                        reply.products().stream().anyMatch(p -> Predicate.allHold(p, wanted)),
                        () -> "no card with " + wanted);
            case "or_shown" -> {
                // Only softens first_card_id.
            }
            case "first_card_id" -> firstCard(key, wanted);
            case "card_ids_exactly" -> exactly(key, wanted);
            case "answer_number" -> number(key, wanted);
            case "set_aside" -> {
                JsonNode given = constraint("setAside");
                add(
                        key,
                        ReplyView.something(given) == ReplyView.something(wanted),
                        () -> "constraints.setAside is " + given);
            }
            case "not_covered" -> notCovered(key, wanted);
            case "follow_up" ->
                add(
                        key,
                        ReplyView.something(reply.json().path("followUp")) == ReplyView.something(wanted),
                        () -> "followUp " + (ReplyView.something(wanted) ? "missing" : "not wanted"));
            case "page_action" -> pageAction(key, wanted);
            case "must_not_say" ->
                add(
                        key,
                        strings(wanted).stream()
                                .filter(this::says)
                                .map(s -> "says \"" + s + "\"")
                                .findFirst()
                                .orElse(""));
            case "must_say_any" ->
                add(key, strings(wanted).stream().anyMatch(this::says), () -> "says none of " + wanted);
            case "if_card_then_say" -> caution(key, wanted);
            case "same_as_card" -> {
                int turn = wanted.path("turn").asInt();
                add(key, earlier.sameAsCard(turn, wanted.path("rank").asInt(), reply));
            }
            case "no_repeat_of_turn" -> add(key, earlier.repeats(wanted, expect.get("every_card"), reply));
            case "relative" -> add(key, earlier.relative(wanted, expect.path("every_card"), reply));
            default -> add(key, "unknown expectation");
        }
    }

    private String forbidden(JsonNode predicates) {
        for (JsonNode product : reply.products()) {
            for (JsonNode predicate : predicates) {
                if (Predicate.holds(product, predicate)) {
                    return "forbidden " + predicate + ": " + shown(product);
                }
            }
        }
        return "";
    }

    private void firstCard(String key, JsonNode wanted) {
        String first = reply.firstId();
        boolean allowed = first != null && strings(wanted).contains(first);
        JsonNode shown = expect.get("or_shown");
        boolean met = allowed || first != null && shown != null && earlier.extremeOfShown(first, shown);
        add(
                key,
                met,
                () -> "first card " + first + ", allowed "
                        + strings(wanted).stream().limit(5).toList());
    }

    private void exactly(String key, JsonNode wanted) {
        Set<@Nullable String> given = new HashSet<>(reply.ids());
        if (given.isEmpty()) {
            given.addAll(strings(reply.json().path("comparison").path("productIds")));
        }
        add(key, given.equals(new HashSet<>(strings(wanted))), () -> "cards " + given + ", wanted " + wanted);
    }

    private void number(String key, JsonNode wanted) {
        List<JsonNode> accepted = new ArrayList<>();
        if (wanted.isArray()) {
            wanted.forEach(accepted::add);
        } else {
            accepted.add(wanted);
        }
        String text = reply.json().path("text").asText("");
        add(
                key,
                accepted.stream()
                        .anyMatch(n -> SpokenText.saysNumber(
                                text,
                                java.util.Objects.requireNonNull(Predicate.number(n))
                                        .doubleValue(),
                                language)),
                () -> "text does not state " + wanted);
    }

    private void notCovered(String key, JsonNode wanted) {
        JsonNode given = constraint("notCovered");
        boolean met = ReplyView.something(given) == ReplyView.something(wanted);
        boolean bounded = BOUNDS_CARDS.stream().anyMatch(expect::has);
        int cards = reply.cards().size();
        if (met && ReplyView.something(wanted) && cards > 0 && !bounded) {
            add(key, "said not covered but showed " + cards + " cards");
        } else {
            add(key, met, () -> "constraints.notCovered is " + given);
        }
    }

    private void pageAction(String key, JsonNode wanted) {
        JsonNode shape = wanted.isArray() ? wanted.path(0) : wanted;
        JsonNode type = shape.isObject() ? shape.path("type") : shape;
        boolean met = false;
        for (JsonNode action : reply.json().path("pageActions")) {
            boolean fits = action.path("type").equals(type);
            for (String part : List.of("place", "id")) {
                fits &= !shape.isObject()
                        || !shape.has(part)
                        || action.path("target").path(part).equals(shape.get(part));
            }
            met |= fits;
        }
        add(key, met, () -> "pageActions " + reply.json().path("pageActions") + ", wanted " + wanted);
    }

    private void caution(String key, JsonNode wanted) {
        List<JsonNode> matching = reply.products().stream()
                .filter(p -> Predicate.allHold(p, wanted.path("card")))
                .toList();
        boolean met =
                matching.isEmpty() || strings(wanted.path("say_any")).stream().anyMatch(this::says);
        add(key, met, () -> "shows " + shown(matching.getFirst()) + " without saying any of " + wanted.path("say_any"));
    }

    private boolean says(String wanted) {
        return SpokenText.says(SpokenText.of(reply.json()), wanted);
    }

    private JsonNode constraint(String name) {
        return reply.json().path("constraints").path(name);
    }

    private void add(String key, boolean met, java.util.function.Supplier<String> why) {
        checked.add(new Checked(key, met, met ? "" : why.get()));
    }

    private void add(String key, String problem) {
        checked.add(new Checked(key, problem.isEmpty(), problem));
    }

    private static String broken(JsonNode product, JsonNode predicates) {
        List<String> broken = new ArrayList<>();
        predicates.forEach(p -> {
            if (!Predicate.holds(product, p)) {
                broken.add(p.toString());
            }
        });
        return String.join(", ", broken);
    }

    static String shown(JsonNode product) {
        String title = product.path("title").asText();
        return product.path("id").asText() + " \""
                + title.codePoints().limit(40).mapToObj(Character::toString).collect(Collectors.joining()) + "\"";
    }

    private static boolean holds(JsonNode list, JsonNode value) {
        for (JsonNode one : list) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        list.forEach(one -> strings.add(one.asText()));
        return strings;
    }
}
