package ai.adcio.catalog.feed;

import java.util.List;

/**
 * One row of a feed whose products may span several.
 *
 * @param number where it stands, as {@link RejectedRow#row} counts
 * @param cells its filled fields in the feed's order; a field that the feed repeats stands several times
 */
record Row(long number, List<Cell> cells) {
    private static final int OBJECT_BYTES = 64;

    /** The first value of a field, or an empty string. */
    String value(String field) {
        for (Cell cell : cells) {
            if (cell.field().equals(field)) {
                return cell.value();
            }
        }
        return "";
    }

    boolean has(String field) {
        return !value(field).isEmpty();
    }

    List<String> values(String field) {
        return cells.stream()
                .filter(cell -> cell.field().equals(field))
                .map(Cell::value)
                .toList();
    }

    /** About how many bytes of heap it takes. */
    long weight() {
        long weight = OBJECT_BYTES;
        for (Cell cell : cells) {
            // Names are shared between rows; a value takes two bytes a character at worst.
            weight += OBJECT_BYTES + 2L * cell.value().length();
        }
        return weight;
    }
}
