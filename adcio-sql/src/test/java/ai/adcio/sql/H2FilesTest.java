package ai.adcio.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.Aggregate;
import ai.adcio.retrieval.Cancellation;
import ai.adcio.retrieval.Deadline;
import ai.adcio.retrieval.ProductGenerator;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class H2FilesTest {
    private static final int PRODUCTS = 120;
    // Generous, as only what never happens is to be told from what is slow.
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final InMemoryCatalog catalog = InMemoryCatalog.of(new ProductGenerator(7).products(PRODUCTS));

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        catalog.close();
    }

    private void fill() {
        try (InMemoryCatalog same = InMemoryCatalog.of(new ProductGenerator(7).products(PRODUCTS));
                H2Retriever arm = H2Retriever.create(folder)) {
            same.attach(arm);
        }
    }

    private static RetrievalRequest count(CatalogSnapshot snapshot) {
        return RequestBuilder.of(snapshot).aggregate(Aggregate.COUNT).build();
    }

    private static void countsAll(H2Retriever arm, CatalogSnapshot snapshot) {
        assertThat(arm.retrieve(count(snapshot)))
                .isInstanceOfSatisfying(
                        RetrievalResult.Computed.class,
                        counted -> assertThat(counted.over()).isEqualTo(PRODUCTS));
    }

    @Test
    void isOneFileThatSeveralReadersOpenAtOnce() throws IOException {
        fill();
        try (CatalogSnapshot snapshot = catalog.acquire();
                H2Retriever first = H2Retriever.open(folder)) {
            try (H2Retriever second = H2Retriever.open(folder)) {
                countsAll(second, snapshot);
                countsAll(first, snapshot);
            }
            countsAll(first, snapshot);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("products.mv.db"));
        }
    }

    @Test
    void isReadByAnotherProcessMeanwhile() throws Exception {
        fill();
        try (CatalogSnapshot snapshot = catalog.acquire();
                H2Retriever arm = H2Retriever.open(folder)) {
            countsAll(arm, snapshot);
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            OtherProcess.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(said.strip()).isEqualTo(Integer.toString(PRODUCTS));
            countsAll(arm, snapshot);
        }
    }

    /** Counts the products of a folder in a process of its own. */
    static final class OtherProcess {
        private OtherProcess() {}

        public static void main(String[] arguments) {
            try (InMemoryCatalog none = InMemoryCatalog.of(List.of());
                    CatalogSnapshot snapshot = none.acquire();
                    H2Retriever arm = H2Retriever.open(Path.of(arguments[0]))) {
                System.out.println(
                        arm.retrieve(count(snapshot)) instanceof RetrievalResult.Computed counted
                                ? counted.over()
                                : "no count");
            }
        }
    }

    @Test
    void keepsItsVersionAndRefusesChangesWhenItIsReadOnly() {
        fill();
        try (H2Retriever arm = H2Retriever.open(folder)) {
            catalog.attach(arm);
            assertThatThrownBy(
                            () -> catalog.upsert(Product.builder("new", "New").build()))
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining("read-only");
            try (CatalogSnapshot snapshot = catalog.acquire()) {
                countsAll(arm, snapshot);
            }
        }
    }

    @Test
    void saysWhatIsWrongWithAFolder() {
        assertThatThrownBy(() -> H2Retriever.open(folder))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("build the index first");
        assertThatThrownBy(() -> H2Retriever.create(folder.resolve("a;INIT=RUNSCRIPT FROM 'x'")))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("semicolon");
        fill();
        try (InMemoryCatalog other = InMemoryCatalog.of(List.of());
                H2Retriever arm = H2Retriever.open(folder)) {
            assertThatThrownBy(() -> other.attach(arm))
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining("build the index again");
        }
    }

    @Test
    void replacesTheDatabaseThatIsThere() {
        fill();
        fill();
        try (CatalogSnapshot snapshot = catalog.acquire();
                H2Retriever arm = H2Retriever.open(folder)) {
            countsAll(arm, snapshot);
        }
    }

    @Test
    void survivesAnInterruptedCaller() {
        fill();
        try (CatalogSnapshot snapshot = catalog.acquire();
                H2Retriever arm = H2Retriever.open(folder)) {
            for (int i = 0; i < 5; i++) {
                Thread.currentThread().interrupt();
                arm.retrieve(count(snapshot));
                assertThat(Thread.interrupted()).isTrue();
            }
            countsAll(arm, snapshot);
        }
    }

    @Test
    void givesReadersNoRightButToSelect() throws SQLException {
        try (H2Database database = H2Database.inMemory(1)) {
            database.execute("CREATE TABLE T(A INT)", "INSERT INTO T VALUES (1)");
            database.writer().commit();
            database.admitReaders();
            List<String> forbidden = List.of(
                    "SELECT 1 FROM T",
                    "SELECT 'a' FROM T",
                    "DELETE FROM T",
                    "DROP TABLE T",
                    "CREATE TABLE U(A INT)",
                    "CREATE ALIAS F FOR \"java.lang.System.exit\"",
                    "SCRIPT",
                    "SHUTDOWN",
                    "SET ALLOW_LITERALS ALL",
                    "SELECT FILE_READ(?)");
            for (String sql : forbidden) {
                assertThatThrownBy(() -> database.read(Deadline.none(), connection -> run(connection, sql)))
                        .as(sql)
                        .isInstanceOf(SQLException.class);
            }
            boolean answered =
                    database.<Boolean>read(Deadline.none(), connection -> run(connection, "SELECT A FROM T"));
            assertThat(answered).isTrue();
        }
    }

    private static boolean run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    @Test
    void stopsAStatementAtTheDeadlineAndAtTheCancellation() throws Exception {
        BoundStatement endless = new BoundStatement(
                "SELECT COUNT(*) FROM SYSTEM_RANGE(?, ?) A, SYSTEM_RANGE(?, ?) B WHERE A.X < B.X",
                List.of(1L, 10_000_000L, 1L, 10_000_000L));
        try (H2Database database = H2Database.inMemory(2)) {
            database.admitReaders();
            StatementRunner runner = new StatementRunner(database);
            assertThatThrownBy(() -> runner.run(endless, Deadline.in(Duration.ofMillis(100)), new Cancellation()))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(DatabaseErrors.cause(e)).isEqualTo("stopped at the deadline"));
            Cancellation cancellation = new Cancellation();
            Thread canceller = Thread.ofVirtual().start(() -> {
                awaitRunning(database);
                cancellation.cancel();
            });
            assertThatThrownBy(() -> runner.run(endless, Deadline.in(PATIENCE.multipliedBy(2)), cancellation))
                    .isInstanceOf(SQLException.class);
            assertThat(cancellation.isCancelled())
                    .as("stopped by it, not by the deadline")
                    .isTrue();
            canceller.join();
        }
    }

    /** Waits until a reader's statement is at work; not for ever. */
    private static void awaitRunning(H2Database database) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try (PreparedStatement sessions = database.keeper()
                    .prepareStatement("SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS"
                            + " WHERE USER_NAME = ? AND EXECUTING_STATEMENT IS NOT NULL")) {
                sessions.setString(1, "READER");
                try (ResultSet row = sessions.executeQuery()) {
                    if (row.next() && row.getInt(1) > 0) {
                        return;
                    }
                }
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
