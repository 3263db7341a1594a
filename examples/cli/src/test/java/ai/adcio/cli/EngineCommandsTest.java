package ai.adcio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says of engines that are named wrongly, or are away. */
class EngineCommandsTest {
    private static final String SECRET = "correct-horse";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void indexWantsOneKindOfPlaceToFill() {
        String there = folder.resolve("index").toString();
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("--index", there, "--jdbc", "jdbc:h2:mem:never"),
                List.of("--index", there, "--delete", "p1"),
                List.of("--delete", "p1"))) {
            Terminal run = index(wrong.toArray(String[]::new));
            assertThat(run.code()).as(wrong.toString()).isEqualTo(2);
            assertThat(run.err())
                    .as(wrong.toString())
                    .startsWith("adcio: name what to fill: --index DIR, or one or more of --opensearch, --weaviate"
                            + " and --jdbc URL");
        }
    }

    @Test
    void aWholeLoadTakesNoChangesBeside() {
        for (String change : new String[] {"--upserts", "--delete"}) {
            Terminal run = index("--jdbc", "jdbc:h2:mem:never", "--catalog", "all.jsonl", change, "x");
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("--catalog loads everything; leave out --upserts and --delete");
        }
    }

    @Test
    void changesWantALoadBeforeThem() {
        Terminal run = index("--jdbc", database("unloaded"), "--delete", "p1");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("no catalogue was loaded into the engines yet; load one before changing it");
    }

    @Test
    void fillsAndChangesADatabaseAndAnswersFromIt() throws IOException {
        String jdbc = database("filled");
        Terminal loaded = index("--jdbc", jdbc, "--shop", "mall");
        assertThat(loaded.code()).as(loaded.err()).isZero();
        assertThat(loaded.err()).contains("in step").contains("shop mall");
        Path upserts = Files.writeString(folder.resolve("today.jsonl"), "{\"id\":\"new\",\"title\":\"Tin whistle\"}\n");

        Terminal changed = index("--jdbc", jdbc, "--shop", "mall", "--upserts", upserts.toString(), "--delete", "none");
        assertThat(changed.code()).as(changed.err()).isZero();
        assertThat(changed.err()).contains("in step");

        Terminal answer = Terminal.run("", "search", "--no-vector", "--jdbc", jdbc, "--shop", "mall", "earbuds");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("Earbuds").doesNotContain("(sql:");
    }

    @Test
    void aDatabaseWithoutADriverIsNamedWithoutItsAddress() {
        for (String url : new String[] {
            "jdbc:nosuch://u:" + SECRET + "@db/shop", "postgresql://u:" + SECRET + "@db/shop", "shop?password=" + SECRET
        }) {
            for (Terminal run : List.of(index("--jdbc", url), search("--jdbc", url))) {
                assertThat(run.code()).isEqualTo(1);
                assertThat(run.err())
                        .contains("--jdbc names no database that there is a driver for; write jdbc:postgresql://")
                        .doesNotContain(SECRET);
            }
        }
    }

    @Test
    void anAddressThatCarriesAPasswordIsRefusedWithoutIt() {
        for (String option : new String[] {"--opensearch", "--weaviate"}) {
            for (String scheme : new String[] {"http", "ftp"}) {
                String url = scheme + "://u:" + SECRET + "@127.0.0.1:1";
                List<Terminal> runs = new ArrayList<>();
                try (ScriptedEmbeddings embeddings = ScriptedEmbeddings.start()) {
                    runs.add(index(option, url, "--embeddings", embeddings.option()));
                    runs.add(Terminal.run(
                            "", "search", "--cache", cache(), "--embeddings", embeddings.option(), option, url, "mug"));
                }
                for (Terminal run : runs) {
                    assertThat(run.code()).as(option + " " + run.out()).isEqualTo(1);
                    assertThat(run.err()).as(option).isNotBlank().doesNotContain(SECRET);
                }
            }
        }
    }

    @Test
    void weaviateWantsAModelToFillItWith() {
        Terminal run = index("--weaviate", away(), "--no-vector");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("--weaviate needs an embedding model: leave out --no-vector");
    }

    @Test
    void enginesThatAreAwayMakeAnAnswerPoorerAndAreNamed() {
        try (ScriptedEmbeddings embeddings = ScriptedEmbeddings.start()) {
            String[] engines = {
                "--opensearch",
                away(),
                "--weaviate",
                away(),
                "--jdbc",
                "jdbc:postgresql://127.0.0.1:" + free() + "/shop?user=u&password=" + SECRET,
                "--embeddings",
                embeddings.option(),
                "--cache",
                cache()
            };
            String count = "how many earbuds do you have";
            Terminal search = run("", engines, "search", "earbuds");
            Terminal counted = run("", engines, "search", count);
            Terminal chat = run("earbuds\n" + count + "\n", engines, "chat");
            assertThat(search.out()).contains("(keyword: ").contains("(vector: ");
            assertThat(counted.out()).contains("(sql: ");
            assertThat(chat.out()).contains("(keyword: ").contains("(vector: ").contains("(sql: ");
            for (Terminal run : List.of(search, counted, chat)) {
                assertThat(run.code()).as(run.err()).isZero();
                assertThat(run.out() + run.err()).doesNotContain(SECRET);
            }
        }
    }

    @Test
    void oneEngineThatIsAwayLeavesTheOthersToAnswer() {
        try (ScriptedEmbeddings embeddings = ScriptedEmbeddings.start()) {
            Terminal run = Terminal.run(
                    "",
                    "search",
                    "--cache",
                    cache(),
                    "--embeddings",
                    embeddings.option(),
                    "--opensearch",
                    away(),
                    "earbuds under $100");
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).contains("Earbuds").contains("(keyword: ").doesNotContain("(vector: ");
        }
    }

    private Terminal index(String... arguments) {
        return run(
                "",
                arguments,
                "index",
                "--checkpoints",
                folder.resolve("checkpoints").toString());
    }

    private static Terminal search(String... arguments) {
        return run("", arguments, "search", "--no-vector", "shoes");
    }

    private static Terminal run(String input, String[] options, String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(1, List.of(options));
        return Terminal.run(input, all.toArray(String[]::new));
    }

    private String cache() {
        return folder.resolve("cache").toString();
    }

    private String database(String name) {
        return "jdbc:h2:" + folder.resolve(name);
    }

    /** An address where nobody listens. */
    private static String away() {
        return "http://127.0.0.1:" + free();
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
