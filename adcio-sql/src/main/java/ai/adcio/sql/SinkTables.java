package ai.adcio.sql;

import ai.adcio.sql.FieldPlace.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectForUpdateStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The tables that say which catalogues a database holds: {@code adcio_shop} has the generation that each shop is served
 * from, {@code adcio_generation} how far each is written, {@code adcio_field} the places of its fields. A generation's
 * own tables are named by its number, which no other ever gets. Immutable and thread safe.
 */
final class SinkTables {
    /** The layout of all tables; a database of another one is not touched. */
    static final int FORMAT = 1;

    /** How many characters the name of a shop or a generation may have. */
    static final int LONGEST_NAME = 40;

    private static final Table<?> LAYOUT = DSL.table(DSL.name("adcio_layout"));
    private static final Table<?> SHOP = DSL.table(DSL.name("adcio_shop"));
    private static final Table<?> GENERATION = DSL.table(DSL.name("adcio_generation"));
    private static final Table<?> FIELD = DSL.table(DSL.name("adcio_field"));

    private static final Field<Integer> LAYOUT_ID = FieldPlace.column(LAYOUT, "id", Integer.class);
    private static final Field<Integer> LAYOUT_FORMAT = FieldPlace.column(LAYOUT, "format", Integer.class);
    private static final Field<Long> NEXT_NUMBER = FieldPlace.column(LAYOUT, "next_number", Long.class);
    private static final Field<String> SHOP_NAME = FieldPlace.column(SHOP, "shop", String.class);
    private static final Field<String> SHOP_GENERATION = FieldPlace.column(SHOP, "generation", String.class);
    private static final Field<String> OWNER = FieldPlace.column(GENERATION, "shop", String.class);
    private static final Field<String> NAME = FieldPlace.column(GENERATION, "generation", String.class);
    private static final Field<Long> NUMBER = FieldPlace.column(GENERATION, "number", Long.class);
    private static final Field<Long> REVISION = FieldPlace.column(GENERATION, "revision", Long.class);
    private static final Field<Long> VISIBLE = FieldPlace.column(GENERATION, "visible", Long.class);
    private static final Field<Long> NEXT_ROW = FieldPlace.column(GENERATION, "next_row", Long.class);
    private static final Field<Long> CHANGES = FieldPlace.column(GENERATION, "field_changes", Long.class);
    private static final Field<Long> FIELD_OF = FieldPlace.column(FIELD, "generation", Long.class);
    private static final Field<Integer> FIELD_NUMBER = FieldPlace.column(FIELD, "number", Integer.class);

    private static final Field<String> FIELD_NAME = FieldPlace.column(FIELD, "name", String.class);
    private static final Field<String> PREFIX = FieldPlace.column(FIELD, "prefix", String.class);
    private static final Field<Boolean> HAS_WORDS = FieldPlace.column(FIELD, "has_words", Boolean.class);
    private static final Field<Boolean> HAS_NUMBER = FieldPlace.column(FIELD, "has_number", Boolean.class);
    private static final Field<Boolean> HAS_CURRENCY = FieldPlace.column(FIELD, "has_currency", Boolean.class);
    private static final Field<Boolean> HAS_ROWS = FieldPlace.column(FIELD, "has_rows", Boolean.class);

    private final Dialect dialect;
    private final DSLContext jooq;

    SinkTables(Dialect dialect) {
        this.dialect = dialect;
        this.jooq = dialect.jooq();
    }

    /**
     * How far a generation is written.
     *
     * @param name its name within the shop
     * @param number its number within the database
     * @param revision the last batch that was written
     * @param visible the last batch that searches see
     * @param nextRow the number of the next product's row
     * @param fieldChanges how often its fields changed
     */
    record Generation(String name, long number, long revision, long visible, long nextRow, long fieldChanges) {}

