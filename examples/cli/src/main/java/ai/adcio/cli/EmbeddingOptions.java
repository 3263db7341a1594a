package ai.adcio.cli;

import ai.adcio.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model embeds, and how it wants to be asked. */
final class EmbeddingOptions {
    @Option(
            names = "--embeddings",
            paramLabel = "MODEL",
            converter = NamedModel.Converter.class,
            description =
                    "Embed with another model than the English one in this process: URL#MODEL, of a server that speaks"
                            + " OpenAI's protocol (a key is read from ADCIO_EMBEDDINGS_KEY), or the path of an .onnx"
                            + " file, or of its folder, with tokenizer.json beside it.")
    private @Nullable NamedModel model;

    @Option(
            names = "--embedding-languages",
            paramLabel = "TAG",
            split = ",",
            converter = LanguageConverter.class,
            description = "The languages that the model of --embeddings understands, such as en,ko (default: any). The"
                    + " vector arm abstains on others.")
    private List<Language> languages = new ArrayList<>();

    @Option(
            names = "--embedding-query-prefix",
            paramLabel = "TEXT",
            description = "What that model wants before a query, such as 'query: ' for e5 (default: nothing).")
    private String queryPrefix = "";

    @Option(
            names = "--embedding-passage-prefix",
            paramLabel = "TEXT",
            description = "What that model wants before a product, such as 'passage: ' for e5 (default: nothing).")
    private String passagePrefix = "";

    @Option(
            names = "--embedding-first-token",
            description = "The model at that path tells a text by its first token, as bge does, and not by the mean.")
    private boolean firstToken;

    /** The model, or null for the English one in this process. */
    @Nullable
    NamedModel model() {
        return model;
    }

    /** The languages that the model understands; empty for any. */
    List<Language> languages() {
        return List.copyOf(languages);
    }

    boolean hasPrefixes() {
        return !queryPrefix.isEmpty() || !passagePrefix.isEmpty();
    }

    String queryPrefix() {
        return queryPrefix;
    }

    String passagePrefix() {
        return passagePrefix;
    }

    boolean firstToken() {
        return firstToken;
    }
}
