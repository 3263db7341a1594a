package ai.adcio.catalog.feed;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Tells why a feed cannot be read on, in words that continue "the feed ..". */
final class BrokenFeed extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenFeed(String message) {
        super(message);
    }

    BrokenFeed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
