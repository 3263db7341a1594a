package ai.adcio.cli;

import ai.adcio.Language;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.embedding.OpenAiEmbeddings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import picocli.CommandLine.TypeConversionException;

/**
 * A model behind a server that speaks OpenAI's embeddings protocol.
 *
 * @param url what {@code /embeddings} follows
 * @param model the name by which the server knows it
 */
record EmbeddingServer(URI url, String model) implements NamedModel {
    private static final String KEY = "ADCIO_EMBEDDINGS_KEY";

    /** Reads {@code URL#MODEL}. */
    static EmbeddingServer of(String text) {
        int mark = text.indexOf('#');
        if (mark < 1 || mark == text.length() - 1) {
            throw new TypeConversionException("'" + text
                    + "' names no model; write URL#MODEL, such as http://localhost:8091/v1#multilingual-e5-small");
        }
        try {
            return new EmbeddingServer(new URI(text.substring(0, mark)), text.substring(mark + 1));
        } catch (URISyntaxException e) {
            throw new TypeConversionException("'" + text.substring(0, mark) + "' is no URL");
        }
    }

    @Override
    public EmbeddingSettings settings(EmbeddingOptions options, Supplier<ExecutorService> threads) {
        OpenAiEmbeddings.Builder settings = OpenAiEmbeddings.builder(url, model)
                .apiKey(() -> {
                    String key = System.getenv(KEY);
                    return key == null ? "" : key;
                })
                .languages(options.languages().toArray(new Language[0]));
        // A server that adds prefixes of its own is told what it reads instead.
        return (options.hasPrefixes()
                        ? settings.prefixes(options.queryPrefix(), options.passagePrefix())
                        : settings.inputTypeIfTaken())
                .build();
    }
}
