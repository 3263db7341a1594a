package ai.adcio.sql;

import ai.adcio.catalog.Availability;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.SortOrder;
import ai.adcio.retrieval.Aggregate;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.sql.CatalogQuery.Answer;
import ai.adcio.sql.FieldPlace.ValueColumns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Query;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Turns a typed question into one statement in which every value is bound, and remembers the last few: jOOQ takes longer
 * over a statement than many a database over its answer, and shoppers ask the same again. Thread safe.
 */
final class QueryCompiler {
    private static final int REMEMBERED = 256;

    private final CatalogSchema schema;
    private final Relations relations;
    private final Dialect dialect;
    private final Conditions conditions;
    private final Map<Asked, BoundStatement> recent = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, BoundStatement> eldest) {
            return size() > REMEMBERED;
        }
    });

    private record Asked(CatalogQuery query, long version) {}

    QueryCompiler(CatalogSchema schema) {
        this.schema = schema;
        this.relations = schema.relations();
        this.dialect = relations.dialect();
        this.conditions = new Conditions(schema);
    }

    /** The statement that answers the question from the rows of one version. */
    BoundStatement compile(CatalogQuery query, long version) {
        // What was shown already differs from conversation to conversation.
        if (!query.excludedIds().isEmpty()) {
            return compiled(query, version);
        }
        Asked asked = new Asked(query, version);
        BoundStatement known = recent.get(asked);
        if (known == null) {
            known = compiled(query, version);
            recent.put(asked, known);
        }
        return known;
    }

    private BoundStatement compiled(CatalogQuery query, long version) {
        Condition where = where(query, version);
        Query statement = switch (query.answer()) {
            case Answer.Products products -> products(products, query.mainCurrency(), where);
            case Answer.Figure figure -> number(figure.aggregate(), query.mainCurrency(), where);
        };
        return BoundStatement.of(statement);
    }

    private Condition where(CatalogQuery query, long version) {
        List<Condition> all = new ArrayList<>();
        all.add(relations.fromVersion().le(version));
        all.add(relations.toVersion().gt(version));
        for (Constraint filter : query.filters()) {
            all.add(conditions.of(filter));
        }
        for (String word : query.mentions()) {
            all.add(conditions.of(RetrievalRequest.mention(word)));
        }
        if (!query.excludedIds().isEmpty()) {
            all.add(relations
                    .id()
                    .notIn(query.excludedIds().stream().map(dialect::stored).toList()));
        }
        return DSL.and(all);
    }

    private Query products(Answer.Products products, @Nullable String currency, Condition where) {
        Field<BigDecimal> ratingCount = coreNumber(Fields.RATING_COUNT);
        List<SelectField<?>> columns = new ArrayList<>(List.of(relations.id()));
        List<OrderField<?>> order = new ArrayList<>();
        SortOrder sort = products.sort();
        Value value = sort == null ? null : value(sort.field(), currency);
        boolean joined = value != null && value.joined() != null;
        if (sort == null) {
            order.add(canBeBought().desc());
            order.add(ratingCount.desc().nullsLast());
            order.add(coreNumber(Fields.RATING).desc().nullsLast());
        } else {
            if (value != null) {
                // Of several numbers that which comes first in the order asked for stands for the product.
                Field<BigDecimal> number =
                        !joined ? value.number() : sort.ascending() ? DSL.min(value.number()) : DSL.max(value.number());
                columns.add(number.as("value"));
                order.add((sort.ascending() ? number.asc() : number.desc()).nullsLast());
            }
            order.add(ratingCount.desc().nullsLast());
        }
        order.add(relations.id().asc());
        columns.add(DSL.count().over().as("total"));
        var select = dialect.jooq().select(columns).from(from(value)).where(where);
        if (joined) {
            return select.groupBy(relations.row(), relations.id(), ratingCount)
                    .orderBy(order)
                    .limit(products.limit());
        }
        return select.orderBy(order).limit(products.limit());
    }

    private Query number(Aggregate aggregate, @Nullable String currency, Condition where) {
        if (aggregate.function() == Aggregate.Function.COUNT) {
            Condition counted = aggregate.field().equals(Fields.ID)
                    ? where
                    : where.and(conditions.of(new Constraint.Present(aggregate.field(), aggregate.field())));
            return dialect.jooq()
                    .select(DSL.count().as("products"))
                    .from(relations.product())
                    .where(counted);
        }
        Value value = value(aggregate.field(), currency);
        if (value == null) {
            return dialect.jooq()
                    .select(DSL.count().as("products"))
                    .from(relations.product())
                    .where(DSL.falseCondition());
        }
        Field<BigDecimal> number = value.number();
        List<SelectField<?>> columns = new ArrayList<>();
        columns.add(DSL.countDistinct(relations.row()).as("products"));
        switch (aggregate.function()) {
            case AVERAGE -> {
                columns.add(DSL.sum(number).as("sum"));
                columns.add(DSL.count(number).as("numbers"));
            }
            case MINIMUM -> columns.add(DSL.min(number).as("minimum"));
            case MAXIMUM -> columns.add(DSL.max(number).as("maximum"));
            case COUNT -> throw new IllegalStateException("a count has no value");
        }
        return dialect.jooq().select(columns).from(from(value)).where(where.and(number.isNotNull()));
    }

    private Table<?> from(@Nullable Value value) {
        FieldPlace joined = value == null ? null : value.joined();
        if (joined == null) {
            return relations.product();
        }
        Table<?> rows = relations.rowTable(joined);
        return relations
                .product()
                .leftJoin(rows)
                .on(Relations.productOf(rows).eq(relations.row()).and(conditions.isField(joined)));
    }

    /**
     * The number of a field.
     *
     * @param number the expression
     * @param joined the place whose rows must be joined for it, or null when columns hold it all
     */
    private record Value(Field<BigDecimal> number, @Nullable FieldPlace joined) {}

    /** The number of a field, or null when no product has one. */
    private @Nullable Value value(String field, @Nullable String currency) {
        FieldPlace place = schema.place(field);
        if (place == null) {
            return null;
        }
        ValueColumns inProduct = place.inProduct(relations);
        Field<BigDecimal> number = inProduct == null ? null : inProduct.number();
        if (number != null && currency != null && inProduct != null && inProduct.currency() != null) {
            number = DSL.when(inProduct.currency().eq(currency), number);
        }
        if (place.rows()) {
            Field<BigDecimal> inRows = relations.numberOf(relations.rowTable(place));
            return new Value(number == null ? inRows : DSL.coalesce(number, inRows), place);
        }
        return number == null ? null : new Value(number, null);
    }

    private Field<Boolean> canBeBought() {
        Field<String> availability = FieldPlace.column(relations.product(), "availability_text", String.class);
        List<String> orderable = Arrays.stream(Availability.values())
                .filter(Availability::orderable)
                .map(a -> ai.adcio.catalog.TextFolding.fold(a.schemaOrgName()))
                .toList();
        return DSL.field(availability.in(orderable)).coerce(SQLDataType.BOOLEAN);
    }

    private Field<BigDecimal> coreNumber(String field) {
        String column = field.equals(Fields.RATING) ? "rating_number" : "rating_count_number";
        return relations.numberColumn(relations.product(), column);
    }
}
