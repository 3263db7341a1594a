package ai.adcio.cli.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.adcio.cli.JsonFiles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds our scorer against the reference scorer, on replies that are right, wrong and strange in many ways. */
class ReferenceScorerTest {
    private static final String HOW =
            "set ADCIO_DATA to the data folder, and have python3, to compare with the reference";
    private static final long SEED = 7;
    private static final int ROUNDS = 3;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void agreesOnEveryExpectationOfEveryTurn() throws IOException, InterruptedException {
        String data = System.getProperty("adcio.data", System.getenv("ADCIO_DATA"));
        assumeTrue(data != null && hasPython(), HOW);
        Path root = Path.of(String.valueOf(data));
        Path file = root.resolve("dialogues/dialogues.jsonl");
        List<Dialogue> dialogues = Dialogue.read(file);
        CatalogFolder catalogs = new CatalogFolder(root.resolve("catalogs"));
        Map<String, Map<String, JsonNode>> records = new HashMap<>();
        dialogues.forEach(d -> records.computeIfAbsent(d.catalog(), catalogs::records));

        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED + round);
            Path replies = folder.resolve("replies.jsonl");
            DialogueScore ours = new DialogueScore();
            List<String> lines = new ArrayList<>();
            for (Dialogue dialogue : dialogues) {
                Map<String, JsonNode> catalog = records.getOrDefault(dialogue.catalog(), Map.of());
                List<JsonNode> given = new MadeUpReplies(catalog, random).to(dialogue);
                ours.add(dialogue, catalog, i -> given.get(i).isNull() ? null : given.get(i));
                for (int i = 0; i < given.size(); i++) {
                    if (!given.get(i).isNull()) {
                        lines.add(JsonFiles.MAPPER
                                .createObjectNode()
                                .put("dialogue", dialogue.id())
                                .put("turn", i)
                                .set("reply", given.get(i))
                                .toString());
                    }
                }
            }
            Files.write(replies, lines);
            List<String> theirs = reference(root, file, replies);

