package ai.adcio.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL of this module's tests, started once; tests without one are skipped and say why. */
final class PostgresServer {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private PostgresServer() {}

    private static final class Started {
        static final @Nullable EmbeddedPostgres SERVER;
        static final String WHY_NOT;

        static {
            EmbeddedPostgres server = null;
            String whyNot = "";
            try {
                // Run as root it goes into a user namespace of its own, which some containers forbid.
                server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                EmbeddedPostgres stopped = server;
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        stopped.close();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }));
            } catch (IOException | RuntimeException e) {
                whyNot = String.valueOf(e.getMessage());
            }
            SERVER = server;
            WHY_NOT = whyNot;
        }
    }

    /** The server; skips the test when it cannot be had. */
    static EmbeddedPostgres get() {
        EmbeddedPostgres server = Started.SERVER;
        Assumptions.assumeTrue(
                server != null,
                () -> "PostgreSQL cannot start here (" + Started.WHY_NOT
                        + "); run the tests as a user other than root, or where root may use `unshare -U`");
        return java.util.Objects.requireNonNull(server);
    }

    /** An empty schema of its own, with a user who may do everything. */
    static DataSource schema() {
        String schema = "s" + SCHEMAS.incrementAndGet();
        execute("CREATE SCHEMA " + schema);
        return in(schema, "postgres");
    }

    static DataSource in(String schema, String user) {
        return get().getDatabase(user, "postgres", Map.of("currentSchema", schema));
    }

    static void execute(String sql) {
        try (Connection connection = get().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
