package ai.adcio.sql;

import ai.adcio.catalog.Product;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The rows of one generation's tables, changed within the transaction of a connection. Used by one thread. */
final class ProductRows {
    private static final int BATCH = 1_000;
    // Whole statements of several rows; small beside the indexer's batches.
    private static final int SLICE = 64;

    private final Connection connection;
    private final CatalogSchema schema;
    private final Relations relations;

    ProductRows(Connection connection, CatalogSchema schema) {
        this.connection = connection;
        this.schema = schema;
        this.relations = schema.relations();
    }

    /** Lets the current rows of products, as far as there are any, hold no longer from a revision on. */
    private void end(Collection<String> ids, long revision) throws SQLException {
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
     * @param replaced products whose current rows end with this revision
     * @param firstRow the number of the first product's row; the others follow
     * @return the schema with the fields that are new, and those that now have rows beside their columns
     */
    CatalogSchema insert(Collection<String> replaced, List<Product> products, long firstRow, long revision)
            throws SQLException {
        CatalogSchema extended = schema.extendedBy(products);
        Set<String> overflowing = new HashSet<>();
        try (ProductInsert insert = new ProductInsert(connection, extended, overflowing)) {
            ProductValues values = insert.values();
            CompletableFuture<ProductValues.Rows> made = making(values, products, 0, firstRow, revision);
            end(replaced, revision);
            for (int from = 0; from < products.size(); from += SLICE) {
                ProductValues.Rows rows = made.join();
                // While the database takes these over.
                made = making(values, products, from + SLICE, firstRow, revision);
                insert.add(rows);
                insert.send();
            }
            insert.flush();
        }
        return extended.withRows(overflowing);
    }

    /** Makes the rows of the products from a place on, on a thread of its own; none where there are no products left. */
    private static CompletableFuture<ProductValues.Rows> making(
            ProductValues values, List<Product> products, int from, long firstRow, long revision) {
        CompletableFuture<ProductValues.Rows> made = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                ProductValues.Rows rows = new ProductValues.Rows();
                for (int i = from; i < Math.min(from + SLICE, products.size()); i++) {
                    values.make(products.get(i), firstRow + i, revision, rows);
                }
                made.complete(rows);
            } catch (RuntimeException | Error e) {
                made.completeExceptionally(e);
            }
        });
        return made;
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