    /** The definitions, each of which does nothing when its table is there. */
    List<Query> createMissing() {
        return List.of(
                jooq.createTableIfNotExists(LAYOUT)
                        .column("id", SQLDataType.INTEGER.notNull())
                        .column("format", SQLDataType.INTEGER.notNull())
                        .column("next_number", SQLDataType.BIGINT.notNull())
                        .constraint(DSL.primaryKey("id")),
                jooq.createTableIfNotExists(SHOP)
                        .column("shop", dialect.key(LONGEST_NAME).notNull())
                        .column("generation", dialect.key(LONGEST_NAME).notNull())
                        .constraint(DSL.primaryKey("shop")),
                jooq.createTableIfNotExists(GENERATION)
                        .column("shop", dialect.key(LONGEST_NAME).notNull())
                        .column("generation", dialect.key(LONGEST_NAME).notNull())
                        .column("number", SQLDataType.BIGINT.notNull())
                        .column("revision", SQLDataType.BIGINT.notNull())
                        .column("visible", SQLDataType.BIGINT.notNull())
                        .column("next_row", SQLDataType.BIGINT.notNull())
                        .column("field_changes", SQLDataType.BIGINT.notNull())
                        .constraint(DSL.primaryKey("shop", "generation")),
                jooq.createTableIfNotExists(FIELD)
                        .column("generation", SQLDataType.BIGINT.notNull())
                        .column("number", SQLDataType.INTEGER.notNull())
                        .column("name", dialect.text().notNull())
                        .column("prefix", dialect.text().notNull())
                        .column("has_words", SQLDataType.BOOLEAN.notNull())
                        .column("has_number", SQLDataType.BOOLEAN.notNull())
                        .column("has_currency", SQLDataType.BOOLEAN.notNull())
                        .column("has_rows", SQLDataType.BOOLEAN.notNull())
                        .constraint(DSL.primaryKey("generation", "number")));
    }

    /** Writes the layout's format down unless that was done before; the format that is written. */
    int settleFormat(Connection connection) throws SQLException {
        BoundStatement.of(jooq.insertInto(LAYOUT)
                        .columns(LAYOUT_ID, LAYOUT_FORMAT, NEXT_NUMBER)
                        .values(1, FORMAT, 1L)
                        .onConflict(LAYOUT_ID)
                        .doNothing())
                .execute(connection);
        return (int) number(connection, jooq.select(LAYOUT_FORMAT).from(LAYOUT));
    }

    /** A number that no generation of the database had before; other transactions wait for theirs. */
    long takeNumber(Connection connection) throws SQLException {
        BoundStatement.of(jooq.update(LAYOUT).set(NEXT_NUMBER, NEXT_NUMBER.plus(1)))
                .execute(connection);
        return number(connection, jooq.select(NEXT_NUMBER).from(LAYOUT)) - 1;
    }

