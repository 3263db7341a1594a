package ai.adcio.cli;

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
final class FilledPostgres extends FilledEngine {
    private final EmbeddedPostgres server;

    private FilledPostgres(EmbeddedPostgres server, JdbcSink sink, DatabaseRetriever arm) {
        super(List.of("--jdbc", server.getJdbcUrl("postgres", "postgres")), sink, arm, arm::close);
        this.server = server;
    }

    /**
     * Starts one.
     *
     * @throws IOException when it cannot be had here
     */
    static FilledPostgres start(String shop) throws IOException {
        // Run as root it goes into a user namespace of its own, which some containers forbid.
        EmbeddedPostgres server =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        return new FilledPostgres(
                server,
                JdbcSink.open(server.getPostgresDatabase(), shop),
                DatabaseRetriever.of(server.getPostgresDatabase(), shop));
    }

    @Override
    List<String> generations() {
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
    void remove() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
