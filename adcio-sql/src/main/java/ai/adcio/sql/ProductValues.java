package ai.adcio.sql;

import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.sql.FieldPlace.Columns;
import ai.adcio.sql.RowInsert.Column;
import java.math.BigDecimal;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the rows of products for the three tables. Used by one thread at a time. */
final class ProductValues {
    private static final List<Column> KEY = List.of(
            new Column("row_number", Types.BIGINT),
            new Column("id", Types.VARCHAR),
            new Column("from_version", Types.BIGINT),
            new Column("to_version", Types.BIGINT));
    private static final List<Column> VALUE = List.of(
            new Column("product", Types.BIGINT),
            new Column("position", Types.INTEGER),
            new Column("text", Types.VARCHAR),
            new Column("words", Types.VARCHAR),
            new Column("number", Types.DECIMAL));

    private final CatalogSchema schema;
    private final Dialect dialect;
    private final Set<String> overflowing;
    private final Map<String, Integer> firstPlace = new HashMap<>();
    private final StoredValues values = new StoredValues();
    private final List<Column> wide = new ArrayList<>(KEY);

    /**
     * The rows of some products, a value for each column of their tables.
     */
    record Rows(
            List<@Nullable Object[]> products,
            List<@Nullable Object[]> categories,
            List<@Nullable Object[]> attributes) {
        Rows() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * Makes rows for the tables of a schema.
     *
     * @param overflowing receives the fields with columns of which a product's values did not fit them
     */
    ProductValues(CatalogSchema schema, Set<String> overflowing) {
        this.schema = schema;
        this.dialect = schema.relations().dialect();
        this.overflowing = overflowing;
        for (FieldPlace place : schema.places()) {
            Columns columns = place.columns();
            if (columns != null) {
                firstPlace.put(place.name(), wide.size());
                ProductTables.definitions(dialect, columns)
                        .forEach(column -> wide.add(new Column(
                                column.name(),
                                column.type().getType() == BigDecimal.class ? Types.DECIMAL : Types.VARCHAR)));
            }
        }
    }

    /** The columns of the table of products. */
    List<Column> productColumns() {
        return wide;
    }

    /** The columns of the table of categories. */
    List<Column> categoryColumns() {
        return rowColumns(List.of());
    }

    /** The columns of the table of attributes. */
    List<Column> attributeColumns() {
        return rowColumns(List.of(new Column("field", Types.INTEGER)));
    }

    private List<Column> rowColumns(List<Column> more) {
        List<Column> columns = new ArrayList<>(VALUE);
        columns.addAll(more);
        if (dialect.indexesHeads()) {
            columns.add(new Column("head", Types.VARCHAR));
        }
        return columns;
    }

    /** Makes the rows of one product under a row number of its own. */
    void make(Product record, long row, long version, Rows into) {
        @Nullable Object[] product = new @Nullable Object[wide.size()];
        product[0] = row;
        product[1] = dialect.stored(record.id());
        product[2] = version;
        product[3] = CatalogSchema.OPEN_END;
        for (String field : StoredValue.CORE_FIELDS) {
            add(record, row, field, product, into);
        }
        for (String field : StoredValue.attributeFields(record)) {
            add(record, row, field, product, into);
        }
        into.products().add(product);
    }

    private void add(Product record, long row, String field, @Nullable Object[] product, Rows into) {
        FieldPlace place = schema.place(field);
        if (place == null) {
            throw new IllegalStateException("a field without a place: " + field);
        }
        List<StoredValue> stored = values.of(record, field);
        Columns columns = place.columns();
        if (columns != null && stored.size() == 1 && columns.fits(stored.getFirst())) {
            put(columns, stored.getFirst(), product, firstPlace.getOrDefault(field, 0));
            return;
        }
        if (columns != null && !stored.isEmpty()) {
            overflowing.add(field);
        }
        boolean isCategory = field.equals(Fields.CATEGORIES);
        for (int position = 0; position < stored.size(); position++) {
            StoredValue value = stored.get(position);
            String text = dialect.stored(value.text());
            List<@Nullable Object> narrow = new ArrayList<>(VALUE.size() + 2);
            narrow.add(row);
            narrow.add(position);
            narrow.add(text);
            narrow.add(value.words());
            narrow.add(storable(value));
            if (!isCategory) {
                narrow.add(place.number());
            }
            if (dialect.indexesHeads()) {
                narrow.add(StoredValue.head(text));
            }
            (isCategory ? into.categories() : into.attributes()).add(narrow.toArray());
        }
    }

    private void put(Columns columns, StoredValue value, @Nullable Object[] product, int first) {
        int place = first;
        product[place++] = dialect.stored(value.text());
        if (columns.words()) {
            product[place++] = value.words();
        }
        if (columns.number()) {
            product[place++] = storable(value);
        }
        if (columns.currency()) {
            product[place] = value.currency();
        }
    }

    private @Nullable BigDecimal storable(StoredValue value) {
        return value.number() == null ? null : dialect.limits().storable(value.number());
    }
}
