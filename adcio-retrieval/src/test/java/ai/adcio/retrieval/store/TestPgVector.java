package ai.adcio.retrieval.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.pgvector.DefaultMetadataStorageConfig;
import dev.langchain4j.store.embedding.pgvector.MetadataStorageMode;
import dev.langchain4j.store.embedding.pgvector.PgVectorEmbeddingStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A table of a PostgreSQL with pgvector, that no other test uses. */
final class TestPgVector implements AutoCloseable {
    private static final @Nullable String URL = System.getenv("ADCIO_PGVECTOR_URL");
    private static final AtomicInteger TABLES = new AtomicInteger();
    private static final int DIMENSIONS = 64;

    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final String table;
    private final EmbeddingStore<TextSegment> store;

    private TestPgVector(String url, MetadataStorageMode mode) {
        database.setUrl(url);
        table = "adciotest_" + ProcessHandle.current().pid() + "_" + TABLES.incrementAndGet();
        String type = mode == MetadataStorageMode.COMBINED_JSONB ? "jsonb" : "json";
        store = PgVectorEmbeddingStore.datasourceBuilder()
                .datasource(database)
                .table(table)
                .dimension(DIMENSIONS)
                .metadataStorageConfig(DefaultMetadataStorageConfig.builder()
                        .storageMode(mode)
                        .columnDefinitions(List.of("metadata " + type.toUpperCase(Locale.ROOT) + " NULL"))
                        .build())
                .build();
    }

    /** Makes the table; skips the test without a server. */
    static TestPgVector keeping(MetadataStorageMode mode) {
        assumeTrue(
                URL != null,
                "no pgvector: install it for a PostgreSQL, make a database there and set ADCIO_PGVECTOR_URL to"
                        + " jdbc:postgresql://HOST:PORT/DATABASE?user=NAME&password=SECRET");
        return new TestPgVector(String.valueOf(URL), mode);
    }

    EmbeddingStore<TextSegment> store() {
        return store;
    }

    @Override
    public void close() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE " + table);
        } catch (SQLException e) {
            throw new AssertionError("could not clear up after a test", e);
        }
    }
}
