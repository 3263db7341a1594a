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
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Creates the tables of an embedded catalogue, and keeps in them what is needed to open them again. */
final class CatalogTables {
    /** The layout of the tables; a database of another one is not read. */
    private static final int FORMAT = 1;

    private static final Table<?> FIELD = DSL.table(DSL.name("field"));
    private static final Table<?> SOURCE = DSL.table(DSL.name("source"));

    private CatalogTables() {}

    /** What a stored catalogue is. */
    record Stored(CatalogSchema schema, long version, int products) {}

    static void create(Connection connection, CatalogSchema schema) throws SQLException {
        for (Query table : ProductTables.create(schema)) {
            run(connection, table);
        }
        DSLContext jooq = Relations.EMBEDDED.dialect().jooq();
        run(
                connection,
                jooq.createTable(FIELD)
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
                jooq.createTable(SOURCE)
                        .column("format", SQLDataType.INTEGER.notNull())
                        .column("version", SQLDataType.BIGINT.notNull())
                        .column("products", SQLDataType.INTEGER.notNull()));
    }

    /** Indexes come after the rows of the first version, which fills the tables faster. */
    static void index(Connection connection) throws SQLException {
        Relations relations = Relations.EMBEDDED;
        Table<?> category = relations.category();
        Table<?> attribute = relations.attribute();
        index(connection, "product_id", relations.product(), relations.id());
        index(connection, "category_product", category, Relations.productOf(category));
        index(
                connection,
                "category_text",
                category,
                relations.valuesOf(category).text());
        index(connection, "attribute_product", attribute, Relations.productOf(attribute), relations.attributeField());
        index(connection, "attribute_field", attribute, relations.attributeField());
    }

    private static void index(Connection connection, String name, Table<?> table, Field<?>... columns)
            throws SQLException {
        run(
                connection,
                Relations.EMBEDDED.dialect().jooq().createIndex(DSL.name(name)).on(table, columns));
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
        run(connection, Relations.EMBEDDED.dialect().jooq().deleteFrom(SOURCE));
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
        return new Stored(new CatalogSchema(Relations.EMBEDDED, places), version, products);
    }
}
