package ai.adcio.catalog.feed;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What reading depends on beside the feed itself.
 *
 * @param currency the currency of amounts that name none, or null when each must name its own
 * @param clock tells which sales are on, and the zone of dates that name none
 * @param heldBytes how many bytes of rows wait on the heap for the rest of their group
 * @param folder where rows go that wait and are more, or null for the system's folder for temporary files
 */
record ReadSettings(
        @Nullable Currency currency,
        Clock clock,
        long heldBytes,
        @Nullable Path folder) {}
