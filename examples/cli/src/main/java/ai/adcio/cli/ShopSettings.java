package ai.adcio.cli;

import ai.adcio.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a shop is opened, whichever it is. */
public final class ShopSettings {
    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where embeddings are kept between runs (default: the user's cache folder).")
    private @Nullable Path cache;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description =
                    "The currency of prices that a feed gives without one, as Shopify's export does: USD, KRW, ..")
    private @Nullable Currency currency;

    @Mixin
    private EngineOptions engines = new EngineOptions();

    @Option(
            names = "--embeddings",
            paramLabel = "URL#MODEL",
            converter = EmbeddingServer.Converter.class,
            description =
                    "Embed with this model of a server that speaks OpenAI's protocol, instead of the English one in"
                            + " this process. A key is read from ADCIO_EMBEDDINGS_KEY.")
    private @Nullable EmbeddingServer embeddings;

    @Option(
            names = "--embedding-languages",
            paramLabel = "TAG",
            split = ",",
            converter = LanguageConverter.class,
            description = "The languages that the model of --embeddings understands, such as en,ko (default: any). The"
                    + " vector arm abstains on others.")
    private List<Language> embeddingLanguages = new ArrayList<>();

    @Option(names = "--no-vector", description = "Leave the vector arm out; nothing is embedded.")
    private boolean noVector;

    @Option(
            names = "--parameters",
            paramLabel = "FILE",
            description = "Ranking parameters as JSON, as 'eval tune --output' writes them.")
    private @Nullable Path parameters;

    /** The folder for embeddings. */
    Path cache() {
        return cache == null ? CacheFolder.standard() : cache;
    }

    /** The currency of prices that name none, or null when each must name its own. */
    @Nullable
    Currency currency() {
        return currency;
    }

    /** The engines that stand in place of embedded arms. */
    EngineOptions engines() {
        return engines;
    }

    /** The server that embeds, or null for the model in this process. */
    @Nullable
    EmbeddingServer embeddings() {
        return embeddings;
    }

    /** The languages that the server's model understands; empty for any. */
    List<Language> embeddingLanguages() {
        return List.copyOf(embeddingLanguages);
    }

    boolean vector() {
        return !noVector;
    }

    /** Leaves the vector arm out whatever the options say: for a command that never asks it. */
    void withoutVector() {
        noVector = true;
    }

    /** The file of ranking parameters, or null for the defaults. */
    @Nullable
    Path parameters() {
        return parameters;
    }
}
