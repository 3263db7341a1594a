package ai.adcio.sql;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.TextFolding;
import ai.adcio.sql.FieldPlace.ValueColumns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Turns constraints into conditions on {@code product} that hold for exactly the products for which
 * {@link Constraint#test} does. Immutable and thread safe.
 */
final class Conditions {
    // In words, and a longer one of Latin words is in no product: a pattern of 2,000 overflowed a stack of 512 KB. The
    // words of a shopper's turn are fewer than that.
    private static final int LONGEST_PHRASE = 500;

    /** Phrases of so many words are looked for in each of their forms; longer ones have too many. */
    private static final int LISTED_FORMS = 2;

    private final CatalogSchema schema;
    private final Relations relations;

    Conditions(CatalogSchema schema) {
        this.schema = schema;
        this.relations = schema.relations();
    }

    Condition of(Constraint constraint) {
        return switch (constraint) {
            case Constraint.AnyOf c -> any(c.field(), value -> matches(value, c.match(), c.values()));
            case Constraint.NoneOf c ->
                c.choice()
                        ? leavesAChoice(c.field(), value -> matches(value, c.match(), c.values()))
                        : none(c.field(), value -> matches(value, c.match(), c.values()));
            case Constraint.Range c -> any(c.field(), value -> within(value, c));
            case Constraint.Present c -> any(c.field(), value -> value.text().isNotNull());
            case Constraint.Either c ->
                DSL.or(c.alternatives().stream().map(this::of).toList());
        };
    }

    /** Some value of the field meets the test. */
    private Condition any(String field, Function<ValueColumns, Condition> test) {
        FieldPlace place = schema.place(field);
        if (place == null) {
            return DSL.falseCondition();
        }
        Condition met = DSL.noCondition();
        ValueColumns value = place.inProduct(relations);
        if (value != null) {
            met = met.or(test.apply(value));
        }
        if (place.rows()) {
            met = met.or(hasRow(place, test));
        }
        return met;
    }

    /** No value of the field meets the test; an empty field passes. */
    private Condition none(String field, Function<ValueColumns, Condition> test) {
        FieldPlace place = schema.place(field);
        if (place == null) {
            return DSL.trueCondition();
        }
        Condition met = DSL.noCondition();
        ValueColumns value = place.inProduct(relations);
        if (value != null) {
            met = met.and(value.text().isNull().or(DSL.not(test.apply(value))));
        }
        if (place.rows()) {
            met = met.and(hasNoRow(place, test));
        }
        return met;
    }

    /** The field is empty, or one of its values fails the test. */
    private Condition leavesAChoice(String field, Function<ValueColumns, Condition> test) {
        FieldPlace place = schema.place(field);
        if (place == null) {
            return DSL.trueCondition();
        }
        Condition met = DSL.noCondition();
        if (place.rows()) {
            met = hasNoRow(place, row -> DSL.noCondition()).or(hasRow(place, row -> DSL.not(test.apply(row))));
        }
        ValueColumns value = place.inProduct(relations);
        if (value != null) {
            met = value.text().isNull().and(met).or(value.text().isNotNull().and(DSL.not(test.apply(value))));
        }
        return met;
    }

    /** Some row of the field meets the test. */
    private Condition hasRow(FieldPlace place, Function<ValueColumns, Condition> test) {
        return relations.dialect().probesRows()
                ? DSL.exists(rowsOf(place, test))
                : relations.row().in(productsOf(place, test));
    }

    /** No row of the field meets the test. */
    private Condition hasNoRow(FieldPlace place, Function<ValueColumns, Condition> test) {
        return relations.dialect().probesRows()
                ? DSL.notExists(rowsOf(place, test))
                : relations.row().notIn(productsOf(place, test));
    }

    // Uncorrelated on purpose: H2 evaluates it once and then looks products up in its result.
    private Select<Record1<Long>> productsOf(FieldPlace place, Function<ValueColumns, Condition> test) {
        Table<?> rows = relations.rowTable(place);
        return DSL.selectDistinct(Relations.productOf(rows))
                .from(rows)
                .where(isField(place).and(test.apply(relations.valuesOf(rows))));
    }

    private Select<Record1<Integer>> rowsOf(FieldPlace place, Function<ValueColumns, Condition> test) {
        Table<?> rows = relations.rowTable(place);
        return DSL.selectOne()
                .from(rows)
                .where(Relations.productOf(rows)
                        .eq(relations.row())
                        .and(isField(place))
                        .and(test.apply(relations.valuesOf(rows))));
    }

    /** The rows of the place's table that are of its field. */
    Condition isField(FieldPlace place) {
        return place.name().equals(Fields.CATEGORIES)
                ? DSL.noCondition()
                : relations.attributeField().eq(place.number());
    }

    private Condition matches(ValueColumns value, Match match, List<String> wanted) {
        if (match == Match.EXACT) {
            return equalsOne(
                    value,
                    wanted.stream()
                            .map(TextFolding::fold)
                            .map(relations.dialect()::stored)
                            .distinct()
                            .toList());
        }
        return DSL.or(wanted.stream().map(phrase -> mentions(value, phrase)).toList());
    }

    private static Condition equalsOne(ValueColumns value, List<String> stored) {
        Field<String> head = value.head();
        if (head == null) {
            return value.text().in(stored);
        }
        Condition begins = head.in(stored.stream().map(StoredValue::head).toList());
        return stored.stream().allMatch(StoredValue::isItsOwnHead)
                ? begins
                : begins.and(value.text().in(stored));
    }

    // The rule of TextFolding.containsPhrase over words that stand with one space between them. Folded words are
    // letters, digits and their marks only, so they need no quoting in a pattern. LIKE goes first because H2 compiles
    // the regular expression anew for each row that reaches it.
    private static Condition mentions(ValueColumns value, String phrase) {
        List<String> words = TextFolding.words(phrase);
        if (words.isEmpty()) {
            return DSL.falseCondition();
        }
        Field<String> given = value.phrase();
        int first = words.getFirst().codePointAt(0);
        boolean hangul = Character.UnicodeScript.of(first) == Character.UnicodeScript.HANGUL;
        if (hangul && words.size() == 1) {
            // A word that is there whole is there within the words joined too.
            return joined(given, words, first);
        }
        Condition whole = words.size() > LONGEST_PHRASE ? DSL.falseCondition() : wholeWords(given, words);
        return hangul ? whole.or(joined(given, words, first)) : whole;
    }

    // The first syllable goes first: joining the words of a text that has none of them is most of the cost.
    private static Condition joined(Field<String> given, List<String> words, int first) {
        return given.like("%" + Character.toString(first) + "%")
                .and(DSL.replace(given, DSL.val(" "), DSL.val("")).like("%" + String.join("", words) + "%"));
    }

    private static Condition wholeWords(Field<String> given, List<String> words) {
        String longest = words.stream().reduce("", (a, b) -> b.length() > a.length() ? b : a);
        if (words.size() <= LISTED_FORMS) {
            // Every form of a word or two as a plain substring between spaces: a fifth of what the expression costs.
            Field<String> spaced = DSL.concat(DSL.val(" "), given, DSL.val(" "));
            return given.like("%" + longest + "%")
                    .and(DSL.or(forms(words).stream()
                            .map(form -> spaced.like("% " + form + " %"))
                            .toList()));
        }
        String pattern = "(^| )" + String.join("(s|es)? ", words) + "(s|es)?( |$)";
        return given.like("%" + longest + "%").and(given.likeRegex(pattern));
    }

    /** The phrase with each word as it is and with the endings of a plural. */
    private static List<String> forms(List<String> words) {
        List<String> forms = List.of("");
        for (String word : words) {
            List<String> longer = new ArrayList<>();
            for (String form : forms) {
                String before = form.isEmpty() ? word : form + " " + word;
                longer.add(before);
                longer.add(before + "s");
                longer.add(before + "es");
            }
            forms = longer;
        }
        return forms;
    }

    private Condition within(ValueColumns value, Constraint.Range range) {
        Field<BigDecimal> number = value.number();
        if (number == null) {
            return DSL.falseCondition();
        }
        NumberLimits limits = relations.dialect().limits();
        Condition met = DSL.noCondition();
        // Of a bound with more decimals than are stored the next number inwards allows the same.
        if (range.lower() != null) {
            BigDecimal bound = limits.storable(range.lower().value(), RoundingMode.CEILING);
            met = met.and(
                    range.lower().inclusive() || !limits.keeps(range.lower().value())
                            ? number.ge(bound)
                            : number.gt(bound));
        }
        if (range.upper() != null) {
            BigDecimal bound = limits.storable(range.upper().value(), RoundingMode.FLOOR);
            met = met.and(
                    range.upper().inclusive() || !limits.keeps(range.upper().value())
                            ? number.le(bound)
                            : number.lt(bound));
        }
        if (range.currency() != null && value.currency() != null) {
            met = met.and(value.currency().eq(range.currency().getCurrencyCode()));
        }
        return met;
    }
}
