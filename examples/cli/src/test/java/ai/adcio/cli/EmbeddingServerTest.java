package ai.adcio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --embeddings} with a scripted server, whose model knows how long a text is. */
class EmbeddingServerTest {
    @TempDir
    private Path folder = Path.of("");

    private final ScriptedEmbeddings server = ScriptedEmbeddings.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void embedsProductsOnceAndQueriesByTheServer() {
        Terminal first = search("headphones");
        int products = server.asked("passage");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(products).isPositive();
        assertThat(server.asked("query")).isPositive();
        Terminal second = search("red dress");
        assertThat(second.code()).isZero();
        assertThat(server.asked("passage")).as("found in the cache").isEqualTo(products);
    }

    @Test
    void opensAnIndexWithTheModelThatMadeItAndNoOther() {
        String index = folder.resolve("shop").toString();
        Terminal made = Terminal.run("", "index", "--index", index, "--cache", cache(), "--embeddings", url());
        Terminal same = Terminal.run("", "search", "--index", index, "--embeddings", url(), "headphones");
        Terminal other = Terminal.run("", "search", "--index", index, "headphones");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(same.code()).as(same.err()).isZero();
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).contains("made with the model lengths").contains("--embeddings");
    }

    @Test
    void leavesTheArmOutOfLanguagesThatTheModelDoesNotKnow() {
        Terminal run = Terminal.run(
                "",
                "search",
                "--cache",
                cache(),
                "--embeddings",
                url(),
                "--embedding-languages",
                "ko",
                "--language",
                "en",
                "headphones");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(server.asked("query")).isZero();
    }

    @Test
    void wantsAnAddressAndAModel() {
        for (String wrong : new String[] {"http://localhost/v1", "#m", "http://localhost/v1#", "http://a b/#m"}) {
            Terminal run = Terminal.run("", "search", "--embeddings", wrong, "shoes");
            assertThat(run.code()).as(wrong).isEqualTo(2);
            assertThat(run.err()).as(wrong).contains("--embeddings");
        }
    }

    private Terminal search(String words) {
        return Terminal.run("", "search", "--cache", cache(), "--embeddings", url(), words);
    }

    private String cache() {
        return folder.resolve("cache").toString();
    }

    private String url() {
        return server.option();
    }
}
