package ai.adcio.sql;

import ai.adcio.catalog.Product;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The rows of one generation's tables, changed within the transaction of a connection. Used by one thread. */
final class ProductRows {
    private static final int BATCH = 1_000;

    private final Connection connection;
    private final CatalogSchema schema;
    private final Relations relations;

    ProductRows(Connection connection, CatalogSchema schema) {
        this.connection = connection;
        this.schema = schema;
        this.relations = schema.relations();
    }

    /** Lets the current rows of products, as far as there are any, hold no longer from a revision on. */
    void end(Collection<String> ids, long revision) throws SQLException {
        List<Long> current = new ArrayList<>();
        List<String> stored =
                ids.stream().map(relations.dialect()::stored).distinct().toList();
        for (int i = 0; i < stored.size(); i += BATCH) {
            current.addAll(numbers(relations
                    .dialect()
                    .jooq()
                    .select(relations.row())
                    .from(relations.product())
                    .where(relations
                            .id()
                            .in(stored.subList(i, Math.min(stored.size(), i + BATCH)))
                            .and(relations.toVersion().eq(CatalogSchema.OPEN_END)))));
        }
        if (current.isEmpty()) {
            return;
        }
        BoundStatement update = BoundStatement.of(relations
                .dialect()
                .jooq()
                .update(relations.product())
                .set(relations.toVersion(), revision)
                .where(relations.row().eq(0L)));
        try (PreparedStatement statement = update.prepare(connection)) {
            for (long row : current) {
                statement.setLong(2, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /**
     * Inserts products.
     *
     * @param firstRow the number of the first product's row; the others follow
     * @return the schema with the fields that are new, and those that now have rows beside their columns
     */
    CatalogSchema insert(List<Product> products, long firstRow, long revision) throws SQLException {
        return ProductInsert.insert(connection, schema.extendedBy(products), products, firstRow, revision, () -> {});
    }

    /**
     * Deletes some of the rows that no living revision sees.
     *
     * @param living the revisions that are still read, the newest among them
     * @return whether there may be more
     */
    boolean purge(Collection<Long> living) throws SQLException {
        List<Long> dead = numbers(relations
                .dialect()
                .jooq()
                .select(relations.row())
                .from(relations.product())
                .where(relations.seenByNone(living))
                .limit(BATCH));
        if (!dead.isEmpty()) {
            for (Table<?> table : List.of(relations.category(), relations.attribute())) {
                run(relations
                        .dialect()
                        .jooq()
                        .deleteFrom(table)
                        .where(Relations.productOf(table).in(dead)));
            }
            run(relations
                    .dialect()
                    .jooq()
                    .deleteFrom(relations.product())
                    .where(relations.row().in(dead)));
        }
        return dead.size() == BATCH;
    }

    /** How many products there are, those of the newest revision. */
    long count() throws SQLException {
        return numbers(relations
                        .dialect()
                        .jooq()
                        .select(DSL.count())
                        .from(relations.product())
                        .where(relations.toVersion().eq(CatalogSchema.OPEN_END)))
                .getFirst();
    }

    private void run(Query query) throws SQLException {
        BoundStatement.of(query).execute(connection);
    }

    private List<Long> numbers(Select<?> query) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (PreparedStatement statement = BoundStatement.of(query).prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }
}
