package ai.adcio.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which shop a command works on. */
public final class ShopOptions {
    @ArgGroup(exclusive = true)
    private @Nullable Source source;

    @Mixin
    private ShopSettings settings = new ShopSettings();

    /** A feed, or a folder that 'index' made. */
    static final class Source {
        @Option(
                names = "--catalog",
                paramLabel = "FILE",
                description = "A catalogue, plain or gzip: JSON Lines, a Merchant Center feed or Shopify's product CSV"
                        + " (default: the demo shop).")
        private @Nullable Path catalog;

        @Option(names = "--index", paramLabel = "DIR", description = "A folder made by 'adcio index'.")
        private @Nullable Path index;
    }

    /** The feed, or null. */
    @Nullable
    Path catalog() {
        return source == null ? null : source.catalog;
    }

    /** The index folder, or null. */
    @Nullable
    Path index() {
        return source == null ? null : source.index;
    }

    /** How to open it. */
    ShopSettings settings() {
        return settings;
    }
}
