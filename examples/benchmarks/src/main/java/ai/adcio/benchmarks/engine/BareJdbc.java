package ai.adcio.benchmarks.engine;

import ai.adcio.AdcioException;
import ai.adcio.sql.SqlExplanation;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What was taken down from arm and sink, done with plain JDBC. */
final class BareJdbc {
    private static final String TABLES = "adcio_\\d+_product";
    private static final String OWN = "adciobare_product";

    private final DataSource source;
    private final String shop;
    private final List<String> definitions = new ArrayList<>();
    private final List<List<RecordingSource.Batch>> transactions = new ArrayList<>();
    private List<Asked> searches = List.of();

    /**
     * A question.
     *
     * @param sent what the arm sent for it
     * @param alone the statement that answers it, without the transaction around it
     */
    record Asked(List<RecordingSource.Batch> sent, SqlExplanation alone) {}

    BareJdbc(DataSource source, String shop) {
        this.source = source;
        this.shop = shop;
    }

    /** Takes the definitions of the products' tables, and the rows that were written into them. */
    void takeFilling(RecordingSource recording) {
        for (String definition : recording.definitions()) {
            if (own(definition).contains(OWN)) {
                definitions.add(own(definition));
            }
        }
        for (List<RecordingSource.Batch> transaction : recording.transactions()) {
            List<RecordingSource.Batch> ofProducts = new ArrayList<>();
            for (RecordingSource.Batch batch : transaction) {
                if (own(batch.sql()).contains(OWN)) {
                    ofProducts.add(new RecordingSource.Batch(own(batch.sql()), batch.rows()));
                }
            }
            if (!ofProducts.isEmpty()) {
                transactions.add(ofProducts);
            }
        }
    }

    private static String own(String sql) {
        return sql.replaceAll(TABLES, OWN);
    }

    /** Takes the statements of each question with their values. */
    void takeSearches(List<Asked> asked) {
        searches = List.copyOf(asked);
    }

    /** Sends what the arm sends, and reads what the arm reads: of the last answer the ids and how many there are. */
    List<String> search(int question) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            for (RecordingSource.Batch sent : searches.get(question).sent()) {
                try (PreparedStatement statement = connection.prepareStatement(sent.sql())) {
                    for (RecordingSource.Value value : sent.rows().getFirst()) {
                        bind(statement, value);
                    }
                    boolean rows = statement.execute();
                    while (rows || statement.getUpdateCount() >= 0) {
                        if (rows) {
                            ids = ids(statement.getResultSet());
                        }
                        rows = statement.getMoreResults();
                    }
                }
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return ids;
    }

    /** Asks the statement that answers a question, and nothing else. */
    List<String> searchWithoutTransaction(int question) throws SQLException {
        SqlExplanation asked = searches.get(question).alone();
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(asked.sql())) {
            for (int i = 0; i < asked.values().size(); i++) {
                statement.setObject(i + 1, asked.values().get(i));
            }
            return ids(statement.executeQuery());
        }
    }

    private static List<String> ids(ResultSet given) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (ResultSet rows = given) {
            int last = rows.getMetaData().getColumnCount();
            String total = "";
            while (rows.next()) {
                ids.add(rows.getString(1));
                total = rows.getString(last);
            }
            if (!ids.isEmpty() && total.isEmpty()) {
                throw new AdcioException("the database counts nothing and finds something");
            }
        }
        return ids;
    }

    Filling filling() {
        return new Filling() {
            @Override
            public void begin() throws SQLException {
                dropOwn();
                try (Connection connection = source.getConnection();
                        Statement statement = connection.createStatement()) {
                    for (String definition : definitions) {
                        statement.execute(definition);
                    }
                }
            }

            @Override
            public void fill() throws SQLException {
                for (List<RecordingSource.Batch> transaction : transactions) {
                    try (Connection connection = source.getConnection()) {
                        connection.setAutoCommit(false);
                        for (RecordingSource.Batch batch : transaction) {
                            insert(connection, batch);
                        }
                        connection.commit();
                        connection.setAutoCommit(true);
                    }
                }
            }

            @Override
            public long end() throws SQLException {
                long held;
                try (Connection connection = source.getConnection();
                        Statement statement = connection.createStatement();
                        ResultSet count = statement.executeQuery("SELECT count(*) FROM " + OWN)) {
                    count.next();
                    held = count.getLong(1);
                }
                dropOwn();
                return held;
            }
        };
    }

    private static void insert(Connection connection, RecordingSource.Batch batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(batch.sql())) {
            for (List<RecordingSource.Value> row : batch.rows()) {
                for (RecordingSource.Value value : row) {
                    bind(statement, value);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, RecordingSource.Value value) throws SQLException {
        switch (value.value()) {
            case null -> {
                if (value.setter().equals("setNull")) {
                    statement.setNull(value.place(), value.type());
                } else if (value.setter().equals("setBigDecimal")) {
                    statement.setBigDecimal(value.place(), null);
                } else {
                    statement.setString(value.place(), null);
                }
            }
            case Long number -> statement.setLong(value.place(), number);
            case Integer number -> statement.setInt(value.place(), number);
            case BigDecimal number -> statement.setBigDecimal(value.place(), number);
            case String text -> statement.setString(value.place(), text);
            default -> statement.setObject(value.place(), value.value());
        }
    }

    private void dropOwn() throws SQLException {
        drop(OWN);
    }

    private void drop(String product) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String ending : List.of("_attribute", "_category", "")) {
                statement.execute("DROP TABLE IF EXISTS " + product + ending);
            }
        }
    }

    /** Removes a generation of the shop. */
    void remove(String generation) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            try (PreparedStatement find = connection.prepareStatement(
                    "SELECT number FROM adcio_generation WHERE shop = ? AND generation LIKE ?")) {
                find.setString(1, shop);
                find.setString(2, generation);
                try (ResultSet row = find.executeQuery()) {
                    while (row.next()) {
                        numbers.add(row.getLong(1));
                    }
                }
            }
            for (long number : numbers) {
                for (String sql : List.of(
                        "DELETE FROM adcio_field WHERE generation = ?",
                        "DELETE FROM adcio_generation WHERE number = ?")) {
                    try (PreparedStatement delete = connection.prepareStatement(sql)) {
                        delete.setLong(1, number);
                        delete.execute();
                    }
                }
            }
        }
        for (long number : numbers) {
            drop("adcio_" + number + "_product");
        }
    }

    /** Removes the shop. */
    void removeAll() throws SQLException {
        remove("%");
        dropOwn();
        try (Connection connection = source.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM adcio_shop WHERE shop = ?")) {
            delete.setString(1, shop);
            delete.execute();
        }
    }
}
