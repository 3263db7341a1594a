package ai.adcio.catalog.feed;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a feed's rows. Immutable and thread safe.
 *
 * @param format the format that the content showed
 * @param rows how many rows there were, header and blank lines not counted
 * @param products how many products they gave; rows of one item group or of one Shopify handle give one together
 * @param skipped how many rows were left out on purpose, such as drafts
 * @param rejectedCount how many rows were rejected
 * @param rejected the rejected rows in the feed's order, cut off at {@link #LISTED_ROWS}
 * @param ignoredFields the fields that nothing reads, with how many rows hold them; a misspelt name shows up here
 */
public record FeedReport(
        FeedFormat format,
        long rows,
        long products,
        long skipped,
        long rejectedCount,
        List<RejectedRow> rejected,
        Map<String, Long> ignoredFields) {
    /** How many rejected rows are listed one by one. */
    public static final int LISTED_ROWS = 1_000;

    /** Copies the list and the map. */
    public FeedReport {
        rejected = List.copyOf(rejected);
        ignoredFields = Collections.unmodifiableMap(new LinkedHashMap<>(ignoredFields));
    }

    /** The share of rejected rows, from 0 to 1. */
    public double rejectedShare() {
        return rows == 0 ? 0 : (double) rejectedCount / rows;
    }

    /** The counts in one line, as a person reads them. */
    public String summary() {
        return format + ": " + products + " products from " + rows + " rows, " + rejectedCount + " rejected, " + skipped
                + " skipped";
    }
}
