package ai.adcio.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement's whole answer. */
record Rows(List<String> columns, List<List<@Nullable Object>> values) {
    /** Reads a result to its end. */
    static Rows of(ResultSet result) throws SQLException {
        ResultSetMetaData about = result.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            columns.add(about.getColumnLabel(i));
        }
        List<List<@Nullable Object>> values = new ArrayList<>();
        while (result.next()) {
            List<@Nullable Object> row = new ArrayList<>(columns.size());
            for (int i = 1; i <= columns.size(); i++) {
                row.add(readable(result.getObject(i)));
            }
            values.add(row);
        }
        return new Rows(columns, values);
    }

    // H2 gives a round number in scientific notation, MariaDB any number with all the zeros of its column.
    private static @Nullable Object readable(@Nullable Object value) {
        if (!(value instanceof BigDecimal number)) {
            return value;
        }
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
