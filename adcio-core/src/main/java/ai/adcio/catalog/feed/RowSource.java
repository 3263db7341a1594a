package ai.adcio.catalog.feed;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a feed, one after the other. Not thread safe. */
interface RowSource {
    /**
     * The next row, or null after the last.
     *
     * @throws RowProblem when this row cannot be read; the next call reads on behind it
     * @throws IOException when nothing can be read any more
     */
    @Nullable
    Row next() throws IOException, RowProblem;

    /** Where the row stands that was last read or refused, as {@link RejectedRow#row} counts. */
    long number();

    /** Reads to the end; a row that is refused is tallied, and the next one is read. */
    default void forEach(FeedTally tally, RowTaker taker) throws IOException {
        while (true) {
            Row row;
            try {
                row = next();
            } catch (RowProblem e) {
                tally.row();
                tally.reject(number(), e);
                continue;
            }
            if (row == null) {
                return;
            }
            tally.row();
            try {
                taker.take(row);
            } catch (RowProblem e) {
                tally.reject(row.number(), e);
            }
        }
    }

    /** Takes one row or refuses it. */
    @FunctionalInterface
    interface RowTaker {
        void take(Row row) throws IOException, RowProblem;
    }
}
