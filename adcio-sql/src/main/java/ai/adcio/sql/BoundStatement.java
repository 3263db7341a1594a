package ai.adcio.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Query;
import org.jooq.conf.ParamType;

/**
 * A statement in which a question mark stands for every value.
 *
 * @param sql as jOOQ rendered it
 * @param values what to bind, in order
 */
record BoundStatement(String sql, List<Object> values) {
    BoundStatement {
        values = List.copyOf(values);
    }

    static BoundStatement of(Query query) {
        return new BoundStatement(query.getSQL(ParamType.INDEXED), query.getBindValues());
    }

    /** The caller closes it. */
    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    /** Runs a statement that changes data. */
    void execute(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            statement.execute();
        }
    }
}
