package ai.adcio.sql;

import ai.adcio.sql.SinkTables.Generation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that cannot write and that sees the database as it was at its beginning, so that a question meets the
 * generation, the fields and the rows of one moment. Used by one thread.
 */
final class ReadTransaction implements AutoCloseable {
    private static final long MILLISECONDS = 1_000;
    private static final long GRACE_MILLISECONDS = 1_000;
    // No shop has such a name.
    private static final String TIME_LIMIT = "time limit";

    private final Connection connection;
    private final Dialect dialect;
    private final Duration remaining;
    private final boolean autoCommit;
    private final int waits;

    /**
     * Begins the transaction.
     *
     * @param remaining how long each statement may take; the server ends one that takes longer
     */
    ReadTransaction(Connection connection, Dialect dialect, Duration remaining) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.remaining = remaining;
        this.autoCommit = connection.getAutoCommit();
        // The server's own limit comes first; this one is for a server that is silent.
        this.waits = Database.limitWaiting(connection, remaining.plusMillis(GRACE_MILLISECONDS));
        switch (dialect) {
            case POSTGRESQL -> connection.setAutoCommit(false);
            case MARIADB, MYSQL -> execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            case H2 -> {
                // At a lower level it would see each table as it is when a statement first names it.
                connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                connection.setAutoCommit(false);
            }
        }
    }

    /** The generation that a shop is served from, or null. */
    @Nullable
    Generation published(SinkTables tables, String shop) throws SQLException {
        if (dialect != Dialect.POSTGRESQL) {
            return SinkTables.first(connection, tables.published(shop, null));
        }
        try (PreparedStatement statement = whole(opening(tables, shop), null).prepare(connection)) {
            return opened(statement);
        }
    }

    /**
     * What begins a transaction of PostgreSQL: the isolation, and the published generation together with the time limit
     * of what follows. The same for every question, as rendering it takes longer than its answer.
     */
    static BoundStatement opening(SinkTables tables, String shop) {
        Field<String> limit = DSL.function(
                DSL.name("set_config"), String.class, DSL.val("statement_timeout"), DSL.val(TIME_LIMIT), DSL.val(true));
        BoundStatement generation = BoundStatement.of(tables.published(shop, limit));
        return new BoundStatement(
                "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; " + generation.sql(), generation.values());
    }

    /**
     * The statements of a whole transaction, which PostgreSQL's driver sends in one round trip.
     *
     * @param opening its {@linkplain #opening beginning}
     * @param question what is asked, or null when it waits for the generation
     */
    BoundStatement whole(BoundStatement opening, @Nullable BoundStatement question) {
        List<Object> values = new ArrayList<>(opening.values());
        values.replaceAll(value -> value.equals(TIME_LIMIT) ? Long.toString(milliseconds()) : value);
        if (question == null) {
            return new BoundStatement(opening.sql(), values);
        }
        values.addAll(question.values());
        return new BoundStatement(opening.sql() + "; " + question.sql() + "; COMMIT", values);
    }

    /** Runs the statements of {@link #whole} as far as the generation, which is null when there is none. */
    static @Nullable Generation opened(PreparedStatement statement) throws SQLException {
        boolean rows = statement.execute();
        while (!rows && statement.getUpdateCount() >= 0) {
            rows = statement.getMoreResults();
        }
        try (ResultSet row = statement.getResultSet()) {
            return row.next() ? SinkTables.generation(row) : null;
        }
    }

    /** A statement under the time limit. The caller closes it. */
    PreparedStatement prepare(BoundStatement bound) throws SQLException {
        PreparedStatement statement = bound.prepare(connection);
        if (dialect != Dialect.POSTGRESQL && milliseconds() > 0) {
            statement.setQueryTimeout((int) ((milliseconds() + MILLISECONDS - 1) / MILLISECONDS));
        }
        return statement;
    }

    Connection connection() {
        return connection;
    }

    private long milliseconds() {
        return Math.clamp(remaining.toMillis(), 1, Integer.MAX_VALUE);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends the transaction and leaves the connection as it came; what fails here has failed before. */
    @Override
    public void close() {
        try {
            switch (dialect) {
                case POSTGRESQL, H2 -> connection.rollback();
                case MARIADB, MYSQL -> execute("ROLLBACK");
            }
        } catch (SQLException e) {
            // A connection that broke: giving it back tells the pool.
            return;
        } finally {
            Database.giveBack(connection, autoCommit, waits);
        }
    }
}
