package ai.adcio.retrieval.embedding;

import ai.adcio.AdcioException;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Any ONNX model that lies on this machine, run in this process. */
public final class OnnxEmbeddings {
    private OnnxEmbeddings() {}

    /**
     * Starts the settings of a model; give the languages that it knows, and its prefixes. Loading takes a second or more,
     * when the first text is embedded. Needs the optional dependency {@code dev.langchain4j:langchain4j-embeddings}.
     *
     * @param model the {@code .onnx} file
     * @param tokenizer the {@code tokenizer.json} that belongs to it
     * @param meanOfTokens whether a text is the mean of its tokens, as of e5 and MiniLM, or its first token, as of bge
     * @param modelId names model and version; cached embeddings are found by it
     * @param executor what it embeds on when it is given many texts at once; it stays the caller's to close
     * @throws AdcioException when a file is not there, or the optional dependency is not on the class path; at the first
     *     text when a file is damaged or something else
     */
    public static EmbeddingSettings.Builder builder(
            Path model, Path tokenizer, boolean meanOfTokens, String modelId, Executor executor) {
        for (Path file : new Path[] {model, tokenizer}) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new AdcioException(
                        "cannot read " + file + "; give the model's .onnx file and its tokenizer.json");
            }
        }
        try {
            return EmbeddingSettings.builder(
                    new LoadedAtFirstText(Onnx.loader(model, tokenizer, meanOfTokens, executor)), modelId);
        } catch (NoClassDefFoundError e) {
            throw new AdcioException(
                    "the ONNX runtime is not on the class path; add the dependency dev.langchain4j:langchain4j-embeddings",
                    e);
        }
    }

    /** Its own class, so that the optional dependency is only looked for when it is wanted. */
    private static final class Onnx {
        // A class that is missing shows here and not at the first text: naming it makes the JVM look for it.
        static Supplier<EmbeddingModel> loader(Path model, Path tokenizer, boolean meanOfTokens, Executor executor) {
            Objects.requireNonNull(OnnxEmbeddingModel.class);
            PoolingMode pooling = meanOfTokens ? PoolingMode.MEAN : PoolingMode.CLS;
            return () -> load(model, tokenizer, pooling, executor);
        }

        private static EmbeddingModel load(Path model, Path tokenizer, PoolingMode pooling, Executor executor) {
            try {
                return new OnnxEmbeddingModel(model, tokenizer, pooling, executor);
            } catch (RuntimeException e) {
                // The runtime has no exception of its own for files that are damaged or of another kind.
                throw new AdcioException(
                        "the model " + model + " with the tokenizer " + tokenizer + " cannot be loaded; give a whole"
                                + " .onnx file that takes tokens and gives their vectors, and its own tokenizer.json",
                        e);
            }
        }
    }
}
