package ai.adcio.sql;

import ai.adcio.AdcioException;
import ai.adcio.retrieval.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * One H2 database and its connections: one that writes, and a bounded number that can only read. Readers come as a user
 * with the right to select and nothing else, and once the tables are there the database refuses every statement with a
 * literal in it, so that only bound values can carry data. Thread safe.
 */
final class H2Database implements AutoCloseable {
    private static final String FILE_NAME = "products";
    // Pages outside the heap: 19,406 products with 488,000 attribute values took 152 MB of it as jdbc:h2:mem, and so
    // 20 MB when filled and 71 MB with the cache of decoded pages warm.
    private static final String IN_MEMORY = "jdbc:h2:nioMemFS:";
    private static final String OWNER = "OWNER";
    private static final String READER = "READER";
    // No trace file, nothing printed, no shutdown hook; results stay in memory instead of in files of H2's own.
    private static final String LOCKED_DOWN =
            ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;DB_CLOSE_ON_EXIT=FALSE;MAX_MEMORY_ROWS=1000000;CACHE_SIZE=16384";

    private final String url;
    private final Connection keeper;
    private final boolean readOnly;
    private final boolean inMemory;
    private final int size;
    private final Semaphore permits;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    private H2Database(String url, boolean readOnly, int size) {
        this.url = url;
        this.inMemory = url.startsWith(IN_MEMORY);
        this.readOnly = readOnly;
        this.size = size;
        this.permits = new Semaphore(size);
        try {
            this.keeper = connect(url + LOCKED_DOWN, OWNER);
        } catch (SQLException e) {
            throw new AdcioException("cannot open the product database; H2 reports error " + e.getErrorCode(), e);
        }
    }

    static H2Database inMemory(int size) {
        return new H2Database(IN_MEMORY + UUID.randomUUID(), false, size);
    }

    /** An empty database in the folder, in place of one that is there. */
    static H2Database create(Path folder, int size) {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(file(folder));
        } catch (IOException e) {
            throw new AdcioException("cannot write to " + folder + "; choose a folder that can be written", e);
        }
        return new H2Database(fileUrl(folder), false, size);
    }

    static H2Database openReadOnly(Path folder, int size) {
        if (!Files.isRegularFile(file(folder))) {
            throw new AdcioException("no product database in " + folder + "; build the index first");
        }
        return new H2Database(fileUrl(folder) + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r", true, size);
    }

    private static Path file(Path folder) {
        return folder.resolve(FILE_NAME + ".mv.db");
    }

    private static String fileUrl(Path folder) {
        String path = folder.toAbsolutePath().normalize().resolve(FILE_NAME).toString();
        if (path.indexOf(';') >= 0) {
            throw new AdcioException("folder " + folder + " has a semicolon, which H2 reads as a setting; rename it");
        }
        // An interrupted reader closes an ordinary file channel for everyone; an asynchronous one survives it.
        return "jdbc:h2:async:" + path;
    }

    private static Connection connect(String url, String user) throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword("");
        return source.getConnection();
    }

    boolean readOnly() {
        return readOnly;
    }

    /** The first connection, a reader in a read-only database. */
    Connection keeper() {
        return keeper;
    }

    /** The connection that writes; used by one thread at a time. The caller does not close it. */
    Connection writer() {
        return keeper;
    }

    /** Runs statements of our own making that hold no value from outside. */
    void execute(String... statements) throws SQLException {
        try (Statement statement = keeper.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Lets readers in, with the right to select from what is there now. */
    void admitReaders() throws SQLException {
        execute(
                "CREATE USER IF NOT EXISTS " + READER + " PASSWORD ''",
                "GRANT SELECT ON SCHEMA PUBLIC TO " + READER,
                "SET ALLOW_LITERALS NONE");
    }

    /** What runs on a reader's connection. */
    interface Reading<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Runs on a connection of the pool.
     *
     * @throws SQLException when the database fails, or no connection comes free before the deadline
     */
    <T extends @Nullable Object> T read(Deadline deadline, Reading<T> reading) throws SQLException {
        acquire(deadline);
        try {
            if (closed) {
                throw new DatabaseErrors.Stopped("the product database is closed");
            }
            Connection connection = idle.poll();
            if (connection == null) {
                connection = connect(url, READER);
            }
            try {
                return reading.on(connection);
            } finally {
                if (closed) {
                    connection.close();
                } else {
                    idle.push(connection);
                }
            }
        } finally {
            permits.release();
        }
    }

    private void acquire(Deadline deadline) throws SQLException {
        if (permits.tryAcquire()) {
            return;
        }
        try {
            if (permits.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new DatabaseErrors.Stopped("all " + size + " connections are in use");
    }

    /** Waits a moment for readers, then closes every connection and the database. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            boolean quiet = permits.tryAcquire(size, 5, TimeUnit.SECONDS);
            if (quiet) {
                permits.release(size);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            Connection connection;
            while ((connection = idle.poll()) != null) {
                connection.close();
            }
            if (!readOnly) {
                execute(inMemory ? "DROP ALL OBJECTS DELETE FILES" : "SHUTDOWN COMPACT");
            }
            keeper.close();
        } catch (SQLException e) {
            throw new AdcioException("closing the product database failed; H2 reports error " + e.getErrorCode(), e);
        }
    }
}
