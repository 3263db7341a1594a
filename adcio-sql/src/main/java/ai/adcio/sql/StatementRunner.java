package ai.adcio.sql;

import ai.adcio.retrieval.Cancellation;
import ai.adcio.retrieval.Deadline;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Runs questions on a reader's connection until they are done, late or no longer wanted. Thread safe. */
final class StatementRunner {
    private final H2Database database;

    StatementRunner(H2Database database) {
        this.database = database;
    }

    /**
     * Runs one statement.
     *
     * @throws SQLException when the database fails or the answer is late or no longer wanted
     */
    Rows run(BoundStatement statement, Deadline deadline, Cancellation cancellation) throws SQLException {
        return database.read(deadline, connection -> {
            limitTime(connection, deadline);
            try (PreparedStatement prepared = statement.prepare(connection)) {
                cancellation.onCancel(() -> cancel(prepared));
                if (cancellation.isCancelled() || deadline.expired()) {
                    throw new DatabaseErrors.Stopped("nobody waits for the answer any longer");
                }
                try (ResultSet result = prepared.executeQuery()) {
                    return Rows.of(result);
                }
            }
        });
    }

    // In milliseconds, where Statement.setQueryTimeout counts in seconds. It also ends a statement whose cancellation
    // came between the check above and its start.
    private static void limitTime(Connection connection, Deadline deadline) throws SQLException {
        long milliseconds =
                deadline.isNone() ? 0 : Math.max(1, deadline.remaining().toMillis());
        try (PreparedStatement set = connection.prepareStatement("SET QUERY_TIMEOUT ?")) {
            set.setInt(1, (int) Math.min(milliseconds, Integer.MAX_VALUE));
            set.execute();
        }
    }

    // The only way to stop H2 without harm: an interrupt would close the database's file for every connection.
    private static void cancel(PreparedStatement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            // It ended by itself and is closed.
            return;
        }
    }
}
