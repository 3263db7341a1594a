package ai.adcio.sql;

import ai.adcio.catalog.Fields;
import ai.adcio.sql.FieldPlace.ValueColumns;
import java.util.Collection;
import java.util.Collections;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The three tables of one catalogue and the columns that each has whatever the catalogue. Immutable and thread safe.
 *
 * <p>{@code product} has a row per product and version span, with columns for the fields that nearly every product has
 * once; {@code product_category} a row per element of the category path; {@code product_attribute} a row per value of
 * every other field, and of a field with columns where a product has more than fits.
 */
final class Relations {
    /** The tables of a database that holds one catalogue. */
    static final Relations EMBEDDED = new Relations(Dialect.H2, "");

    private final Dialect dialect;
    private final String prefix;
    private final Table<?> product;
    private final Table<?> category;
    private final Table<?> attribute;
    private final Field<Long> row;
    private final Field<String> id;
    private final Field<Long> fromVersion;
    private final Field<Long> toVersion;
    private final Field<Integer> attributeField;

    /**
     * Tables of a dialect.
     *
     * @param prefix what every table's name begins with; generated, never from outside
     */
    Relations(Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.prefix = prefix;
        this.product = DSL.table(DSL.name(prefix + "product"));
        this.category = DSL.table(DSL.name(prefix + "product_category"));
        this.attribute = DSL.table(DSL.name(prefix + "product_attribute"));
        this.row = FieldPlace.column(product, "row_number", Long.class);
        this.id = FieldPlace.column(product, "id", String.class);
        this.fromVersion = FieldPlace.column(product, "from_version", Long.class);
        this.toVersion = FieldPlace.column(product, "to_version", Long.class);
        this.attributeField = FieldPlace.column(attribute, "field", Integer.class);
    }

    Dialect dialect() {
        return dialect;
    }

    String prefix() {
        return prefix;
    }

    Table<?> product() {
        return product;
    }

    Table<?> category() {
        return category;
    }

    Table<?> attribute() {
        return attribute;
    }

    /** The number of a product's row. */
    Field<Long> row() {
        return row;
    }

    /** The product's id in its stored form. */
    Field<String> id() {
        return id;
    }

    /** The first version in which a row holds. */
    Field<Long> fromVersion() {
        return fromVersion;
    }

    /** The first version in which a row no longer holds. */
    Field<Long> toVersion() {
        return toVersion;
    }

    /** The rows that none of the living versions sees, and none that is to come. */
    Condition seenByNone(Collection<Long> living) {
        Condition seen = DSL.or(living.stream()
                .map(version -> fromVersion.le(version).and(toVersion.gt(version)))
                .toList());
        return toVersion.le(Collections.max(living)).andNot(seen);
    }

    /** The number of an attribute row's field. */
    Field<Integer> attributeField() {
        return attributeField;
    }

    /** The table of a field's rows. */
    Table<?> rowTable(FieldPlace place) {
        return place.name().equals(Fields.CATEGORIES) ? category : attribute;
    }

    /** The row of the product that a row of a row table belongs to. */
    static Field<Long> productOf(Table<?> rowTable) {
        return FieldPlace.column(rowTable, "product", Long.class);
    }

    /** The columns of a value in a row table. */
    ValueColumns valuesOf(Table<?> rowTable) {
        return new ValueColumns(
                FieldPlace.column(rowTable, "text", String.class),
                FieldPlace.column(rowTable, "words", String.class),
                numberOf(rowTable),
                null,
                dialect.indexesHeads() ? FieldPlace.column(rowTable, "head", String.class) : null);
    }

    /** The number of a value in a row table. */
    Field<java.math.BigDecimal> numberOf(Table<?> rowTable) {
        return numberColumn(rowTable, "number");
    }

    /** A column of numbers. */
    Field<java.math.BigDecimal> numberColumn(Table<?> table, String name) {
        return DSL.field(DSL.name(table.getName(), name), dialect.number());
    }
}
