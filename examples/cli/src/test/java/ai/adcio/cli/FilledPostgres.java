package ai.adcio.cli;

import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.retrieval.Retriever;
import ai.adcio.sql.DatabaseRetriever;
import ai.adcio.sql.JdbcSink;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL that is started for the test and ends with it. */
final class FilledPostgres implements FilledEngine {
    private final EmbeddedPostgres server;
    private final CatalogSink sink;
    private final DatabaseRetriever arm;

    /**
     * Starts one.
     *
     * @throws IOException when it cannot be had here
     */
    FilledPostgres(String shop) throws IOException {
        // Run as root it goes into a user namespace of its own, which some containers forbid.
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        sink = JdbcSink.open(server.getPostgresDatabase(), shop);
        arm = DatabaseRetriever.of(server.getPostgresDatabase(), shop);
    }

    @Override
    public List<String> options() {
        return List.of("--jdbc", server.getJdbcUrl("postgres", "postgres"));
    }

    @Override
    public CatalogSink sink() {
        return sink;
    }

    @Override
    public Retriever arm() {
        return arm;
    }

    @Override
    public List<String> generations() {
        List<String> held = new ArrayList<>();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, null, "adcio\\_%\\_product", null)) {
            while (tables.next()) {
                held.add(tables.getString("TABLE_NAME"));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return held;
    }

    @Override
    public void close() {
        arm.close();
        sink.close();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
