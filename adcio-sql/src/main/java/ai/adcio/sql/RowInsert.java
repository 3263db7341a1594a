package ai.adcio.sql;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Batches rows into one table, several with each statement where the database is a process of its own, which spends more
 * on a statement than on a row. Used by one thread.
 */
final class RowInsert implements AutoCloseable {
    private static final int ROWS = 32;
    // PostgreSQL's protocol counts a statement's values with 16 bits.
    private static final int MOST_VALUES = 30_000;
    // So that a statement stays far below what MariaDB takes, 16 MB by default.
    private static final int LONG_TEXT = 32_000;

    private final List<Column> columns;
    private final int rowsAtOnce;
    private final PreparedStatement one;
    private final PreparedStatement several;
    private final List<@Nullable Object[]> waiting = new ArrayList<>();

    /**
     * A column.
     *
     * @param type JDBC's: BIGINT, INTEGER, DECIMAL or VARCHAR
     */
    record Column(String name, int type) {}

    RowInsert(Connection connection, Dialect dialect, Table<?> table, List<Column> columns) throws SQLException {
        this.columns = List.copyOf(columns);
        this.rowsAtOnce = dialect == Dialect.H2 ? 1 : Math.clamp(MOST_VALUES / columns.size(), 1, ROWS);
        String sql = sql(dialect, table);
        // Rendering thousands of question marks takes longer than a few rows.
        String more = ", (" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        this.one = connection.prepareStatement(sql);
        try {
            this.several = connection.prepareStatement(sql + more.repeat(rowsAtOnce - 1));
        } catch (SQLException e) {
            one.close();
            throw e;
        }
    }

    private String sql(Dialect dialect, Table<?> table) {
        List<Field<Object>> fields = columns.stream()
                .map(column -> DSL.field(DSL.name(column.name())))
                .toList();
        return dialect.jooq()
                .insertInto(table)
                .columns(fields)
                .values(new Object[columns.size()])
                .getSQL(ParamType.INDEXED);
    }

    /** Adds a row, a value for each column. */
    void add(@Nullable Object[] row) throws SQLException {
        if (rowsAtOnce == 1 || isLong(row)) {
            bind(one, row, 0);
            one.addBatch();
            return;
        }
        waiting.add(row);
        if (waiting.size() == rowsAtOnce) {
            int offset = 0;
            for (@Nullable Object[] each : waiting) {
                bind(several, each, offset);
                offset += columns.size();
            }
            several.addBatch();
            waiting.clear();
        }
    }

    private static boolean isLong(@Nullable Object[] row) {
        for (Object value : row) {
            if (value instanceof String text && text.length() > LONG_TEXT) {
                return true;
            }
        }
        return false;
    }

    private void bind(PreparedStatement statement, @Nullable Object[] row, int offset) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            int place = offset + i + 1;
            switch (row[i]) {
                // With the column's own type, as a driver prepares a statement anew for each type that a parameter has.
                case null -> statement.setNull(place, columns.get(i).type());
                case Long number -> statement.setLong(place, number);
                case Integer number -> statement.setInt(place, number);
                case BigDecimal number -> statement.setBigDecimal(place, number);
                case String text -> statement.setString(place, text);
                default -> throw new IllegalStateException("no column holds " + row[i]);
            }
        }
    }

    /** Sends what was added but for the last few rows. */
    void send() throws SQLException {
        several.executeBatch();
        one.executeBatch();
    }

    /** Sends what was added. */
    void flush() throws SQLException {
        for (@Nullable Object[] row : waiting) {
            bind(one, row, 0);
            one.addBatch();
        }
        waiting.clear();
        send();
    }

    @Override
    public void close() throws SQLException {
        try (one;
                several) {
            // Closes both even when one fails.
        }
    }
}
