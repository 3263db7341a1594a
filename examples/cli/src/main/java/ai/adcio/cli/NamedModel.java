package ai.adcio.cli;

import ai.adcio.retrieval.embedding.EmbeddingSettings;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;

/** An embedding model that {@code --embeddings} names. */
sealed interface NamedModel permits EmbeddingServer, EmbeddingFiles {
    /**
     * Starts its settings.
     *
     * @param options how it wants to be asked
     * @param threads gives threads for what runs in this process, and closes them with the shop
     */
    EmbeddingSettings settings(EmbeddingOptions options, Supplier<ExecutorService> threads);

    /** Reads {@code URL#MODEL}, or the path of a model on this machine. */
    final class Converter implements ITypeConverter<NamedModel> {
        @Override
        public NamedModel convert(String text) {
            return text.contains("://") ? EmbeddingServer.of(text) : EmbeddingFiles.of(text);
        }
    }
}
