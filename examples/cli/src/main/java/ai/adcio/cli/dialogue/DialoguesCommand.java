package ai.adcio.cli.dialogue;

import ai.adcio.AdcioException;
import ai.adcio.agent.ShoppingAgent;
import ai.adcio.cli.ChatInput;
import ai.adcio.cli.JsonFiles;
import ai.adcio.cli.OneLine;
import ai.adcio.cli.ProgressLine;
import ai.adcio.cli.Shop;
import ai.adcio.cli.ShopOpener;
import ai.adcio.cli.ShopSettings;
import ai.adcio.conversation.UserTurn;
import ai.adcio.reply.ReplyEvent;
import ai.adcio.reply.ReplyFold;
import ai.adcio.reply.ReplyJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays dialogues with the clerk and holds its replies against what each turn expects. */
@Command(
        name = "dialogues",
        description =
                "Play dialogues and score the replies by expectation, tag and language, and the clerk's confidence.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  adcio eval dialogues --catalogs data/catalogs --dialogues d.jsonl --replies r.jsonl")
public final class DialoguesCommand implements Callable<Integer> {
    private static final int FAILURES_SHOWN = 50;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--catalogs",
            paramLabel = "DIR",
            required = true,
            description = "The folder with the catalogues that the dialogues name, as JSON Lines, plain or gzip.")
    private @Nullable Path catalogs;

    @Option(names = "--dialogues", paramLabel = "FILE", required = true, description = "The dialogues, one a line.")
    private @Nullable Path dialogues;

    @Mixin
    private ShopSettings settings = new ShopSettings();

    @Option(
            names = "--replies",
            paramLabel = "FILE",
            description = "Write {\"dialogue\":id,\"turn\":index,\"confidence\":0..1,\"reply\":AgentReply} a line.")
    private @Nullable Path replyFile;

    @Option(
            names = "--failures",
            paramLabel = "N|all",
            description = "How many failures to list (default: " + FAILURES_SHOWN + ").")
    private @Nullable String failures;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        CommandSpec own = Objects.requireNonNull(spec);
        PrintWriter out = own.commandLine().getOut();
        int shown = failuresShown(own);
        CatalogFolder folder = new CatalogFolder(Objects.requireNonNull(catalogs));
        List<Dialogue> all = Dialogue.read(Objects.requireNonNull(dialogues));
        DialogueScore score = new DialogueScore();
        Calibration calibration = new Calibration();
        Map<String, List<Given>> replies = play(all, folder, own.commandLine().getErr());
        Map<String, Map<String, JsonNode>> records = new LinkedHashMap<>();
        for (Dialogue dialogue : all) {
            List<Given> given = Objects.requireNonNull(replies.get(dialogue.id()));
            List<Boolean> rights = score.add(
                    dialogue,
                    records.computeIfAbsent(dialogue.catalog(), folder::records),
                    i -> given.get(i).reply());
            for (int i = 0; i < given.size(); i++) {
                calibration.add(given.get(i).confidence(), rights.get(i));
            }
        }
        if (replyFile != null) {
            write(replyFile, all, replies);
        }
        out.print(
                json ? DialogueReport.json(score, calibration) + "\n" : DialogueReport.text(score, calibration, shown));
        out.flush();
        return 0;
    }

    private int failuresShown(CommandSpec own) {
        if (failures == null) {
            return FAILURES_SHOWN;
        }
        try {
            return failures.equals("all") ? Integer.MAX_VALUE : Math.max(0, Integer.parseInt(failures));
        } catch (NumberFormatException e) {
            throw new picocli.CommandLine.ParameterException(
                    own.commandLine(), "--failures is '" + failures + "'; give a number or 'all'", e);
        }
    }

    /** The replies to each dialogue's turns; one catalogue after the other, so that only one is held at a time. */
    private Map<String, List<Given>> play(List<Dialogue> all, CatalogFolder folder, PrintWriter err) {
        Map<String, List<Dialogue>> byCatalog = new LinkedHashMap<>();
        all.forEach(d -> byCatalog
                .computeIfAbsent(d.catalog(), unused -> new ArrayList<>())
                .add(d));
        Map<String, List<Given>> replies = new LinkedHashMap<>();
        byCatalog.forEach((catalog, ofIt) -> {
            ProgressLine progress = ProgressLine.onTerminal(err, "Embedding " + catalog);
            try (Shop shop = ShopOpener.open(folder.file(catalog), settings, err, progress)) {
                shop.awaitReady();
                progress.clear();
                try (ShoppingAgent agent = shop.agent().withoutDeadline().build()) {
                    for (Dialogue dialogue : ofIt) {
                        if (replies.putIfAbsent(dialogue.id(), play(agent, dialogue)) != null) {
                            throw new AdcioException("dialogue " + dialogue.id() + " stands there twice");
                        }
                    }
                }
            }
        });
        return replies;
    }

    /**
     * What the clerk gave back.
     *
     * @param confidence how sure it was of having understood the turn, 0 to 1
     */
    private record Given(JsonNode reply, double confidence) {}

    private static List<Given> play(ShoppingAgent agent, Dialogue dialogue) {
        List<Given> replies = new ArrayList<>();
        for (Dialogue.Turn turn : dialogue.turns()) {
            UserTurn said = UserTurn.of(dialogue.id(), turn.user());
            if (turn.page().isObject()) {
                said = said.on(ChatInput.page(turn.page()));
            }
            ReplyFold fold = new ReplyFold();
            double[] confidence = new double[1];
            agent.stream(said, event -> {
                fold.accept(event);
                if (event instanceof ReplyEvent.Understood understood) {
                    confidence[0] = understood.confidence();
                }
            });
            try {
                replies.add(new Given(JsonFiles.MAPPER.readTree(ReplyJson.write(fold.reply())), confidence[0]));
            } catch (JsonProcessingException e) {
                throw new AdcioException("the reply to " + dialogue.id() + " is no JSON: " + OneLine.of(e), e);
            }
        }
        return replies;
    }

    private static void write(Path file, List<Dialogue> all, Map<String, List<Given>> replies) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Dialogue dialogue : all) {
                List<Given> given = Objects.requireNonNull(replies.get(dialogue.id()));
                for (int i = 0; i < given.size(); i++) {
                    out.write(JsonFiles.MAPPER
                            .createObjectNode()
                            .put("dialogue", dialogue.id())
                            .put("turn", i)
                            .put("confidence", given.get(i).confidence())
                            .set("reply", given.get(i).reply())
                            .toString());
                    out.write('\n');
                }
            }
        } catch (IOException e) {
            throw new AdcioException("cannot write the replies to " + file + ": " + OneLine.of(e), e);
        }
    }
}
