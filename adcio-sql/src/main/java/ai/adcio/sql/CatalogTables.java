package ai.adcio.sql;

import ai.adcio.sql.FieldPlace.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.CreateTableElementListStep;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Creates the tables of a schema, and keeps in them what is needed to open them again. */
final class CatalogTables {
    /** The layout of the tables; a database of another one is not read. */
    private static final int FORMAT = 1;

    private CatalogTables() {}

    /** What a stored catalogue is. */
    record Stored(CatalogSchema schema, long version, int products) {}

    static void create(Connection connection, CatalogSchema schema) throws SQLException {
        DSLContext jooq = QuietJooq.renderer();
        CreateTableElementListStep product = jooq.createTable(CatalogSchema.PRODUCT)
                .column("row_number", SQLDataType.BIGINT.notNull())
                .column("id", SQLDataType.VARCHAR.notNull())
                .column("from_version", SQLDataType.BIGINT.notNull())
                .column("to_version", SQLDataType.BIGINT.notNull());
        for (FieldPlace place : schema.places()) {
            Columns columns = place.columns();
            if (columns != null) {
                for (ColumnDefinition column : definitions(columns)) {
                    product = product.column(column.name(), column.type());
                }
            }
        }
        run(connection, product.constraint(DSL.primaryKey("row_number")));
        run(connection, rowTable(CatalogSchema.CATEGORY));
        run(connection, rowTable(CatalogSchema.ATTRIBUTE).column("field", SQLDataType.INTEGER.notNull()));
        run(
                connection,
                jooq.createTable(CatalogSchema.FIELD)
                        .column("number", SQLDataType.INTEGER.notNull())
                        .column("name", SQLDataType.VARCHAR.notNull())
                        .column("prefix", SQLDataType.VARCHAR)
                        .column("has_words", SQLDataType.BOOLEAN.notNull())
                        .column("has_number", SQLDataType.BOOLEAN.notNull())
                        .column("has_currency", SQLDataType.BOOLEAN.notNull())
                        .column("has_rows", SQLDataType.BOOLEAN.notNull())
                        .constraint(DSL.primaryKey("number")));
        run(
                connection,
                jooq.createTable(CatalogSchema.SOURCE)
                        .column("format", SQLDataType.INTEGER.notNull())
                        .column("version", SQLDataType.BIGINT.notNull())
                        .column("products", SQLDataType.INTEGER.notNull()));
    }

    /** Indexes come after the rows of the first version, which fills the tables faster. */
    static void index(Connection connection) throws SQLException {
        index(connection, "product_id", CatalogSchema.PRODUCT, CatalogSchema.ID);
        index(connection, "category_product", CatalogSchema.CATEGORY, CatalogSchema.productOf(CatalogSchema.CATEGORY));
        index(
                connection,
                "category_text",
                CatalogSchema.CATEGORY,
                CatalogSchema.valuesOf(CatalogSchema.CATEGORY).text());
        index(
                connection,
                "attribute_product",
                CatalogSchema.ATTRIBUTE,
                CatalogSchema.productOf(CatalogSchema.ATTRIBUTE),
                CatalogSchema.ATTRIBUTE_FIELD);
        index(connection, "attribute_field", CatalogSchema.ATTRIBUTE, CatalogSchema.ATTRIBUTE_FIELD);
    }

    private static void index(Connection connection, String name, Table<?> table, Field<?>... columns)
            throws SQLException {
        run(connection, QuietJooq.renderer().createIndex(DSL.name(name)).on(table, columns));
    }

    /** The columns of a group, in the order in which a product is written. */
    static List<ColumnDefinition> definitions(Columns columns) {
        List<ColumnDefinition> definitions = new ArrayList<>();
        definitions.add(new ColumnDefinition(columns.textName(), SQLDataType.VARCHAR));
        if (columns.words()) {
            definitions.add(new ColumnDefinition(columns.wordsName(), SQLDataType.VARCHAR));
        }
        if (columns.number()) {
            definitions.add(new ColumnDefinition(columns.numberName(), FieldPlace.NUMBER));
        }
        if (columns.currency()) {
            definitions.add(new ColumnDefinition(columns.currencyName(), SQLDataType.VARCHAR));
        }
        return definitions;
    }

    /** A generated name and its type. */
    record ColumnDefinition(String name, DataType<?> type) {}

    private static CreateTableElementListStep rowTable(Table<?> table) {
        return QuietJooq.renderer()
                .createTable(table)
                .column("product", SQLDataType.BIGINT.notNull())
                .column("position", SQLDataType.INTEGER.notNull())
                .column("text", SQLDataType.VARCHAR.notNull())
                .column("words", SQLDataType.VARCHAR)
                .column("number", FieldPlace.NUMBER);
    }

    static void run(Connection connection, Query query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(query.getSQL(ParamType.INDEXED));
        }
    }

    /** Writes the places down, replacing those with the same numbers. */
    static void save(Connection connection, Collection<FieldPlace> places) throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement(
                "MERGE INTO \"field\" (\"number\", \"name\", \"prefix\", \"has_words\", \"has_number\","
                        + " \"has_currency\", \"has_rows\") KEY (\"number\") VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (FieldPlace place : places) {
                Columns columns = place.columns();
                merge.setInt(1, place.number());
                merge.setString(2, place.name());
                merge.setString(3, columns == null ? null : columns.prefix());
                merge.setBoolean(4, columns != null && columns.words());
                merge.setBoolean(5, columns != null && columns.number());
                merge.setBoolean(6, columns != null && columns.currency());
                merge.setBoolean(7, place.rows());
                merge.addBatch();
            }
            merge.executeBatch();
        }
    }

    /** Writes down which version the tables hold. */
    static void saveVersion(Connection connection, long version, int products) throws SQLException {
        run(connection, QuietJooq.renderer().deleteFrom(CatalogSchema.SOURCE));
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO \"source\" (\"format\", \"version\", \"products\") VALUES (?, ?, ?)")) {
            insert.setInt(1, FORMAT);
            insert.setLong(2, version);
            insert.setInt(3, products);
            insert.executeUpdate();
        }
    }

    /** Reads what {@link #save} wrote; null when the tables have another format. */
    static @Nullable Stored load(Connection connection) throws SQLException {
        long version;
        int products;
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT \"format\", \"version\", \"products\" FROM \"source\"")) {
            if (!row.next() || row.getInt(1) != FORMAT) {
                return null;
            }
            version = row.getLong(2);
            products = row.getInt(3);
        }
        List<FieldPlace> places = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT \"number\", \"name\", \"prefix\", \"has_words\","
                        + " \"has_number\", \"has_currency\", \"has_rows\" FROM \"field\" ORDER BY \"number\"")) {
            while (row.next()) {
                String prefix = row.getString(3);
                Columns columns = prefix == null
                        ? null
                        : new Columns(prefix, row.getBoolean(4), row.getBoolean(5), row.getBoolean(6));
                places.add(new FieldPlace(row.getInt(1), row.getString(2), columns, row.getBoolean(7)));
            }
        }
        return new Stored(new CatalogSchema(places), version, products);
    }
}
