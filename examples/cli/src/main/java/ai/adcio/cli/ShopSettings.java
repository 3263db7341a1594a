package ai.adcio.cli;

import java.nio.file.Path;
import java.util.Currency;
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

    @Mixin
    private EmbeddingOptions embeddings = new EmbeddingOptions();

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

    /** The model that embeds. */
    EmbeddingOptions embeddings() {
        return embeddings;
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
