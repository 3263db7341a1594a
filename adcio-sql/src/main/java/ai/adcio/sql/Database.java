package ai.adcio.sql;

import ai.adcio.AdcioException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jooq.Query;
import org.jooq.conf.ParamType;
import org.jspecify.annotations.Nullable;

/**
 * The caller's database, for work that is not a shopper's turn: each piece of it runs in one transaction or statement,
 * and none waits longer than a fixed time. Thread safe.
 */
final class Database {
    private static final int TRIES = 4;

    private final DataSource source;
    private final Duration timeout;
    private volatile @Nullable Dialect dialect;

    /**
     * Wraps a source of connections.
     *
     * @param timeout how long a connection, and the database's answer to one statement, may take
     */
    Database(DataSource source, Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new AdcioException("timeout is " + timeout + "; give the database more than no time");
        }
        this.source = source;
        this.timeout = timeout;
    }

    /** What runs on a connection. */
    interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    /** The dialect of the database, which is connected to for it once. */
    Dialect dialect() throws SQLException {
        Dialect known = dialect;
        return known != null ? known : withConnection(connection -> Dialect.of(connection.getMetaData()));
    }

    /** Runs statements one by one, each for itself: not every database has transactions for definitions. */
    void define(List<? extends Query> statements) throws SQLException {
        execute(statements.stream()
                .map(query -> query.getSQL(ParamType.INDEXED))
                .toList());
    }

    /** Runs statements of our own making that hold no value from outside. */
    void execute(List<String> statements) throws SQLException {
        withConnection(connection -> {
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(seconds());
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            return true;
        });
    }

    /** Runs one statement, or several that need no transaction. */
    <T extends @Nullable Object> T run(Work<T> work) throws SQLException {
        return withConnection(connection -> {
            connection.setAutoCommit(true);
            return work.on(connection);
        });
    }

    /** Runs work that is done whole or not at all, again when the database gave it up for another transaction. */
    <T extends @Nullable Object> T transact(Work<T> work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return withConnection(connection -> {
                    connection.setAutoCommit(false);
                    try {
                        T result = work.on(connection);
                        connection.commit();
                        return result;
                    } catch (SQLException | RuntimeException e) {
                        rollBack(connection, e);
                        throw e;
                    }
                });
            } catch (SQLException e) {
                if (attempt == TRIES || !DatabaseErrors.isTransient(e)) {
                    throw e;
                }
            }
        }
    }

    /** A connection that broke cannot roll back, and the server does; why it broke is what counts. */
    private static void rollBack(Connection connection, Exception because) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    private <T extends @Nullable Object> T withConnection(Work<T> work) throws SQLException {
        try (Connection connection = connect()) {
            if (dialect == null) {
                dialect = Dialect.of(connection.getMetaData());
            }
            boolean autoCommit = connection.getAutoCommit();
            int waits = limitWaiting(connection, timeout);
            try {
                return work.on(connection);
            } finally {
                giveBack(connection, autoCommit, waits);
            }
        }
    }

    private Connection connect() throws SQLException {
        return connect(source, timeout);
    }

    /** A connection, waited for no longer than a time: one that comes later is closed. */
    static Connection connect(DataSource source, Duration atMost) throws SQLException {
        CompletableFuture<Connection> pending = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                Connection connection = source.getConnection();
                if (!pending.complete(connection)) {
                    connection.close();
                }
            } catch (SQLException | RuntimeException e) {
                pending.completeExceptionally(e);
            }
        });
        try {
            return pending.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failed) {
                throw failed;
            }
            throw new SQLException("the data source failed", "08000", e.getCause());
        } catch (TimeoutException e) {
            throw refused(pending, "no connection to the database came in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(pending, "the thread was interrupted while it waited for the database");
        }
    }

    private static SQLException refused(CompletableFuture<Connection> pending, String why) throws SQLException {
        DatabaseErrors.Stopped stopped = new DatabaseErrors.Stopped(why);
        if (!pending.completeExceptionally(stopped) && !pending.isCompletedExceptionally()) {
            pending.join().close();
        }
        return stopped;
    }

    /** Bounds how long the driver waits for the server's next word; the bound before, or -1 when there is none to set. */
    static int limitWaiting(Connection connection, Duration atMost) throws SQLException {
        try {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, (int) Math.min(atMost.toMillis() + 1, Integer.MAX_VALUE));
            return before;
        } catch (SQLFeatureNotSupportedException e) {
            return -1;
        }
    }

    /** Leaves the connection as it came; one that broke is the pool's to find out. */
    static void giveBack(Connection connection, boolean autoCommit, int waits) {
        try {
            connection.setAutoCommit(autoCommit);
            if (waits >= 0) {
                connection.setNetworkTimeout(Runnable::run, waits);
            }
        } catch (SQLException e) {
            // What it was used for has failed before and is reported.
            return;
        }
    }

    private int seconds() {
        return Math.clamp(timeout.toSeconds(), 1, Integer.MAX_VALUE);
    }
}
