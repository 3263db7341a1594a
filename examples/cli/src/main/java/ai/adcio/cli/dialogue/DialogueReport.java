package ai.adcio.cli.dialogue;

import ai.adcio.cli.JsonFiles;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/** The score of a set of dialogues, for people and for machines. */
final class DialogueReport {
    private static final int WORDS_SHOWN = 60;

    private DialogueReport() {}

    static String text(DialogueScore score, int failuresShown) {
        StringBuilder text = new StringBuilder();
        section(text, "expectations, by type", score.byExpectation());
        section(text, "turns all right, by tag", score.byTag());
        section(text, "turns all right, by language", score.byLanguage());
        section(text, "dialogues all right, by language", score.dialoguesByLanguage());
        line(text, "turns all right", score.turns());
        line(text, "dialogues all right", score.dialogues());
        text.append("failures: ").append(score.failures().size()).append('\n');
        score.failures().stream()
                .limit(failuresShown)
                .forEach(f -> text.append(String.format(
                        Locale.ROOT,
                        "  %s turn %d [%s] %s  <- %s%n",
                        f.dialogue(),
                        f.turn(),
                        f.expectation(),
                        f.why(),
                        shortened(f.user()))));
        return text.toString();
    }

    private static String shortened(String words) {
        String line = words.replace('\n', ' ');
        return line.length() <= WORDS_SHOWN ? line : line.substring(0, WORDS_SHOWN) + "...";
    }

    private static void section(StringBuilder text, String title, Map<String, Tally> tallies) {
        text.append(title).append('\n');
        tallies.forEach((name, tally) -> line(text.append("  "), name, tally));
    }

    private static void line(StringBuilder text, String name, Tally tally) {
        text.append(String.format(Locale.ROOT, "%-22s %s%n", name, tally));
    }

    static ObjectNode json(DialogueScore score) {
        ObjectNode root = JsonFiles.MAPPER.createObjectNode();
        put(root, "turns", score.turns());
        put(root, "dialogues", score.dialogues());
        put(root, "expectations", score.byExpectation());
        put(root, "tags", score.byTag());
        put(root, "languages", score.byLanguage());
        put(root, "dialoguesByLanguage", score.dialoguesByLanguage());
        ArrayNode failures = root.putArray("failures");
        for (DialogueScore.Failure failure : score.failures()) {
            failures.addObject()
                    .put("dialogue", failure.dialogue())
                    .put("turn", failure.turn())
                    .put("expectation", failure.expectation())
                    .put("why", failure.why())
                    .put("user", failure.user());
        }
        return root;
    }

    private static void put(ObjectNode root, String name, Map<String, Tally> tallies) {
        ObjectNode node = root.putObject(name);
        tallies.forEach((key, tally) -> put(node, key, tally));
    }

    private static void put(ObjectNode root, String name, Tally tally) {
        root.putObject(name).put("right", tally.right()).put("all", tally.all());
    }
}
