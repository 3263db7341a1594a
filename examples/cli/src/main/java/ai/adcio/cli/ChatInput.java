package ai.adcio.cli;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import ai.adcio.conversation.PageContext;
import ai.adcio.conversation.UserTurn;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of {@code chat --json}: plain text, or an object with text, conversation, language and page. */
public final class ChatInput {
    /** The conversation of lines that name none. */
    public static final String ONE_CONVERSATION = "cli";

    private ChatInput() {}

    /**
     * Reads a line.
     *
     * @param language the language to answer in unless the line says otherwise, or null
     * @throws AdcioException when a line that starts with a brace is no such object
     */
    public static UserTurn parse(String line, @Nullable Language language) {
        if (!line.stripLeading().startsWith("{")) {
            return new UserTurn(ONE_CONVERSATION, line, language, PageContext.EMPTY);
        }
        JsonNode root;
        try {
            root = JsonFiles.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AdcioException("the line is not JSON: " + OneLine.of(e), e);
        }
        JsonNode text = root.get("text");
        if (text == null || !text.isTextual()) {
            throw new AdcioException(
                    "text is " + (text == null ? "missing" : "not a string") + "; write {\"text\":\"...\"}");
        }
        String conversation = string(root, "conversation");
        String tag = string(root, "language");
        return new UserTurn(
                conversation == null || conversation.isBlank() ? ONE_CONVERSATION : conversation,
                text.textValue(),
                tag == null ? language : new Language(tag),
                page(root.get("page")));
    }

    /** Reads a page as the shop sends it; nothing of it is required. */
    public static PageContext page(@Nullable JsonNode page) {
        if (page == null || page.isNull()) {
            return PageContext.EMPTY;
        }
        if (!page.isObject()) {
            throw new AdcioException("page is not an object; write {\"productId\":\"...\"} or leave it out");
        }
        return new PageContext(
                string(page, "path"),
                string(page, "title"),
                string(page, "productId"),
                strings(page, "visibleProductIds"),
                string(page, "query"),
                strings(page, "filters"),
                strings(page, "cartProductIds"));
    }

    private static @Nullable String string(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new AdcioException(name + " is " + value + "; write a string");
        }
        return value.textValue();
    }

    private static List<String> strings(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new AdcioException(name + " is not a list; write [\"...\"]");
        }
        List<String> strings = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isTextual()) {
                throw new AdcioException(name + " holds " + element + "; write strings only");
            }
            strings.add(element.textValue());
        }
        return strings;
    }
}
