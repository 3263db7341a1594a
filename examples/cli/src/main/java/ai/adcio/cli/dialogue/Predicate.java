package ai.adcio.cli.dialogue;

import ai.adcio.AdcioException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition {@code {"field", "op", "value"}}, {@code {"any": [..]}} or {@code {"all": [..]}} on the record of a
 * product. A missing field makes every operator false, except {@code ne}.
 */
final class Predicate {
    private static final double TOLERANCE = 1e-9;
    // Colours and short words are whole words, so that "red" is not in "Multicolored"; a plural is allowed.
    private static final int SHORT_WORD = 4;
    private static final String WORD_END = "(?:e?s)?(?![a-z0-9])";

    private Predicate() {}

    static boolean allHold(JsonNode product, JsonNode predicates) {
        for (JsonNode predicate : predicates) {
            if (!holds(product, predicate)) {
                return false;
            }
        }
        return true;
    }

    static boolean holds(JsonNode product, JsonNode predicate) {
        if (predicate.has("any")) {
            for (JsonNode one : predicate.get("any")) {
                if (holds(product, one)) {
                    return true;
                }
            }
            return false;
        }
        if (predicate.has("all")) {
            return allHold(product, predicate.get("all"));
        }
        JsonNode wanted = predicate.path("value");
        return holds(
                product, predicate.path("field").asText(), predicate.path("op").asText(), wanted);
    }

    static boolean holds(JsonNode product, String field, String op, JsonNode wanted) {
        JsonNode value = field(product, field);
        if (value == null
                || value.isArray() && value.isEmpty()
                || value.isTextual() && value.textValue().isEmpty()) {
            return op.equals("ne");
        }
        return switch (op) {
            case "lt", "le", "gt", "ge" -> compares(value, op, wanted);
            case "eq" -> {
                List<JsonNode> given = elements(value);
                yield given.size() == 1 && same(given.getFirst(), wanted);
            }
            case "ne" -> elements(value).stream().noneMatch(v -> same(v, wanted));
            case "in" -> elements(value).stream().anyMatch(v -> isAmong(v, wanted));
            case "contains" -> contains(field, value, wanted);
            default -> throw new AdcioException("unknown op " + op + " in an expectation");
        };
    }

    /** A field of a record as it is written, money as a number; null when the record has none. */
    static @Nullable JsonNode field(JsonNode product, String name) {
        JsonNode value = switch (name) {
            case "price", "listPrice" -> {
                JsonNode money = product.path(name);
                yield money.isObject() ? number(money.get("amount")) : money;
            }
            case "rating" -> product.path("rating").path("value");
            case "ratingCount" -> product.path("rating").path("count");
            default -> {
                JsonNode inner = product;
                for (String part : name.split("\\.")) {
                    inner = inner.path(part);
                }
                yield inner;
            }
        };
        return value == null || value.isMissingNode() || value.isNull() ? null : value;
    }

    /** A value as a number, also when it is written as text; null when it is none. */
    static @Nullable JsonNode number(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (value.isNumber()) {
            return DoubleNode.valueOf(value.doubleValue());
        }
        if (!value.isTextual()) {
            return null;
        }
        try {
            return DoubleNode.valueOf(Double.parseDouble(value.textValue().strip()));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean compares(JsonNode value, String op, JsonNode wanted) {
        JsonNode left = number(value);
        JsonNode right = number(wanted);
        if (left == null || right == null) {
            return false;
        }
        double a = left.doubleValue();
        double b = right.doubleValue();
        return switch (op) {
            case "lt" -> a < b;
            case "le" -> a <= b + TOLERANCE;
            case "gt" -> a > b;
            default -> a >= b - TOLERANCE;
        };
    }

    private static boolean contains(String field, JsonNode value, JsonNode wanted) {
        String word = PlainText.folded(PlainText.of(wanted));
        List<String> given =
                elements(value).stream().map(v -> PlainText.of(lowered(v))).toList();
        if (!PlainText.startsLatin(word)) {
            return given.stream().anyMatch(v -> v.contains(word));
        }
        boolean whole = word.indexOf(' ') < 0
                && (word.codePointCount(0, word.length()) <= SHORT_WORD || field.equals("attributes.color"));
        Pattern pattern = Pattern.compile("(?<![a-z0-9])" + Pattern.quote(word) + (whole ? WORD_END : ""));
        return given.stream().anyMatch(v -> pattern.matcher(v).find());
    }

    /** A text stands for the list of its characters, as it does in the reference scorer. */
    private static boolean isAmong(JsonNode value, JsonNode wanted) {
        if (wanted.isTextual()) {
            return wanted.textValue()
                    .codePoints()
                    .mapToObj(Character::toString)
                    .anyMatch(c -> same(value, com.fasterxml.jackson.databind.node.TextNode.valueOf(c)));
        }
        for (JsonNode one : wanted) {
            if (same(value, one)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.doubleValue() == b.doubleValue();
        }
        return lowered(a).equals(lowered(b));
    }

    private static JsonNode lowered(JsonNode value) {
        return value.isTextual()
                ? com.fasterxml.jackson.databind.node.TextNode.valueOf(PlainText.folded(value.textValue()))
                : value;
    }

    private static List<JsonNode> elements(JsonNode value) {
        if (!value.isArray()) {
            return List.of(value);
        }
        List<JsonNode> elements = new ArrayList<>(value.size());
        value.forEach(elements::add);
        return elements;
    }
}
