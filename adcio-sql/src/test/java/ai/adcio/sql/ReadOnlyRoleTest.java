package ai.adcio.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The rights that docs/databases.md gives the arm's own user are enough for it, and let it write nothing. */
class ReadOnlyRoleTest {
    @Test
    void readsAndCannotWriteOnPostgreSql() {
        PostgresServer.get();
        DataSource owner = PostgresServer.schema();
        String schema = schemaOf(owner);
        PostgresServer.execute("CREATE ROLE clerk_" + schema + " LOGIN PASSWORD 'secret'");
        PostgresServer.execute("GRANT USAGE ON SCHEMA " + schema + " TO clerk_" + schema);
        PostgresServer.execute(
                "ALTER DEFAULT PRIVILEGES IN SCHEMA " + schema + " GRANT SELECT ON TABLES TO clerk_" + schema);
        DataSource reader = PostgresServer.in(schema, "clerk_" + schema);

        readsNewGenerations(owner, reader);
        cannotWrite(reader, "42501");
    }

    @Test
    void readsAndCannotWriteOnMariaDb() {
        DataSource owner = MariaDbServer.database();
        String database = schemaOf(owner);
        MariaDbServer.execute(
                "CREATE USER clerk_" + database + "@'%' IDENTIFIED BY 'secret'",
                "GRANT SELECT ON " + database + ".* TO clerk_" + database + "@'%'");
        DataSource reader = MariaDbServer.in(database, "clerk_" + database + "&password=secret");

        readsNewGenerations(owner, reader);
        cannotWrite(reader, "42000");
    }

    @Test
    void theArmsTransactionsCannotWriteWhoeverTheUserIs() throws SQLException {
        for (Databases kind : List.of(Databases.POSTGRESQL, Databases.MARIADB)) {
            DataSource owner = kind.get();
            fill(owner, "g1");
            Dialect dialect = kind == Databases.POSTGRESQL ? Dialect.POSTGRESQL : Dialect.MARIADB;
            try (Connection connection = owner.getConnection();
                    ReadTransaction reading =
                            new ReadTransaction(connection, dialect, java.time.Duration.ofSeconds(10))) {
                assertThat(reading.published(new SinkTables(dialect), "shop")).isNotNull();
                try (Statement statement = connection.createStatement()) {
                    assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM adcio_shop"))
                            .isInstanceOfSatisfying(
                                    SQLException.class,
                                    e -> assertThat(e.getSQLState()).isEqualTo("25006"));
                }
            }
        }
    }

    private static void readsNewGenerations(DataSource owner, DataSource reader) {
        try (InMemoryCatalog none = InMemoryCatalog.empty();
                CatalogSnapshot snapshot = none.acquire();
                DatabaseRetriever arm = DatabaseRetriever.of(reader, "shop")) {
            for (String generation : List.of("g1", "g2")) {
                fill(owner, generation);
                assertThat(arm.retrieve(RequestBuilder.of(snapshot).build()))
                        .isInstanceOfSatisfying(
                                RetrievalResult.Found.class,
                                found -> assertThat(found.total()).isEqualTo(1));
            }
        }
    }

    private static void fill(DataSource owner, String generation) {
        try (InMemoryCatalog catalog =
                InMemoryCatalog.of(List.of(Product.builder("a", "mug").build()))) {
            catalog.attach(new DatabaseIndex(JdbcSink.open(owner, "shop"), generation));
        }
    }

    private static void cannotWrite(DataSource reader, String state) {
        for (String sql : List.of(
                "DELETE FROM adcio_shop",
                "INSERT INTO adcio_shop VALUES ('x', 'y')",
                "UPDATE adcio_1_product SET id = 'x'",
                "DROP TABLE adcio_2_product",
                "CREATE TABLE mine (id INTEGER)")) {
            assertThatThrownBy(() -> {
                        try (Connection connection = reader.getConnection();
                                Statement statement = connection.createStatement()) {
                            statement.execute(sql.replace("_1_", "_2_"));
                        }
                    })
                    .as(sql)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
        }
    }

    private static String schemaOf(DataSource database) {
        try (Connection connection = database.getConnection()) {
            String schema = connection.getSchema();
            return schema == null ? connection.getCatalog() : schema;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
