package ai.adcio.catalog.feed;

import ai.adcio.AdcioException;
import org.jspecify.annotations.Nullable;

/** Tells that a feed was not taken over: it broke off, or its policy does not allow what its report says. */
public final class FeedException extends AdcioException {
    private static final long serialVersionUID = 1L;

    // Exceptions are serialisable by their type; the report is for whoever catches this one in its own process.
    private final transient @Nullable FeedReport report;

    FeedException(String message, @Nullable FeedReport report, @Nullable Throwable cause) {
        super(message, cause);
        this.report = report;
    }

    /** What had been read, or null when not even the format was known. */
    public @Nullable FeedReport report() {
        return report;
    }
}
