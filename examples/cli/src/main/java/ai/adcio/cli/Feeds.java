package ai.adcio.cli;

import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.feed.FeedException;
import ai.adcio.catalog.feed.FeedReader;
import ai.adcio.catalog.feed.FeedReport;
import ai.adcio.catalog.feed.LoadedFeed;
import ai.adcio.catalog.feed.RejectedRow;
import ai.adcio.catalog.feed.RejectionPolicy;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Reads a shop's feed into a catalogue. */
final class Feeds {
    private static final int SHOWN_ROWS = 5;

    private Feeds() {}

    /**
     * Reads a feed of any format and tells of the rows that were rejected.
     *
     * @param currency of prices that name none, or null
     * @throws FeedException when it cannot be read or has more bad rows than {@link RejectionPolicy#DEFAULT} allows
     */
    static Catalog read(Path file, @Nullable Currency currency, PrintWriter err) {
        FeedReader.Builder reader = FeedReader.builder();
        if (currency != null) {
            reader.currency(currency.getCurrencyCode());
        }
        LoadedFeed loaded = reader.build().load(file);
        tell(file, loaded.report(), err);
        return loaded.catalog();
    }

    /**
     * Reads records that this program wrote itself: every one counts.
     *
     * @throws FeedException when one cannot be read
     */
    static Catalog readOwn(Path file) {
        return own().load(file).catalog();
    }

    /** Reads records that came with this program; the caller closes the stream. */
    static Catalog readOwn(InputStream in) {
        return own().load(in).catalog();
    }

    private static FeedReader own() {
        return FeedReader.builder().policy(RejectionPolicy.STRICT).build();
    }

    private static void tell(Path file, FeedReport report, PrintWriter err) {
        if (report.rejectedCount() == 0) {
            return;
        }
        err.println(file + ": " + report.summary());
        report.rejected().stream().limit(SHOWN_ROWS).map(RejectedRow::toString).forEach(row -> err.println("  " + row));
        if (report.rejectedCount() > SHOWN_ROWS) {
            err.println("  and " + (report.rejectedCount() - SHOWN_ROWS) + " more");
        }
        err.flush();
    }
}