    private static long number(Connection connection, Select<?> query) throws SQLException {
        try (PreparedStatement statement = BoundStatement.of(query).prepare(connection);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    void insert(Connection connection, String shop, Generation generation) throws SQLException {
        BoundStatement.of(jooq.insertInto(GENERATION)
                        .columns(OWNER, NAME, NUMBER, REVISION, VISIBLE, NEXT_ROW, CHANGES)
                        .values(
                                shop,
                                generation.name(),
                                generation.number(),
                                generation.revision(),
                                generation.visible(),
                                generation.nextRow(),
                                generation.fieldChanges()))
                .execute(connection);
    }

    void update(Connection connection, Generation generation) throws SQLException {
        BoundStatement.of(jooq.update(GENERATION)
                        .set(REVISION, generation.revision())
                        .set(VISIBLE, generation.visible())
                        .set(NEXT_ROW, generation.nextRow())
                        .set(CHANGES, generation.fieldChanges())
                        .where(NUMBER.eq(generation.number())))
                .execute(connection);
    }

    /** A generation, or null when it was not begun; others who want to change it wait until the transaction ends. */
    @Nullable
    Generation lock(Connection connection, String shop, String generation) throws SQLException {
        return first(connection, select(shop, generation).forUpdate());
    }

    /** A generation, or null when it was not begun. */
    @Nullable
    Generation find(Connection connection, String shop, String generation) throws SQLException {
        return first(connection, select(shop, generation));
    }

    private SelectForUpdateStep<? extends Record> select(String shop, String generation) {
        return jooq.select(NAME, NUMBER, REVISION, VISIBLE, NEXT_ROW, CHANGES)
                .from(GENERATION)
                .where(OWNER.eq(shop).and(NAME.eq(generation)));
    }

    /** The generation that a shop is served from, with a further column at the end where one is given. */
    Select<?> published(String shop, @Nullable Field<?> further) {
        List<Field<?>> columns = new ArrayList<>(List.of(NAME, NUMBER, REVISION, VISIBLE, NEXT_ROW, CHANGES));
        if (further != null) {
            columns.add(further);
        }
        return jooq.select(columns)
                .from(SHOP)
                .join(GENERATION)
                .on(OWNER.eq(SHOP_NAME).and(NAME.eq(SHOP_GENERATION)))
                .where(SHOP_NAME.eq(shop));
    }

    /** All generations of a shop. */
    List<Generation> all(Connection connection, String shop) throws SQLException {
        List<Generation> found = new ArrayList<>();
        Select<?> query = jooq.select(NAME, NUMBER, REVISION, VISIBLE, NEXT_ROW, CHANGES)
                .from(GENERATION)
                .where(OWNER.eq(shop))
                .orderBy(NUMBER);
        try (PreparedStatement statement = BoundStatement.of(query).prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(generation(row));
            }
        }
        return found;
    }

    /** The first row of a query for generations, or null. */
    static @Nullable Generation first(Connection connection, Select<?> query) throws SQLException {
        try (PreparedStatement statement = BoundStatement.of(query).prepare(connection);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? generation(row) : null;
        }
    }

    /** A row of a query for generations. */
    static Generation generation(ResultSet row) throws SQLException {
        return new Generation(
                row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
    }

    /** Serves a shop from a generation. */
    void publish(Connection connection, String shop, String generation) throws SQLException {
        BoundStatement.of(jooq.insertInto(SHOP)
                        .columns(SHOP_NAME, SHOP_GENERATION)
                        .values(shop, generation)
                        .onConflict(SHOP_NAME)
                        .doUpdate()
                        .set(SHOP_GENERATION, generation))
                .execute(connection);
    }

    /** Forgets a generation whose tables are gone. */
    void delete(Connection connection, long number) throws SQLException {
        BoundStatement.of(jooq.deleteFrom(FIELD).where(FIELD_OF.eq(number))).execute(connection);
        BoundStatement.of(jooq.deleteFrom(GENERATION).where(NUMBER.eq(number))).execute(connection);
    }

    /** The database's dialect. */
    Dialect dialect() {
        return dialect;
    }

    /** The tables of a generation. */
    Relations relations(long number) {
        return new Relations(dialect, "adcio_" + number + "_");
    }

    /** The tables of a generation with the places of its fields. */
    CatalogSchema schema(Connection connection, long number) throws SQLException {
        Select<?> query = jooq.select(FIELD_NUMBER, FIELD_NAME, PREFIX, HAS_WORDS, HAS_NUMBER, HAS_CURRENCY, HAS_ROWS)
                .from(FIELD)
                .where(FIELD_OF.eq(number))
                .orderBy(FIELD_NUMBER);
        List<FieldPlace> places = new ArrayList<>();
        try (PreparedStatement statement = BoundStatement.of(query).prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String prefix = row.getString(3);
                Columns columns = prefix.isEmpty()
                        ? null
                        : new Columns(prefix, row.getBoolean(4), row.getBoolean(5), row.getBoolean(6));
                places.add(new FieldPlace(row.getInt(1), dialect.read(row.getString(2)), columns, row.getBoolean(7)));
            }
        }
        return new CatalogSchema(relations(number), places);
    }

    /** Writes places down, replacing those with the same numbers. */
    void save(Connection connection, long number, Collection<FieldPlace> places) throws SQLException {
        if (places.isEmpty()) {
            return;
        }
        Query query = jooq.insertInto(FIELD)
                .columns(FIELD_OF, FIELD_NUMBER, FIELD_NAME, PREFIX, HAS_WORDS, HAS_NUMBER, HAS_CURRENCY, HAS_ROWS)
                .values(number, 0, "", "", false, false, false, false)
                .onConflict(FIELD_OF, FIELD_NUMBER)
                .doUpdate()
                // A place only ever gains rows.
                .set(HAS_ROWS, true);
        try (PreparedStatement upsert = BoundStatement.of(query).prepare(connection)) {
            for (FieldPlace place : places) {
                Columns columns = place.columns();
                upsert.setInt(2, place.number());
                upsert.setString(3, dialect.stored(place.name()));
                upsert.setString(4, columns == null ? "" : columns.prefix());
                upsert.setBoolean(5, columns != null && columns.words());
                upsert.setBoolean(6, columns != null && columns.number());
                upsert.setBoolean(7, columns != null && columns.currency());
                upsert.setBoolean(8, place.rows());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
