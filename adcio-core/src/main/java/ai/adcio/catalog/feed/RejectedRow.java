package ai.adcio.catalog.feed;

/**
 * One row of a feed that could not be taken over.
 *
 * @param row where it stands, from 1: the line in JSON Lines, the row as a spreadsheet counts it (the header is 1) in
 *     text feeds, the number of the item in XML
 * @param field the path of the field at fault, such as {@code price.amount}; empty when the row as a whole is
 * @param value the value at fault, shortened, control characters replaced; empty when there is none
 * @param why what is wrong and what to do about it, in one line
 */
public record RejectedRow(long row, String field, String value, String why) {
    /** The row in one line, as a person reads it. */
    @Override
    public String toString() {
        return "row " + row + (field.isEmpty() ? "" : ", " + field) + (value.isEmpty() ? "" : " \"" + value + "\"")
                + ": " + why;
    }
}
