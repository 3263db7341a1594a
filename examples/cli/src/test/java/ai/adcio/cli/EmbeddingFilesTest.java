package ai.adcio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --embeddings} with files, which are those of the model that is in the jar. */
class EmbeddingFilesTest {
    @TempDir
    private Path folder = Path.of("");

    private Path model = Path.of("");

    @BeforeEach
    void unpack() throws IOException {
        Path home = Files.createDirectories(folder.resolve("minilm"));
        model = home.resolve("model.onnx");
        copy("/all-minilm-l6-v2-q.onnx", model);
        copy("/all-minilm-l6-v2-q-tokenizer.json", home.resolve("tokenizer.json"));
    }

    private static void copy(String resource, Path target) throws IOException {
        try (InputStream in = EmbeddingFilesTest.class.getResourceAsStream(resource)) {
            Files.copy(Objects.requireNonNull(in, resource), target);
        }
    }

    @Test
    void findsWhatTheSameModelInTheJarFinds() {
        Terminal inJar = search();
        for (Path named : new Path[] {model, folder.resolve("minilm")}) {
            Terminal byPath = search("--embeddings", named.toString(), "--embedding-languages", "en");
            assertThat(byPath.code()).as(byPath.err()).isZero();
            assertThat(byPath.out()).isEqualTo(inJar.out());
        }
    }

    @Test
    void asksOtherwiseWhenItIsToldHow() {
        String path = model.toString();
        Terminal plain = search("--embeddings", path);
        Terminal prefixed = search("--embeddings", path, "--embedding-query-prefix", "red dress with red dress ");
        Terminal first = search("--embeddings", path, "--embedding-first-token");
        assertThat(plain.code()).as(plain.err()).isZero();
        assertThat(prefixed.out()).isNotEqualTo(plain.out());
        assertThat(first.out()).isNotEqualTo(plain.out());
    }

    @Test
    void opensAnIndexWithTheModelThatMadeIt() {
        String index = folder.resolve("shop").toString();
        String[] named = {"--embeddings", model.toString()};
        Terminal made = Terminal.run("", "index", "--index", index, "--cache", cache(), named[0], named[1]);
        Terminal same = Terminal.run("", "search", "--index", index, named[0], named[1], "headphones");
        Terminal other = Terminal.run("", "search", "--index", index, "headphones");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(same.code()).as(same.err()).isZero();
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).contains("made with the model onnx-minilm-model.onnx-");
    }

    @Test
    void saysWhichFileIsMissing() throws IOException {
        Terminal none = Terminal.run(
                "", "search", "--embeddings", folder.resolve("none").toString(), "shoes");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("there is no model at", "model.onnx");
        Files.delete(model.resolveSibling("tokenizer.json"));
        Terminal half = Terminal.run("", "search", "--embeddings", model.toString(), "shoes");
        assertThat(half.code()).isEqualTo(2);
        assertThat(half.err()).contains("no tokenizer.json beside");
    }

    private Terminal search(String... more) {
        String[] arguments = {"search", "--cache", cache(), "something to keep warm"};
        String[] all = new String[arguments.length + more.length];
        System.arraycopy(arguments, 0, all, 0, arguments.length - 1);
        System.arraycopy(more, 0, all, arguments.length - 1, more.length);
        all[all.length - 1] = arguments[arguments.length - 1];
        return Terminal.run("", all);
    }

    private String cache() {
        return folder.resolve("cache").toString();
    }
}
