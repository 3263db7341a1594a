package ai.adcio.sql;

import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Product;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Writes catalogue versions into the tables. A product's row says from which version and until which it holds, so that
 * readers of an earlier version are undisturbed. Used by one thread at a time.
 */
final class CatalogWriter {
    private static final Relations RELATIONS = Relations.EMBEDDED;

    private final Connection connection;
    private final double columnFloor;
    private final double mostRepeated;
    private long lastRow;

    /** Writes through a connection that nobody else uses. */
    CatalogWriter(Connection connection, double columnFloor, double mostRepeated) {
        this.connection = connection;
        this.columnFloor = columnFloor;
        this.mostRepeated = mostRepeated;
    }

    /** Creates the tables and fills them with a first version. */
    CatalogSchema fill(CatalogSnapshot next, List<Product> products) throws SQLException {
        CatalogSchema derived = CatalogSchema.derive(next.capabilities(), products, columnFloor, mostRepeated);
        CatalogTables.create(connection, derived);
        connection.setAutoCommit(false);
        // Nobody reads a version before it is whole, and a smaller transaction needs less memory.
        CatalogSchema filled = insert(derived, products, next.version(), connection::commit);
        CatalogTables.save(connection, filled.places());
        CatalogTables.saveVersion(connection, next.version(), products.size());
        connection.commit();
        CatalogTables.index(connection);
        connection.commit();
        return filled;
    }

    /** Adds a version to what is there, all or nothing. */
    CatalogSchema update(CatalogSchema schema, CatalogSnapshot next, List<Product> upserts, List<String> deletions)
            throws SQLException {
        try {
            List<String> replaced = new ArrayList<>(deletions);
            upserts.forEach(product -> replaced.add(product.id()));
            end(replaced, next.version());
            CatalogSchema extended = insert(schema.extendedBy(upserts), upserts, next.version(), () -> {});
            CatalogTables.save(
                    connection,
                    extended.places().stream()
                            .filter(place -> !place.equals(schema.place(place.name())))
                            .toList());
            CatalogTables.saveVersion(connection, next.version(), next.records().size());
            connection.commit();
            return extended;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    /** Takes back a version that never came to be served. */
    void discard(long version, long served, int products) throws SQLException {
        transaction(() -> {
            delete(RELATIONS.fromVersion().eq(version));
            BoundStatement.of(RELATIONS
                            .dialect()
                            .jooq()
                            .update(RELATIONS.product())
                            .set(RELATIONS.toVersion(), CatalogSchema.OPEN_END)
                            .where(RELATIONS.toVersion().eq(version)))
                    .execute(connection);
            CatalogTables.saveVersion(connection, served, products);
        });
    }

    /** Deletes the rows that none of the living versions sees. */
    void purge(Collection<Long> living) throws SQLException {
        transaction(() -> delete(RELATIONS.seenByNone(living)));
    }

    private void delete(Condition products) throws SQLException {
        var rows = DSL.select(RELATIONS.row()).from(RELATIONS.product()).where(products);
        for (var table : List.of(RELATIONS.category(), RELATIONS.attribute())) {
            BoundStatement.of(RELATIONS
                            .dialect()
                            .jooq()
                            .deleteFrom(table)
                            .where(Relations.productOf(table).in(rows)))
                    .execute(connection);
        }
        BoundStatement.of(RELATIONS
                        .dialect()
                        .jooq()
                        .deleteFrom(RELATIONS.product())
                        .where(products))
                .execute(connection);
    }

    private void end(Collection<String> ids, long version) throws SQLException {
        BoundStatement update = BoundStatement.of(RELATIONS
                .dialect()
                .jooq()
                .update(RELATIONS.product())
                .set(RELATIONS.toVersion(), version)
                .where(RELATIONS.id().eq("").and(RELATIONS.toVersion().eq(CatalogSchema.OPEN_END))));
        try (PreparedStatement statement = update.prepare(connection)) {
            for (String id : ids) {
                statement.setString(2, id);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Inserts products; returns the schema with the fields that now have rows beside their columns. */
    private CatalogSchema insert(
            CatalogSchema schema, List<Product> products, long version, ProductInsert.Step afterBatch)
            throws SQLException {
        long firstRow = lastRow + 1;
        lastRow += products.size();
        return ProductInsert.insert(connection, schema, products, firstRow, version, afterBatch);
    }

    private void transaction(ProductInsert.Step change) throws SQLException {
        try {
            change.run();
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }
}
