package ai.adcio.benchmarks;

import ai.adcio.AdcioException;
import ai.adcio.conversation.PageContext;
import ai.adcio.conversation.UserTurn;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What shoppers say about a catalogue: the turns of each conversation one after another, in their order. */
final class Talks {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a query is followed by, so that turns with something gathered and shown are read too. */
    private static final List<String> FOLLOW_UPS = List.of(
            "under $200 please", "something cheaper", "tell me more about the second one", "compare the first two");

    private Talks() {}

    /**
     * The turns of the dialogues about a catalogue. One that no dialogue is about is asked its queries, each in a
     * conversation of its own that goes on with the same few refinements, and then what is said in the English
     * dialogues about others.
     *
     * @param dialogues a dialogue a line
     * @throws AdcioException when a file cannot be read or nothing is said
     */
    static List<UserTurn> about(String catalog, Path dialogues, DataFolder data) {
        List<JsonNode> all = read(dialogues);
        List<UserTurn> turns = new ArrayList<>(
                turns(all, dialogue -> dialogue.path("catalog").asText().equals(catalog)));
        if (turns.isEmpty()) {
            if (Files.isRegularFile(data.queries(catalog))) {
                turns.addAll(queries(data.queries(catalog)));
            }
            turns.addAll(
                    turns(all, dialogue -> dialogue.path("language").asText().equals("en")));
        }
        if (turns.isEmpty()) {
            throw new AdcioException("nothing is said about catalogue " + catalog + " in " + dialogues
                    + "; name dialogues about it, or in English");
        }
        return List.copyOf(turns);
    }

    private static List<JsonNode> read(Path file) {
        List<JsonNode> dialogues = new ArrayList<>();
        for (String line : lines(file)) {
            try {
                dialogues.add(JSON.readTree(line));
            } catch (JsonProcessingException e) {
                throw new AdcioException(file + " has a line that is no JSON: " + e.getOriginalMessage(), e);
            }
        }
        return dialogues;
    }

    private static List<UserTurn> turns(List<JsonNode> dialogues, Predicate<JsonNode> wanted) {
        List<UserTurn> turns = new ArrayList<>();
        for (JsonNode dialogue : dialogues) {
            if (wanted.test(dialogue)) {
                for (JsonNode turn : dialogue.path("turns")) {
                    turns.add(UserTurn.of(
                                    dialogue.path("id").asText(),
                                    turn.path("user").asText())
                            .on(page(turn.path("page"))));
                }
            }
        }
        return turns;
    }

    private static List<UserTurn> queries(Path file) {
        List<UserTurn> turns = new ArrayList<>();
        for (String line : lines(file)) {
            String[] parts = line.split("\t", 2);
            if (parts.length < 2) {
                throw new AdcioException(file + " has a line without a tab; write a query id, a tab and the query");
            }
            turns.add(UserTurn.of(parts[0], parts[1]));
            FOLLOW_UPS.forEach(text -> turns.add(UserTurn.of(parts[0], text)));
        }
        return turns;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new AdcioException("cannot read " + file + "; is ADCIO_DATA the folder of the data?", e);
        }
    }

    private static PageContext page(JsonNode page) {
        return new PageContext(
                text(page, "path"),
                text(page, "title"),
                text(page, "productId"),
                texts(page, "visibleProductIds"),
                text(page, "query"),
                texts(page, "filters"),
                texts(page, "cartProductIds"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).textValue();
    }

    private static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
