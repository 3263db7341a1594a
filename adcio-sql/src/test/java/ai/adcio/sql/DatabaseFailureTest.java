package ai.adcio.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.Cancellation;
import ai.adcio.retrieval.Deadline;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases that are down, silent, busy or closed to us. */
class DatabaseFailureTest {
    private static final String SECRET = "hush-hush";
    private static final Duration SHORT = Duration.ofMillis(300);
    // Generous, as only a hang is to be told from an answer.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final InMemoryCatalog catalog = InMemoryCatalog.of(List.of(
            Product.builder("a", "mug").build(), Product.builder("b", "cup").build()));
    private final CatalogSnapshot snapshot = catalog.acquire();

    @AfterEach
    void close() {
        snapshot.close();
        catalog.close();
    }

    @Test
    void aWrongPasswordIsSaidWithoutIt() {
        MariaDbServer.execute("CREATE USER IF NOT EXISTS guarded@localhost IDENTIFIED BY 'right'");
        says(MariaDbServer.in("mysql", "guarded&password=" + SECRET), "the user or the password");
    }

    @Test
    void anUnknownUserAndDatabaseAreSaidWithoutThePassword() {
        PGSimpleDataSource source = postgres(PostgresServer.get().getPort());
        source.setDatabaseName("nowhere");
        source.setUser("postgres");
        says(source, "no such database");
        PGSimpleDataSource stranger = postgres(PostgresServer.get().getPort());
        stranger.setUser("stranger");
        says(stranger, "the user or the password");
    }

    @Test
    void aServerThatIsDownIsSaid() throws IOException, SQLException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        says(postgres(closed), "cannot be reached");
        says(
                new MariaDbDataSource(
                        "jdbc:mariadb://127.0.0.1:" + closed + "/x?user=u&password=" + SECRET + "&connectTimeout=2000"),
                "cannot be reached");
    }

    @Test
    void aServerThatSaysNothingIsGivenUpAtTheDeadline() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            assertThat(ask(postgres(silent.getLocalPort()), Deadline.in(SHORT), new Cancellation()))
                    .isEqualTo(new RetrievalResult.Failed("stopped at the deadline"));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
            assertThatThrownBy(() -> JdbcSink.open(postgres(silent.getLocalPort()), "shop", SHORT))
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining("in time");
        }
    }

    @Test
    void aStatementThatTakesTooLongIsStoppedOnTheServerToo() throws SQLException {
        DataSource database = PostgresServer.schema();
        fill(database);
        // It waits for a lock that somebody holds.
        try (Connection other = database.getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("LOCK TABLE adcio_1_product IN ACCESS EXCLUSIVE MODE");
            assertThat(ask(database, Deadline.in(SHORT), new Cancellation()))
                    .isEqualTo(new RetrievalResult.Failed("stopped at the deadline"));
            nobodyWaitsOn(database);
            other.rollback();
        }
        assertThat(ask(database, Deadline.in(PATIENCE), new Cancellation())).isInstanceOf(RetrievalResult.Found.class);
    }

    @Test
    void aCancelledStatementIsStoppedOnTheServerToo() throws SQLException, InterruptedException {
        DataSource database = PostgresServer.schema();
        fill(database);
        try (Connection other = database.getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("LOCK TABLE adcio_1_product IN ACCESS EXCLUSIVE MODE");
            Cancellation cancellation = new Cancellation();
            Thread canceller = Thread.ofVirtual().start(() -> {
                awaitWaiters(database, 1);
                cancellation.cancel();
            });
            assertThat(ask(database, Deadline.in(PATIENCE), cancellation))
                    .isEqualTo(new RetrievalResult.Failed("the answer is no longer wanted"));
            canceller.join();
            nobodyWaitsOn(database);
            other.rollback();
        }
    }

    @Test
    void aStatementOfMariaDbIsStoppedOnTheServerToo() throws SQLException {
        DataSource database = MariaDbServer.database();
        fill(database);
        try (Connection other = database.getConnection();
                Statement lock = other.createStatement()) {
            lock.execute("LOCK TABLES adcio_1_product WRITE");
            assertThat(ask(database, Deadline.in(SHORT), new Cancellation()))
                    .isEqualTo(new RetrievalResult.Failed("stopped at the deadline"));
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (mariaDbWaiters(other) > 0) {
                assertThat(System.nanoTime()).isLessThan(end);
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            lock.execute("UNLOCK TABLES");
        }
        assertThat(ask(database, Deadline.in(PATIENCE), new Cancellation())).isInstanceOf(RetrievalResult.Found.class);
    }

    @Test
    void aQuestionOnAConnectionThatTheServerEndedIsAskedOnAnother() throws SQLException {
        DataSource database = PostgresServer.schema();
        fill(database);
        Deque<Connection> pool = new ArrayDeque<>();
        for (int i = 0; i < 3; i++) {
            pool.add(ended(database));
        }
        assertThat(ask(pooled(database, pool), Deadline.in(PATIENCE), new Cancellation()))
                .isInstanceOf(RetrievalResult.Found.class);
        assertThat(pool).isEmpty();
    }

    @Test
    void aWriteOnAConnectionThatTheServerEndedSaysSo() throws SQLException {
        DataSource database = PostgresServer.schema();
        Deque<Connection> pool = new ArrayDeque<>();
        JdbcSink sink = JdbcSink.open(pooled(database, pool), "shop");
        sink.begin("g", snapshot.capabilities());
        pool.add(ended(database));
        assertThatThrownBy(() -> sink.write("g", new CatalogChanges(List.of(), List.of("a"))))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("cannot be reached");
        sink.write("g", new CatalogChanges(List.of(), List.of("a")));
        sink.close();
    }

    /** Hands out what is in the pool before anything new. */
    private static DataSource pooled(DataSource database, Deque<Connection> pool) {
        return (DataSource) Proxy.newProxyInstance(
                DatabaseFailureTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, given) -> {
                    Connection held = method.getName().equals("getConnection") ? pool.poll() : null;
                    return held != null ? held : method.invoke(database, given);
                });
    }

    /** A connection whose server process is gone, which its driver does not know yet. */
    private static Connection ended(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        int process;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            process = row.getInt(1);
        }
        try (Connection other = database.getConnection();
                PreparedStatement end = other.prepareStatement("SELECT pg_terminate_backend(?, 20000)")) {
            end.setInt(1, process);
            end.execute();
        }
        return connection;
    }

    @Test
    void aDatabaseThatWasNeverFilledIsSaid() {
        for (Databases kind : List.of(Databases.POSTGRESQL, Databases.H2)) {
            DataSource database = kind.get();
            assertThat(ask(database, Deadline.none(), new Cancellation()))
                    .isInstanceOfSatisfying(
                            RetrievalResult.Failed.class,
                            failed -> assertThat(failed.cause()).contains("fill"));
            JdbcSink.open(database, "shop").close();
            assertThat(ask(database, Deadline.none(), new Cancellation()))
                    .isInstanceOfSatisfying(
                            RetrievalResult.Failed.class,
                            failed -> assertThat(failed.cause()).contains("no published catalogue of shop shop"));
        }
    }

    private static PGSimpleDataSource postgres(int port) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser("u");
        source.setPassword(SECRET);
        return source;
    }

    /** Every way into the database says this, and none the password. */
    private void says(DataSource database, String what) {
        assertThat(ask(database, Deadline.in(PATIENCE), new Cancellation()))
                .isInstanceOfSatisfying(
                        RetrievalResult.Failed.class,
                        failed -> assertThat(failed.cause()).contains(what).doesNotContain(SECRET));
        for (Runnable way : List.<Runnable>of(
                () -> JdbcSink.open(database, "shop"),
                () -> DatabaseMigrations.migrate(database),
                () -> new JdbcConversationStore(database, "shop").load("a"),
                () -> new JdbcAdEventLog(database, "shop").totals("a"))) {
            assertThatThrownBy(way::run)
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining(what)
                    .satisfies(e -> assertThat(everything(e)).doesNotContain(SECRET));
        }
    }

    private static String everything(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private RetrievalResult ask(DataSource database, Deadline deadline, Cancellation cancellation) {
        try (DatabaseRetriever arm = DatabaseRetriever.of(database, "shop")) {
            return arm.retrieve(RequestBuilder.of(snapshot)
                    .deadline(deadline)
                    .cancellation(cancellation)
                    .build());
        }
    }

    private void fill(DataSource database) {
        catalog.attach(new DatabaseIndex(JdbcSink.open(database, "shop"), "g1"));
    }

    private static void nobodyWaitsOn(DataSource database) {
        awaitWaiters(database, 0);
    }

    private static void awaitWaiters(DataSource database, int wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (waiters(database) != wanted) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static int waiters(DataSource database) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'adcio_1_product'::regclass");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static int mariaDbWaiters(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SELECT count(*) FROM information_schema.processlist"
                        + " WHERE db = database() AND state LIKE 'Waiting for table%'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
