package ai.adcio.catalog.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of a feed's rows while they are read. Not thread safe. */
final class FeedTally {
    // A feed that names its fields by its data, such as one field a product, would fill the heap with them.
    private static final int IGNORED_FIELDS = 1_000;

    private final Map<String, Long> firstRows = new HashMap<>();
    private final Map<String, Seen> ignored = new LinkedHashMap<>();
    /** The last row first, so that it gives way: groups are made up after all rows were read, out of their order. */
    private final PriorityQueue<RejectedRow> rejected =
            new PriorityQueue<>(Comparator.comparingLong(RejectedRow::row).reversed());

    private long rows;
    private long products;
    private long skipped;
    private long rejectedCount;
    private @Nullable RejectedRow firstRepeat;

    void row() {
        rows++;
    }

    void product() {
        products++;
    }

    void skip(long count) {
        skipped += count;
    }

    void reject(long row, RowProblem problem) {
        reject(problem.at(row));
    }

    /** Notes that a row holds a field that nothing reads. */
    void ignore(String field, long row) {
        Seen seen = ignored.get(field);
        if (seen != null) {
            seen.in(row);
        } else if (ignored.size() < IGNORED_FIELDS) {
            ignored.put(field, new Seen(row));
        }
    }

    /** Notes that an id stands in a row; false, and the row is rejected, when it stood in another before. */
    boolean claim(String field, String id, long row) {
        Long first = firstRows.putIfAbsent(id, row);
        if (first == null) {
            return true;
        }
        rejectRepeat(field, id, row, first);
        return false;
    }

    void rejectRepeat(String field, String id, long row, long first) {
        RejectedRow repeat = new RowProblem(
                        field,
                        id,
                        "is repeated, it stands in row " + first + " already; give every row an id of its own")
                .at(row);
        if (firstRepeat == null || row < firstRepeat.row()) {
            firstRepeat = repeat;
        }
        reject(repeat);
    }

    private void reject(RejectedRow row) {
        rejectedCount++;
        rejected.add(row);
        if (rejected.size() > FeedReport.LISTED_ROWS) {
            rejected.remove();
        }
    }

    FeedReport report(FeedFormat format) {
        List<RejectedRow> inOrder = new ArrayList<>(rejected);
        inOrder.sort(Comparator.comparingLong(RejectedRow::row));
        Map<String, Long> fields = new LinkedHashMap<>();
        ignored.forEach((field, seen) -> fields.put(RowProblem.shown(field), seen.rows));
        return new FeedReport(format, rows, products, skipped, rejectedCount, inOrder, fields);
    }

    /** Why the policy does not allow what was counted, in one line, or null when it does. */
    @Nullable
    String breach(RejectionPolicy policy, FeedReport report) {
        if (policy.failOnRepeatedId() && firstRepeat != null) {
            return firstRepeat.toString();
        }
        if (report.rejectedShare() > policy.greatestShare()) {
            return report.rejectedCount() + " of " + report.rows()
                    + " rows were rejected, more than the policy allows ("
                    + Math.round(policy.greatestShare() * 1_000) / 10.0 + "%); first "
                    + report.rejected().getFirst();
        }
        return null;
    }

    /** In how many rows a field was seen; a row may hold it more than once. */
    private static final class Seen {
        private long rows = 1;
        private long last;

        Seen(long row) {
            this.last = row;
        }

        void in(long row) {
            if (row != last) {
                last = row;
                rows++;
            }
        }
    }
}
