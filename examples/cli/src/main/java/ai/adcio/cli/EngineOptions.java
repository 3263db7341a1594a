package ai.adcio.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

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
            converter = GrpcAddress.Converter.class,
            description = "Where Weaviate answers gRPC (default: the same host, port 50051, or 443 with TLS).")
    private @Nullable GrpcAddress weaviateGrpc;

    @Option(
            names = "--jdbc",
            paramLabel = "URL",
            description = "Ask this database, such as jdbc:postgresql://localhost/shop. A login is read from"
                    + " ADCIO_JDBC_USER and ADCIO_JDBC_PASSWORD.")
    private @Nullable String jdbc;

    @Option(
            names = "--shop",
            paramLabel = "NAME",
            converter = ShopName.class,
            description = "The shop's name in the engines, for several shops in one: lower-case letters and digits"
                    + " (default: the catalogue's file name).")
    private @Nullable String shop;

    /**
     * The same kind of options with other addresses, as for what stands between.
     *
     * @param shop the shop's name: lower-case letters and digits
     */
    public static EngineOptions of(
            @Nullable String openSearch,
            @Nullable URI weaviate,
            @Nullable String weaviateGrpc,
            @Nullable String jdbc,
            String shop) {
        EngineOptions options = new EngineOptions();
        options.openSearch = openSearch;
        options.weaviate = weaviate;
        options.weaviateGrpc = weaviateGrpc == null ? null : GrpcAddress.of(weaviateGrpc);
        options.jdbc = jdbc;
        options.shop = shop;
        return options;
    }

    /** The address of OpenSearch, or null. */
    public @Nullable String openSearch() {
        return openSearch;
    }

    /** The address of Weaviate, or null. */
    public @Nullable URI weaviate() {
        return weaviate;
    }

    /** Where Weaviate answers gRPC, or null. */
    @Nullable
    GrpcAddress grpc() {
        return weaviateGrpc;
    }

    /** Where Weaviate answers gRPC, as HOST:PORT, or null. */
    public @Nullable String weaviateGrpc() {
        return weaviateGrpc == null ? null : weaviateGrpc.toString();
    }

    /** The address of the database, or null. */
    public @Nullable String jdbc() {
        return jdbc;
    }

    /** Whether any is named. */
    public boolean any() {
        return openSearch != null || weaviate != null || jdbc != null;
    }

    /**
     * The shop's name in the engines.
     *
     * @param source the catalogue's file or folder, or null for the demo
     */
    String shop(@Nullable Path source) {
        if (shop != null) {
            return shop;
        }
        if (source == null) {
            return "demo";
        }
        String file = String.valueOf(source.getFileName()).toLowerCase(Locale.ROOT);
        String stem = file.replaceFirst("\\..*$", "");
        String latin = stem.replaceAll("[^a-z0-9]", "");
        // Names in other letters are told apart as well.
        String name = "s" + (latin.isEmpty() ? Integer.toHexString(stem.hashCode()) : latin);
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    /** Takes the names that every engine takes. */
    static final class ShopName implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (text.length() > LONGEST_NAME || !text.matches("[a-z][a-z0-9]*")) {
                throw new TypeConversionException("\"" + text
                        + "\" names no shop; use lower-case letters and digits, a letter first, at most "
                        + LONGEST_NAME);
            }
            return text;
        }
    }

    /**
     * Where Weaviate answers gRPC.
     *
     * @param port 1 to 65535
     */
    record GrpcAddress(String host, int port) {
        private static final int MOST = 65_535;

        static GrpcAddress of(String text) {
            int colon = text.lastIndexOf(':');
            String port = text.substring(colon + 1);
            if (colon < 1 || !port.matches("\\d{1,5}") || port.matches("0+") || Integer.parseInt(port) > MOST) {
                throw new TypeConversionException(
                        "\"" + text + "\" is no address; write HOST:PORT, such as localhost:50051");
            }
            return new GrpcAddress(text.substring(0, colon), Integer.parseInt(port));
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }

        /** Reads {@code HOST:PORT}. */
        static final class Converter implements ITypeConverter<GrpcAddress> {
            @Override
            public GrpcAddress convert(String text) {
                return of(text);
            }
        }
    }
}
