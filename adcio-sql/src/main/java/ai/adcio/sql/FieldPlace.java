package ai.adcio.sql;

import java.math.BigDecimal;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of one catalogue field are kept. A feed's own names are values of the table {@code field} and never
 * identifiers: columns have generated names.
 *
 * @param number the field's number in {@code product_attribute.field}
 * @param name as {@link ai.adcio.catalog.Fields} names it
 * @param columns the columns of {@code product} that hold it, or null when it has none
 * @param rows whether some product keeps the field in a row table: because the field has no columns, or because that
 *     product's values do not fit them
 */
record FieldPlace(int number, String name, @Nullable Columns columns, boolean rows) {
    FieldPlace withRows() {
        return rows ? this : new FieldPlace(number, name, columns, true);
    }

    /** The columns of the field's value in a product's own row, or null when it has none there. */
    @Nullable
    ValueColumns inProduct(Relations relations) {
        return columns == null ? null : columns.of(relations);
    }

    /**
     * A group of columns for a field of at most one value.
     *
     * @param prefix the generated name before the underscore
     * @param words whether there is a column for the words; the folded text stands for them where they are the same
     * @param number whether there is a column for the number
     * @param currency whether the number is money
     */
    record Columns(String prefix, boolean words, boolean number, boolean currency) {
        boolean fits(StoredValue value) {
            return (words || value.words() == null)
                    && (number || value.number() == null)
                    && (currency || value.currency() == null);
        }

        String textName() {
            return prefix + "_text";
        }

        String wordsName() {
            return prefix + "_words";
        }

        String numberName() {
            return prefix + "_number";
        }

        String currencyName() {
            return prefix + "_currency";
        }

        ValueColumns of(Relations relations) {
            Table<?> product = relations.product();
            return new ValueColumns(
                    column(product, textName(), String.class),
                    words ? column(product, wordsName(), String.class) : null,
                    number ? relations.numberColumn(product, numberName()) : null,
                    currency ? column(product, currencyName(), String.class) : null,
                    null);
        }
    }

    /**
     * The columns that hold one value's forms.
     *
     * @param text the folded value
     * @param words its folded words with a space between, null where they equal the text
     * @param number the number it starts with
     * @param currency the number's currency
     * @param head the beginning of the text, in an index; null where the text itself can be or none is
     */
    record ValueColumns(
            Field<String> text,
            @Nullable Field<String> words,
            @Nullable Field<BigDecimal> number,
            @Nullable Field<String> currency,
            @Nullable Field<String> head) {
        /** The words, from whichever column holds them. */
        Field<String> phrase() {
            return words == null ? text : DSL.coalesce(words, text);
        }
    }

    /** A column. */
    static <T> Field<T> column(Table<?> table, String name, Class<T> type) {
        return DSL.field(DSL.name(table.getName(), name), type);
    }
}
