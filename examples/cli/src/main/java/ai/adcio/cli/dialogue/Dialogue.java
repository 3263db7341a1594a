package ai.adcio.cli.dialogue;

import ai.adcio.AdcioException;
import ai.adcio.cli.JsonFiles;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A dialogue with expectations.
 *
 * @param id its id
 * @param language its language's tag
 * @param catalog the name of the catalogue that it is about
 * @param tags what it tries, the main thing first
 * @param turns the shopper's turns in order
 */
record Dialogue(String id, String language, String catalog, List<String> tags, List<Turn> turns) {
    /** Copies the lists. */
    Dialogue {
        tags = List.copyOf(tags);
        turns = List.copyOf(turns);
    }

    /**
     * One turn.
     *
     * @param user the shopper's words
     * @param page the page as the wire has it; missing when there is none
     * @param expect the expectations, an object
     */
    record Turn(String user, JsonNode page, JsonNode expect) {}

    /**
     * Reads dialogues, one a line.
     *
     * @throws AdcioException when the file is no such file; the message names the dialogue
     */
    static List<Dialogue> read(Path file) {
        List<Dialogue> dialogues = new ArrayList<>();
        JsonFiles.forEach(file, json -> dialogues.add(of(file, json)));
        if (dialogues.isEmpty()) {
            throw new AdcioException(file + " holds no dialogue; give one JSON object a line");
        }
        return dialogues;
    }

    private static Dialogue of(Path file, JsonNode json) {
        String id = text(file, json, "id", "");
        List<Turn> turns = new ArrayList<>();
        for (JsonNode turn : json.path("turns")) {
            JsonNode expect = turn.path("expect");
            turns.add(new Turn(
                    text(file, turn, "user", id),
                    turn.path("page"),
                    expect.isObject() ? expect : JsonFiles.MAPPER.createObjectNode()));
        }
        return new Dialogue(
                id,
                text(file, json, "language", id),
                text(file, json, "catalog", id),
                ReplyCheck.strings(json.path("tags")),
                turns);
    }

    private static String text(Path file, JsonNode json, String name, String dialogue) {
        JsonNode value = json.path(name);
        if (!value.isTextual()) {
            throw new AdcioException(file + ": " + name + (dialogue.isEmpty() ? "" : " in dialogue " + dialogue)
                    + (value.isMissingNode() ? " is missing" : " is " + value) + "; write a string");
        }
        return value.textValue();
    }
}