            assertThat(ours.turns().right())
                    .isPositive()
                    .isLessThan(ours.turns().all());
            assertThat(failures(ours)).isEqualTo(failures(theirs));
            assertThat(theirs)
                    .anyMatch(l -> l.startsWith("turns all right ")
                            && l.contains(
                                    ours.turns().right() + "/" + ours.turns().all()))
                    .anyMatch(l -> l.startsWith("dialogues all right ")
                            && l.contains(ours.dialogues().right() + "/"
                                    + ours.dialogues().all()));
        }
    }

    private static TreeSet<String> failures(DialogueScore score) {
        TreeSet<String> failures = new TreeSet<>();
        score.failures().forEach(f -> failures.add(f.dialogue() + " turn " + f.turn() + " [" + f.expectation() + "]"));
        return failures;
    }

    private static TreeSet<String> failures(List<String> lines) {
        TreeSet<String> failures = new TreeSet<>();
        lines.stream()
                .filter(l -> l.matches("  \\S+ turn \\d+ \\[\\w+].*"))
                .forEach(l -> failures.add(l.substring(2, l.indexOf(']') + 1)));
        return failures;
    }

    private List<String> reference(Path root, Path dialogues, Path replies) throws IOException, InterruptedException {
        Path out = folder.resolve("reference.txt");
        ProcessBuilder builder = new ProcessBuilder(
                "python3",
                root.resolve("dialogues/score.py").toString(),
                dialogues.toString(),
                replies.toString(),
                "--catalogs",
                root.resolve("catalogs").toString(),
                "--failures",
                "all");
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        int code = builder.redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        List<String> lines = Files.readAllLines(out);
        assertThat(code).as(String.join("\n", lines)).isZero();
        return lines;
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Replies that try to be right, and then are spoilt here and there. */
    private record MadeUpReplies(Map<String, JsonNode> catalog, Random random) {
        private static final List<String> WORDS = List.of(
                "", "We have 3.", "two", "총 29,000원", "2만 9천원", "의사와 상담", "$19.99", "없어요", "none", "ßTRASSE", "blood");

        List<JsonNode> to(Dialogue dialogue) {
            List<JsonNode> replies = new ArrayList<>();
            for (Dialogue.Turn turn : dialogue.turns()) {
                replies.add(random.nextInt(25) == 0 ? JsonFiles.MAPPER.nullNode() : reply(turn.expect(), replies));
            }
            return replies;
        }

        private JsonNode reply(JsonNode expect, List<JsonNode> earlier) {
            ObjectNode reply = JsonFiles.MAPPER.createObjectNode();
            reply.set("intent", chance(9) ? expect.path("intent").path(0) : reply.textNode("search"));
            StringBuilder text = new StringBuilder(WORDS.get(random.nextInt(WORDS.size())));
            JsonNode number = expect.path("answer_number");
            text.append(' ').append(number.isArray() ? number.path(0).asText() : number.asText());
            text.append(' ').append(expect.path("must_say_any").path(0).asText());
            if (random.nextInt(10) == 0) {
                text.append(' ').append(expect.path("must_not_say").path(0).asText());
            }
            reply.put("text", text.toString());
            cards(reply.putArray("cards"), expect, earlier);
            ObjectNode constraints = reply.putObject("constraints");
            list(constraints.putArray("setAside"), expect.path("set_aside").asBoolean());
            list(constraints.putArray("notCovered"), expect.path("not_covered").asBoolean());
            if (expect.path("follow_up").asBoolean() == chance(9)) {
                reply.putObject("followUp").put("question", WORDS.get(random.nextInt(WORDS.size())));
            }
            JsonNode action = expect.path("page_action");
            if (!action.isMissingNode() && chance(8)) {
                ObjectNode made = reply.putArray("pageActions").addObject();
                made.put("type", action.isObject() ? action.path("type").asText() : action.asText());
                made.set("target", action.isObject() ? action : made.objectNode());
            }
            return reply;
        }

        private void cards(ArrayNode cards, JsonNode expect, List<JsonNode> earlier) {
            List<JsonNode> chosen = new ArrayList<>();
            for (String key : List.of("first_card_id", "card_ids_exactly")) {
                expect.path(key).forEach(id -> {
                    if (catalog.containsKey(id.asText()) && (key.startsWith("card") || chosen.isEmpty())) {
                        chosen.add(catalog.get(id.asText()));
                    }
                });
            }
            if (expect.has("same_as_card")) {
                int turn = expect.path("same_as_card").path("turn").asInt();
                JsonNode shown = turn < earlier.size() ? earlier.get(turn).path("cards") : cards;
                int rank = expect.path("same_as_card").path("rank").asInt();
                JsonNode card = shown.path(rank > 0 ? rank - 1 : shown.size() + rank);
                if (catalog.containsKey(card.path("product").path("id").asText())) {
                    chosen.add(catalog.get(card.path("product").path("id").asText()));
                }
            }
            int wanted = expect.has("min_cards") ? 1 + random.nextInt(4) : random.nextInt(8) == 0 ? 1 : 0;
            catalog.values().stream()
                    .filter(p -> Predicate.allHold(p, expect.path("every_card")))
                    .skip(random.nextInt(3))
                    .limit(Math.max(0, wanted - chosen.size()))
                    .forEach(chosen::add);
            if (random.nextInt(12) == 0) {
                catalog.values().stream()
                        .skip(random.nextInt(catalog.size()))
                        .limit(1)
                        .forEach(chosen::add);
            }
            for (JsonNode product : chosen) {
                ObjectNode card = cards.addObject();
                ObjectNode shown = card.putObject("product");
                shown.put(
                        "id",
                        random.nextInt(60) == 0 ? "none" : product.path("id").asText());
                shown.put("title", product.path("title").asText() + (random.nextInt(60) == 0 ? "!" : ""));
                if (product.has("price")) {
                    shown.set("price", random.nextInt(60) == 0 ? shown.textNode("1") : product.get("price"));
                }
                card.putObject("reason").put("text", WORDS.get(random.nextInt(WORDS.size())));
            }
        }

        private void list(ArrayNode list, boolean wanted) {
            if (wanted == chance(12)) {
                list.addObject().put("text", "x");
            }
        }

        /** True all but once in so many times. */
        private boolean chance(int in) {
            return random.nextInt(in) != 0;
        }
    }
}
