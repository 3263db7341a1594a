package ai.adcio.sql;

import ai.adcio.sql.FieldPlace.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.CreateTableElementListStep;
import org.jooq.DataType;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The definitions of the tables that hold a catalogue's products. */
final class ProductTables {
    /** How many characters an id may have where an index must hold it. */
    static final int LONGEST_ID = 500;

    private ProductTables() {}

    /** The tables of a database that holds one catalogue; their indexes come later. */
    static List<Query> create(CatalogSchema schema) {
        Relations relations = schema.relations();
        return List.of(
                product(schema, relations.dialect().jooq().createTable(relations.product()))
                        .constraint(DSL.primaryKey("row_number")),
                rows(relations, relations.dialect().jooq().createTable(relations.category())),
                rows(relations, relations.dialect().jooq().createTable(relations.attribute()))
                        .column("field", SQLDataType.INTEGER.notNull()));
    }

    /**
     * The tables where they are not there yet, with keys that serve as their indexes: an interrupted creation can so be
     * made again on every database.
     */
    static List<Query> createMissing(CatalogSchema schema) {
        Relations relations = schema.relations();
        var jooq = relations.dialect().jooq();
        String head = relations.dialect().indexesHeads() ? "head" : "text";
        return List.of(
                product(schema, jooq.createTableIfNotExists(relations.product()))
                        .constraint(DSL.primaryKey("row_number"))
                        .constraint(DSL.unique("id", "to_version"))
                        .constraint(DSL.unique("to_version", "row_number")),
                rows(relations, jooq.createTableIfNotExists(relations.category()))
                        .constraint(DSL.primaryKey("product", "position"))
                        .constraint(DSL.unique(head, "product", "position")),
                rows(relations, jooq.createTableIfNotExists(relations.attribute()))
                        .column("field", SQLDataType.INTEGER.notNull())
                        .constraint(DSL.primaryKey("product", "field", "position"))
                        .constraint(DSL.unique("field", head, "product", "position")));
    }

    /** Has the database look at what the tables hold, which it would else do later or never. */
    static List<String> analyze(Relations relations) {
        return Stream.of(relations.product(), relations.category(), relations.attribute())
                .map(table -> relations.dialect().analyze(table.getName()))
                .toList();
    }

    /** Takes the tables away as far as they are there. */
    static List<Query> drop(Relations relations) {
        var jooq = relations.dialect().jooq();
        return List.of(
                jooq.dropTableIfExists(relations.attribute()),
                jooq.dropTableIfExists(relations.category()),
                jooq.dropTableIfExists(relations.product()));
    }

    private static CreateTableElementListStep product(CatalogSchema schema, CreateTableElementListStep table) {
        Dialect dialect = schema.relations().dialect();
        CreateTableElementListStep product = table.column("row_number", SQLDataType.BIGINT.notNull())
                .column("id", dialect.key(LONGEST_ID).notNull())
                .column("from_version", SQLDataType.BIGINT.notNull())
                .column("to_version", SQLDataType.BIGINT.notNull());
        for (FieldPlace place : schema.places()) {
            Columns columns = place.columns();
            if (columns != null) {
                for (ColumnDefinition column : definitions(dialect, columns)) {
                    product = product.column(column.name(), column.type());
                }
            }
        }
        return product;
    }

    private static CreateTableElementListStep rows(Relations relations, CreateTableElementListStep table) {
        Dialect dialect = relations.dialect();
        CreateTableElementListStep rows = table.column("product", SQLDataType.BIGINT.notNull())
                .column("position", SQLDataType.INTEGER.notNull())
                .column("text", dialect.text().notNull())
                .column("words", dialect.text())
                .column("number", dialect.number());
        return dialect.indexesHeads()
                ? rows.column("head", dialect.key(StoredValue.HEAD).notNull())
                : rows;
    }

    /** The columns of a group, in the order in which a product is written. */
    static List<ColumnDefinition> definitions(Dialect dialect, Columns columns) {
        List<ColumnDefinition> definitions = new ArrayList<>();
        definitions.add(new ColumnDefinition(columns.textName(), dialect.text()));
        if (columns.words()) {
            definitions.add(new ColumnDefinition(columns.wordsName(), dialect.text()));
        }
        if (columns.number()) {
            definitions.add(new ColumnDefinition(columns.numberName(), dialect.number()));
        }
        if (columns.currency()) {
            definitions.add(new ColumnDefinition(columns.currencyName(), dialect.text()));
        }
        return definitions;
    }

    /** A generated name and its type. */
    record ColumnDefinition(String name, DataType<?> type) {}
}
