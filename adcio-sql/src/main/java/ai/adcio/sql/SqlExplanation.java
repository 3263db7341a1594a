package ai.adcio.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a question was answered from the tables. Immutable and thread safe.
 *
 * @param query the typed question in one readable line; nothing executes it
 * @param sql the statement as it ran, with a question mark for every value
 * @param values the values bound to the question marks, in their order
 * @param columns the names of the answer's columns
 * @param rows the answer, a value per column; a value is null where the record has none
 */
public record SqlExplanation(
        String query, String sql, List<Object> values, List<String> columns, List<List<@Nullable Object>> rows) {
    /** Copies the lists. */
    public SqlExplanation {
        values = List.copyOf(values);
        columns = List.copyOf(columns);
        List<List<@Nullable Object>> copy = new ArrayList<>(rows.size());
        for (List<@Nullable Object> row : rows) {
            copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copy);
    }
}
