package ai.adcio.sql;

import ai.adcio.catalog.Product;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Batches the rows of products into the three tables. Used by one thread. */
final class ProductInsert implements AutoCloseable {
    private static final int BATCH = 1_000;

    private final ProductValues values;
    private final RowInsert product;
    private final RowInsert category;
    private final RowInsert attribute;

    /**
     * Prepares the statements.
     *
     * @param overflowing receives the fields with columns of which a product's values did not fit them
     */
    ProductInsert(Connection connection, CatalogSchema schema, Set<String> overflowing) throws SQLException {
        this.values = new ProductValues(schema, overflowing);
        Relations relations = schema.relations();
        Dialect dialect = relations.dialect();
        this.product = new RowInsert(connection, dialect, relations.product(), values.productColumns());
        this.category = new RowInsert(connection, dialect, relations.category(), values.categoryColumns());
        this.attribute = new RowInsert(connection, dialect, relations.attribute(), values.attributeColumns());
    }

    /** Something between two batches. */
    @FunctionalInterface
    interface Step {
        void run() throws SQLException;
    }

    /**
     * Inserts products batch by batch.
     *
     * @param firstRow the number of the first product's row; the others follow
     * @param afterBatch runs after every full batch
     * @return the schema with the fields that now have rows beside their columns
     */
    static CatalogSchema insert(
            Connection connection,
            CatalogSchema schema,
            List<Product> products,
            long firstRow,
            long version,
            Step afterBatch)
            throws SQLException {
        Set<String> overflowing = new HashSet<>();
        try (ProductInsert insert = new ProductInsert(connection, schema, overflowing)) {
            long row = firstRow;
            for (Product product : products) {
                insert.add(product, row++, version);
                if ((row - firstRow) % BATCH == 0) {
                    insert.flush();
                    afterBatch.run();
                }
            }
            insert.flush();
        }
        return schema.withRows(overflowing);
    }

    /** What makes the rows; it may be at work on later products, on another thread, while earlier ones are added. */
    ProductValues values() {
        return values;
    }

    /** Adds one product under a row number of its own. */
    private void add(Product record, long row, long version) throws SQLException {
        ProductValues.Rows rows = new ProductValues.Rows();
        values.make(record, row, version, rows);
        add(rows);
    }

    /** Adds rows that were made. */
    void add(ProductValues.Rows rows) throws SQLException {
        for (@Nullable Object[] row : rows.products()) {
            product.add(row);
        }
        for (@Nullable Object[] row : rows.categories()) {
            category.add(row);
        }
        for (@Nullable Object[] row : rows.attributes()) {
            attribute.add(row);
        }
    }

    /** Sends the greatest part of what was added. */
    void send() throws SQLException {
        product.send();
        category.send();
        attribute.send();
    }

    /** Sends what was added. */
    void flush() throws SQLException {
        product.flush();
        category.flush();
        attribute.flush();
    }

    @Override
    public void close() throws SQLException {
        try (product;
                category;
                attribute) {
            // Closes all three even when one fails.
        }
    }
}
