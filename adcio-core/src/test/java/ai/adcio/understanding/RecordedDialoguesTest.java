package ai.adcio.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.adcio.catalog.Constraint;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.Exchange;
import ai.adcio.conversation.UserTurn;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Plays dialogues that were not written for the small shops: whatever is said, no bound may get lost on the way. */
class RecordedDialoguesTest {
    @Test
    void losesNoBoundOfAnExpectedTurn() throws IOException {
        String folder = System.getProperty("adcio.data", System.getenv().getOrDefault("ADCIO_DATA", ""));
        Path dialogues = Path.of(folder, "dialogues", "dialogues.jsonl");
        assumeTrue(
                !folder.isEmpty() && Files.exists(dialogues),
                "set ADCIO_DATA to the folder that holds dialogues/dialogues.jsonl to run this test");
        ObjectMapper json = new ObjectMapper();
        DeterministicInterpreter interpreter = DeterministicInterpreter.create();
        List<String> lost = new ArrayList<>();
        for (String line : Files.readAllLines(dialogues)) {
            JsonNode dialogue = json.readTree(line);
            var shop = dialogue.path("language").asText().equals("ko") ? SmallShops.korean() : SmallShops.english();
            Conversation conversation = Conversation.start("c");
            for (JsonNode turn : dialogue.path("turns")) {
                String text = turn.path("user").asText();
                Interpretation meaning = interpreter.interpret(UserTurn.of("c", text), conversation, shop);
                if (text.matches(".*\\d.*")
                        && text.matches(".*(원|\\$|bucks|dollars).*")
                        && turn.path("expect").path("every_card").toString().contains("\"price\"")
                        && turn.path("page").isMissingNode()
                        && meaning.need().constraints().stream().noneMatch(RecordedDialoguesTest::boundsPrice)) {
                    lost.add(dialogue.path("id").asText() + ": " + text);
                }
                List<Exchange> history = new ArrayList<>(conversation.history());
                history.add(new Exchange(
                        conversation.turns() + 1, text, meaning.intent(), meaning.language(), meaning.need()));
                conversation = new Conversation(
                        "c",
                        0,
                        conversation.turns() + 1,
                        meaning.language(),
                        meaning.need(),
                        List.of(),
                        history,
                        List.of(),
                        null,
                        List.of(),
                        Map.of());
            }
        }
        assertThat(lost).isEmpty();
    }

    private static boolean boundsPrice(Constraint constraint) {
        return constraint instanceof Constraint.Range range && range.field().equals("price");
    }
}
