package ai.adcio.cli;

import ai.adcio.AdcioException;
import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.opensearch.OpenSearchKeywordRetriever;
import ai.adcio.retrieval.opensearch.OpenSearchSettings;
import ai.adcio.retrieval.opensearch.OpenSearchSink;
import ai.adcio.retrieval.resilience.ProtectedRetriever;
import ai.adcio.retrieval.weaviate.WeaviateSettings;
import ai.adcio.retrieval.weaviate.WeaviateSink;
import ai.adcio.retrieval.weaviate.WeaviateVectorRetriever;
import ai.adcio.sql.DatabaseRetriever;
import ai.adcio.sql.JdbcSink;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The arms and sinks of the engines that the options name, for one shop. What it opens it adds to the resources. */
public final class Engines {
    /** Under the time that a turn waits for its arms, so that a database that is away makes no turn late. */
    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(1);

    private static final int CONNECTIONS = 8;

    private final EngineOptions options;
    private final String shop;
    private final List<AutoCloseable> resources;

    /**
     * The engines of a shop.
     *
     * @param shop the shop's name in them
     * @param resources gets what must be closed, last first
     */
    public Engines(EngineOptions options, String shop, List<AutoCloseable> resources) {
        this.options = options;
        this.shop = shop;
        this.resources = resources;
    }

    /** The keyword arm, or null when the embedded one is wanted. */
    @Nullable
    Retriever keyword() {
        Retriever bare = bareKeyword();
        return bare == null ? null : guarded(bare);
    }

    /** The vector arm, or null when the embedded one is wanted. */
    @Nullable
    Retriever vector(EmbeddingSettings model) {
        Retriever bare = bareVector(model);
        return bare == null ? null : guarded(bare);
    }

    /** The SQL arm, or null when the embedded one is wanted. */
    @Nullable
    DatabaseRetriever sql() {
        String url = options.jdbc();
        return url == null ? null : opened(DatabaseRetriever.of(dataSource(url), shop));
    }

    /** The arms of the engines that are named, without the protection that {@link #guarded} gives them. */
    public List<Retriever> bareArms(EmbeddingSettings model) {
        return Stream.of(bareKeyword(), bareVector(model), sql())
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Retriever bareKeyword() {
        OpenSearchSettings settings = openSearch();
        return settings == null ? null : opened(new OpenSearchKeywordRetriever(settings));
    }

    private @Nullable Retriever bareVector(EmbeddingSettings model) {
        WeaviateSettings settings = weaviate();
        return settings == null ? null : opened(WeaviateVectorRetriever.of(settings, model));
    }

    /** An arm with the protection that every shop's has. */
    public static Retriever guarded(Retriever arm) {
        return ProtectedRetriever.builder(arm).build();
    }

    /** Adds what fills the engines. */
    public void addSinks(List<CatalogSink> sinks, @Nullable EmbeddingSettings model, @Nullable EmbeddingCache cache) {
        OpenSearchSettings words = openSearch();
        if (words != null) {
            sinks.add(opened(new OpenSearchSink(words)));
        }
        WeaviateSettings vectors = weaviate();
        if (vectors != null) {
            if (model == null || cache == null) {
                throw new AdcioException(
                        "--weaviate needs an embedding model: leave out --no-vector, and for a catalogue"
                                + " without English, which is all that the one in this process knows, name another by"
                                + " --embeddings URL#MODEL or a path");
            }
            sinks.add(opened(WeaviateSink.of(vectors, model, cache)));
        }
        String url = options.jdbc();
        if (url != null) {
            sinks.add(opened(JdbcSink.open(dataSource(url), shop)));
        }
    }

    private @Nullable OpenSearchSettings openSearch() {
        String url = options.openSearch();
        if (url == null) {
            return null;
        }
        OpenSearchSettings.Builder settings = OpenSearchSettings.builder(url, shop);
        String user = System.getenv("ADCIO_OPENSEARCH_USER");
        if (user != null) {
            settings.login(user, () -> environment("ADCIO_OPENSEARCH_PASSWORD"));
        }
        return settings.build();
    }

    private @Nullable WeaviateSettings weaviate() {
        URI url = options.weaviate();
        if (url == null) {
            return null;
        }
        WeaviateSettings.Builder settings = WeaviateSettings.builder(url).shop(shop);
        EngineOptions.GrpcAddress grpc = options.grpc();
        if (grpc != null) {
            settings.grpc(grpc.host(), grpc.port());
        }
        if (System.getenv("ADCIO_WEAVIATE_KEY") != null) {
            settings.apiKey(() -> environment("ADCIO_WEAVIATE_KEY"));
        }
        return settings.build();
    }

    private HikariDataSource dataSource(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(System.getenv("ADCIO_JDBC_USER"));
        config.setPassword(System.getenv("ADCIO_JDBC_PASSWORD"));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        // A database that is away fails its turns and not the start.
        config.setInitializationFailTimeout(-1);
        try {
            return opened(new HikariDataSource(config));
        } catch (RuntimeException e) {
            // Not as a cause: the pool repeats the URL, and some write a password into that.
            throw new AdcioException(
                    "--jdbc names no database that there is a driver for; write jdbc:postgresql://HOST/DATABASE,"
                            + " jdbc:mariadb://HOST/DATABASE or jdbc:h2:...");
        }
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }

    private <T extends AutoCloseable> T opened(T resource) {
        resources.add(resource);
        return resource;
    }
}
