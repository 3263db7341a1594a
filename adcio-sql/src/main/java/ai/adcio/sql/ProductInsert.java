package ai.adcio.sql;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.sql.FieldPlace.Columns;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Batches the rows of products into the three tables. Used by one thread. */
final class ProductInsert implements AutoCloseable {
    private static final int BATCH = 1_000;
    private static final int FIRST_COLUMN = 5;

    private final CatalogSchema schema;
    private final Dialect dialect;
    private final Set<String> overflowing;
    private final Map<String, Integer> firstParameter = new HashMap<>();
    private final StoredValues values = new StoredValues();
    private final List<Integer> nulls =
            new ArrayList<>(List.of(Types.BIGINT, Types.VARCHAR, Types.BIGINT, Types.BIGINT));
    private final PreparedStatement product;
    private final PreparedStatement category;
    private final PreparedStatement attribute;

    /**
     * Prepares the statements.
     *
     * @param overflowing receives the fields with columns of which a product's values did not fit them
     */
    private ProductInsert(Connection connection, CatalogSchema schema, Set<String> overflowing) throws SQLException {
        this.schema = schema;
        Relations relations = schema.relations();
        this.dialect = relations.dialect();
        this.overflowing = overflowing;
        List<String> names = new ArrayList<>(List.of("row_number", "id", "from_version", "to_version"));
        for (FieldPlace place : schema.places()) {
            Columns columns = place.columns();
            if (columns != null) {
                firstParameter.put(place.name(), names.size() + 1);
                ProductTables.definitions(dialect, columns).forEach(column -> {
                    names.add(column.name());
                    nulls.add(column.type().getType() == BigDecimal.class ? Types.DECIMAL : Types.VARCHAR);
                });
            }
        }
        this.product = connection.prepareStatement(insert(relations.product(), names));
        this.category = connection.prepareStatement(
                insert(relations.category(), rowColumns("product", "position", "text", "words", "number")));
        this.attribute = connection.prepareStatement(
                insert(relations.attribute(), rowColumns("product", "position", "text", "words", "number", "field")));
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

    private List<String> rowColumns(String... always) {
        List<String> columns = new ArrayList<>(List.of(always));
        if (dialect.indexesHeads()) {
            columns.add("head");
        }
        return columns;
    }

    private String insert(Table<?> table, List<String> columns) {
        List<Field<Object>> fields =
                columns.stream().map(name -> DSL.field(DSL.name(name))).toList();
        Object[] none = new Object[columns.size()];
        return dialect.jooq().insertInto(table).columns(fields).values(none).getSQL(ParamType.INDEXED);
    }

    /** Adds one product under a row number of its own. */
    private void add(Product record, long row, long version) throws SQLException {
        // With the column's own type, as a driver prepares a statement anew for each type that a parameter ever has.
        for (int i = FIRST_COLUMN; i <= nulls.size(); i++) {
            product.setNull(i, nulls.get(i - 1));
        }
        product.setLong(1, row);
        product.setString(2, dialect.stored(record.id()));
        product.setLong(3, version);
        product.setLong(4, CatalogSchema.OPEN_END);
        for (String field : StoredValue.CORE_FIELDS) {
            add(record, row, field);
        }
        for (String field : StoredValue.attributeFields(record)) {
            add(record, row, field);
        }
        product.addBatch();
    }

    private void add(Product record, long row, String field) throws SQLException {
        FieldPlace place = schema.place(field);
        if (place == null) {
            throw new IllegalStateException("a field without a place: " + field);
        }
        List<StoredValue> stored = values.of(record, field);
        Columns columns = place.columns();
        if (columns != null && stored.size() == 1 && columns.fits(stored.getFirst())) {
            bind(columns, stored.getFirst(), firstParameter.getOrDefault(field, 0));
            return;
        }
        if (columns != null && !stored.isEmpty()) {
            overflowing.add(field);
        }
        boolean isCategory = field.equals(Fields.CATEGORIES);
        PreparedStatement statement = isCategory ? category : attribute;
        for (int position = 0; position < stored.size(); position++) {
            StoredValue value = stored.get(position);
            statement.setLong(1, row);
            statement.setInt(2, position);
            String text = dialect.stored(value.text());
            statement.setString(3, text);
            statement.setString(4, value.words());
            statement.setBigDecimal(5, storable(value));
            if (!isCategory) {
                statement.setInt(6, place.number());
            }
            if (dialect.indexesHeads()) {
                statement.setString(isCategory ? 6 : 7, StoredValue.head(text));
            }
            statement.addBatch();
        }
    }

    private void bind(Columns columns, StoredValue value, int first) throws SQLException {
        int parameter = first;
        product.setString(parameter++, dialect.stored(value.text()));
        if (columns.words()) {
            product.setString(parameter++, value.words());
        }
        if (columns.number()) {
            product.setBigDecimal(parameter++, storable(value));
        }
        if (columns.currency()) {
            product.setString(parameter, value.currency());
        }
    }

    private @Nullable BigDecimal storable(StoredValue value) {
        return value.number() == null ? null : dialect.limits().storable(value.number());
    }

    /** Sends what was added. */
    private void flush() throws SQLException {
        product.executeBatch();
        category.executeBatch();
        attribute.executeBatch();
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
