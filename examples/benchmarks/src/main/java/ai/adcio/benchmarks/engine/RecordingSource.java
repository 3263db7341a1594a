package ai.adcio.benchmarks.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source that keeps the definitions and the batches that go through it. Nothing that is timed does. */
final class RecordingSource {
    private final DataSource source;
    private final List<String> definitions = new ArrayList<>();
    private final List<List<Batch>> transactions = new ArrayList<>();
    private List<Batch> open = new ArrayList<>();
    private List<Batch> asked = new ArrayList<>();

    RecordingSource(DataSource source) {
        this.source = source;
    }

    /**
     * A batch of one statement.
     *
     * @param rows for each row the values by their place, from 1
     */
    record Batch(String sql, List<List<Value>> rows) {}

    /**
     * A value that was bound.
     *
     * @param setter the method that bound it
     * @param value the value, or null
     * @param type JDBC's type of a null
     */
    record Value(String setter, int place, @Nullable Object value, int type) {}

    /** The statements that were run as they are. */
    List<String> definitions() {
        return definitions;
    }

    /** The batches of each transaction that had any. */
    List<List<Batch>> transactions() {
        return transactions;
    }

    /** The single statements with their values that ran since the last call of this. */
    List<Batch> taken() {
        List<Batch> taken = asked;
        asked = new ArrayList<>();
        return taken;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, source, this::onSource);
    }

    private interface Watch {
        @Nullable
        Object see(String method, Object[] arguments, @Nullable Object result);
    }

    private static <T> T proxy(Class<T> type, Object target, Watch watch) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            Object[] arguments = given == null ? new Object[0] : given;
            try {
                return watch.see(method.getName(), arguments, method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private @Nullable Object onSource(String method, Object[] arguments, @Nullable Object result) {
        return result instanceof Connection connection
                ? proxy(Connection.class, connection, this::onConnection)
                : result;
    }

    private @Nullable Object onConnection(String method, Object[] arguments, @Nullable Object result) {
        if (method.equals("commit") && !open.isEmpty()) {
            transactions.add(open);
            open = new ArrayList<>();
        }
        if (result instanceof PreparedStatement prepared) {
            return proxy(PreparedStatement.class, prepared, new Rows((String) arguments[0]));
        }
        return result instanceof Statement statement ? proxy(Statement.class, statement, this::onStatement) : result;
    }

    private @Nullable Object onStatement(String method, Object[] arguments, @Nullable Object result) {
        if (method.equals("execute")) {
            definitions.add((String) arguments[0]);
        }
        return result;
    }

    private final class Rows implements Watch {
        private final String sql;
        private final TreeMap<Integer, Value> row = new TreeMap<>();
        private List<List<Value>> rows = new ArrayList<>();

        Rows(String sql) {
            this.sql = sql;
        }

        @Override
        public @Nullable Object see(String method, Object[] arguments, @Nullable Object result) {
            if (method.startsWith("set") && arguments.length == 2 && arguments[0] instanceof Integer place) {
                boolean none = method.equals("setNull");
                Object value = none ? null : arguments[1];
                row.put(place, new Value(method, place, value, none ? (Integer) arguments[1] : 0));
            } else if (method.equals("addBatch")) {
                rows.add(List.copyOf(row.values()));
            } else if (method.startsWith("execute") && !rows.isEmpty()) {
                open.add(new Batch(sql, rows));
                rows = new ArrayList<>();
            } else if (method.startsWith("execute") && !method.equals("executeBatch")) {
                asked.add(new Batch(sql, List.of(List.copyOf(row.values()))));
            } else if (method.equals("unwrap") || method.equals("getGeneratedKeys")) {
                throw new UnsupportedOperationException(method + Arrays.toString(arguments));
            }
            return result;
        }
    }
}
