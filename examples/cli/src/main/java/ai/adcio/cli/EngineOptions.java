package ai.adcio.cli;

import ai.adcio.AdcioException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Engines of their own processes that stand in place of embedded arms. Secrets come from the environment. */
public final class EngineOptions {
    private static final int LONGEST_NAME = 40;

    @Option(
            names = "--opensearch",
            paramLabel = "URL",
            description = "Search words in this OpenSearch cluster, such as http://localhost:9200. A login is read from"
                    + " ADCIO_OPENSEARCH_USER and ADCIO_OPENSEARCH_PASSWORD.")
    private @Nullable String openSearch;

    @Option(
            names = "--weaviate",
            paramLabel = "URL",
            description = "Search vectors in this Weaviate cluster, such as http://localhost:8080. A key is read from"
                    + " ADCIO_WEAVIATE_KEY.")
    private @Nullable URI weaviate;

    @Option(
            names = "--weaviate-grpc",
            paramLabel = "HOST:PORT",
            description = "Where Weaviate answers gRPC (default: the same host, port 50051, or 443 with TLS).")
    private @Nullable String weaviateGrpc;

    @Option(
            names = "--jdbc",
            paramLabel = "URL",
            description = "Ask this database, such as jdbc:postgresql://localhost/shop. A login is read from"
                    + " ADCIO_JDBC_USER and ADCIO_JDBC_PASSWORD.")
    private @Nullable String jdbc;

    @Option(
            names = "--shop",
            paramLabel = "NAME",
            description = "The shop's name in the engines, for several shops in one: lower-case letters and digits"
                    + " (default: the catalogue's file name).")
    private @Nullable String shop;

    @Nullable
    String openSearch() {
        return openSearch;
    }

    @Nullable
    URI weaviate() {
        return weaviate;
    }

    @Nullable
    String weaviateGrpc() {
        return weaviateGrpc;
    }

    @Nullable
    String jdbc() {
        return jdbc;
    }

    /** Whether any is named. */
    boolean any() {
        return openSearch != null || weaviate != null || jdbc != null;
    }

    /**
     * The shop's name.
     *
     * @param source the catalogue's file or folder, or null for the demo
     * @throws AdcioException when a name was given that no engine takes
     */
    String shop(@Nullable Path source) {
        if (shop != null) {
            if (shop.length() > LONGEST_NAME || !shop.matches("[a-z][a-z0-9]*")) {
                throw new AdcioException("--shop is \"" + shop
                        + "\"; use lower-case letters and digits, a letter first, at" + " most " + LONGEST_NAME);
            }
            return shop;
        }
        if (source == null) {
            return "demo";
        }
        String file = String.valueOf(source.getFileName()).toLowerCase(Locale.ROOT);
        String name = "s" + file.replaceFirst("\\..*$", "").replaceAll("[^a-z0-9]", "");
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
