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

    static String text(DialogueScore score, Calibration calibration, int failuresShown) {
        StringBuilder text = new StringBuilder();
        section(text, "expectations, by type", score.byExpectation());
        section(text, "turns all right, by tag", score.byTag());
        section(text, "turns all right, by language", score.byLanguage());
        section(text, "dialogues all right, by language", score.dialoguesByLanguage());
        line(text, "turns all right", score.turns());
        line(text, "dialogues all right", score.dialogues());
        calibration(text, calibration);
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

    private static void calibration(StringBuilder text, Calibration calibration) {
        text.append("confidence that the turn is understood\n");
        text.append("  from  to    turns  mean   turns all right\n");
        for (Calibration.Bin bin : calibration.bins()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %.2f  %.2f  %5d  %.3f  %.3f%n",
                    bin.from(),
                    bin.to(),
                    bin.turns(),
                    bin.confidence(),
                    bin.right()));
        }
        text.append(String.format(
                Locale.ROOT,
                "  expected calibration error %.3f, Brier score %.3f, AUC %.3f%n",
                calibration.error(),
                calibration.brier(),
                calibration.auc()));
        text.append("  below  of all turns  of the wrong ones  right among the rest\n");
        for (Calibration.Cut cut : calibration.cuts()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %.2f   %11.1f%%  %16.1f%%  %19.1f%%%n",
                    cut.below(),
                    100 * cut.turns(),
                    100 * cut.wrong(),
                    100 * cut.rightAbove()));
        }
    }

    static ObjectNode json(DialogueScore score, Calibration calibration) {
        ObjectNode root = JsonFiles.MAPPER.createObjectNode();
        put(root, "turns", score.turns());
        put(root, "dialogues", score.dialogues());
        put(root, "expectations", score.byExpectation());
        put(root, "tags", score.byTag());
        put(root, "languages", score.byLanguage());
        put(root, "dialoguesByLanguage", score.dialoguesByLanguage());
        put(root.putObject("confidence"), calibration);
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

    private static void put(ObjectNode node, Calibration calibration) {
        ArrayNode bins = node.putArray("bins");
        for (Calibration.Bin bin : calibration.bins()) {
            bins.addObject()
                    .put("from", bin.from())
                    .put("to", bin.to())
                    .put("turns", bin.turns())
                    .put("confidence", bin.confidence())
                    .put("right", bin.right());
        }
        node.put("error", calibration.error()).put("brier", calibration.brier());
        node.put("auc", calibration.auc());
        ArrayNode cuts = node.putArray("cuts");
        for (Calibration.Cut cut : calibration.cuts()) {
            cuts.addObject()
                    .put("below", cut.below())
                    .put("turns", cut.turns())
                    .put("wrong", cut.wrong())
                    .put("rightAbove", cut.rightAbove());
        }
    }
}
