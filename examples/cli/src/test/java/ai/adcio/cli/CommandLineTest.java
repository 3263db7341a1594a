package ai.adcio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.StoredCatalog;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void answersEveryLineInItsPlaceMalformedOnesWithAnError() throws JsonProcessingException {
        Terminal run = Terminal.run(
                "running shoes under $80\n{\"text\": 3}\n{not json\n\n"
                        + "{\"conversation\":\"other\",\"text\":\"러닝화 보여줘\"}\nin black\n",
                "chat",
                "--json",
                "--no-vector");

        List<JsonNode> lines = lines(run);
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0).path("intent").asText()).isEqualTo("search");
        assertThat(lines.get(1).path("error").path("line").asInt()).isEqualTo(2);
        assertThat(lines.get(1).path("error").path("message").asText()).contains("text is not a string");
        assertThat(lines.get(2).path("error").path("line").asInt()).isEqualTo(3);
        assertThat(lines.get(3).path("intent").asText()).isEqualTo("unsupported");
        assertThat(lines.get(4).path("conversationId").asText()).isEqualTo("other");
        assertThat(lines.get(4).path("language").asText()).isEqualTo("ko");
        // Lines without a conversation are one and the same; the other one's turn has not come between them.
        assertThat(lines.get(5).path("intent").asText()).isEqualTo("refine");
        assertThat(lines.get(5).path("conversationId")).isEqualTo(lines.get(0).path("conversationId"));
    }

    @Test
    void answersInTheLanguageThatIsAskedFor() throws JsonProcessingException {
        Terminal run = Terminal.run("running shoes\n", "chat", "--json", "--no-vector", "--language", "ko");

        assertThat(lines(run).getFirst().path("language").asText()).isEqualTo("ko");
    }

    @Test
    void talksInPlainLinesWhereThereIsNoTerminal() {
        Terminal run = Terminal.run("러닝화 보여줘\ncompare the first two\n/quit\nnever read\n", "chat", "--no-vector");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("> 러닝화 보여줘")
                .contains("Drift Runner Mesh Running Shoes")
                .contains("$69.00")
                .doesNotContain("never read");
    }

    @Test
    void indexesAndAnswersAlikeFromTheFolder() throws JsonProcessingException {
        String index = folder.resolve("shop").toString();

        Terminal indexed = Terminal.run("", "index", "--index", index, "--no-vector");
        Terminal again = Terminal.run("", "index", "--index", index, "--no-vector");
        Terminal fromFolder = Terminal.run("", "search", "--json", "--index", index, "black", "headphones");
        Terminal fromDemo = Terminal.run("", "search", "--json", "--no-vector", "black", "headphones");

        assertThat(indexed.code()).isZero();
        assertThat(again.code()).isZero();
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("shop"));
        assertThat(folder.toFile().list()).hasSize(1);
        assertThat(ids(fromFolder)).isNotEmpty().isEqualTo(ids(fromDemo));
    }

    @Test
    void saysInOneLineThatAnIndexMustBeBuiltAgain() throws IOException {
        Path index = folder.resolve("shop");
        Terminal.run("", "index", "--index", index.toString(), "--no-vector");
        Path manifest = index.resolve("manifest.json");
        String whole = Files.readString(manifest);

        Files.writeString(manifest, whole.replaceFirst("\"format\" : \\d+", "\"format\" : 1"));
        Terminal older = Terminal.run("", "search", "--index", index.toString(), "shoes");
        Files.writeString(manifest, whole);
        Path records = index.resolve("records.bin");
        Files.write(records, Arrays.copyOf(Files.readAllBytes(records), 10_000));
        Terminal cutOff = Terminal.run("", "search", "--index", index.toString(), "shoes");

        assertThat(older.code()).isEqualTo(1);
        assertThat(older.err().lines()).hasSize(1).first().asString().contains("format 1", "build it again");
        assertThat(cutOff.code()).isEqualTo(1);
        assertThat(cutOff.err().lines()).hasSize(1).first().asString().contains("cut off", "write them again");
    }

    @Test
    void keepsWhatTheDemoCatalogueCanAnswer() {
        Path index = folder.resolve("shop");
        Terminal.run("", "index", "--index", index.toString(), "--no-vector");

        try (Catalog demo = DemoShop.catalog();
                Catalog stored = StoredCatalog.open(new IndexFolder(index).records());
                CatalogSnapshot fromFeed = demo.acquire();
                CatalogSnapshot fromIndex = stored.acquire()) {
            assertThat(fromIndex.capabilities()).isEqualTo(fromFeed.capabilities());
            fromFeed.records()
                    .forEach(product ->
                            assertThat(fromIndex.records().get(product.id())).isEqualTo(product));
        }
    }

    @Test
    void showsTypedQueryStatementValuesAndRows() throws JsonProcessingException {
        Terminal run = Terminal.run("", "sql", "--json", "the", "dearest", "laptop");

        JsonNode answer = lines(run).getFirst();
        assertThat(answer.path("query").asText()).contains("price descending");
        assertThat(answer.path("sql").asText()).contains("?").doesNotContain("laptop");
        assertThat(answer.path("values").toString()).contains("laptops");
        assertThat(answer.path("rows").path(0).path(0).asText()).isEqualTo("D032");
    }

    @Test
    void tellsFailureFromWrongUseInOneLineEach() {
        Terminal missing =
                Terminal.run("", "chat", "--catalog", folder.resolve("none").toString());
        Terminal wrong = Terminal.run("", "chat", "--jsom");
        Terminal noIndex = Terminal.run("", "search", "--index", folder.toString(), "shoes");

        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err().lines()).hasSize(1).first().asString().startsWith("adcio: there is no file");
        assertThat(noIndex.code()).isEqualTo(1);
        assertThat(noIndex.err().lines()).hasSize(1);
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).startsWith("adcio: Unknown option").doesNotContain("\tat ");
        assertThat(Terminal.run("").code()).isEqualTo(2);
        assertThat(Terminal.run("", "eval").code()).isEqualTo(2);
    }

    @Test
    void helpsWithExamples() {
        for (String command : List.of("chat", "search", "sql", "index")) {
            Terminal help = Terminal.run("", command, "--help");
            assertThat(help.code()).isZero();
            assertThat(help.out()).contains("Usage: adcio " + command).contains("Example");
        }
    }

    private static List<JsonNode> lines(Terminal run) throws JsonProcessingException {
        java.util.ArrayList<JsonNode> lines = new java.util.ArrayList<>();
        for (String line : run.out().split("\n")) {
            lines.add(JsonFiles.MAPPER.readTree(line));
        }
        return lines;
    }

    private static List<String> ids(Terminal run) throws JsonProcessingException {
        return lines(run).getFirst().path("cards").findValuesAsText("id");
    }
}
