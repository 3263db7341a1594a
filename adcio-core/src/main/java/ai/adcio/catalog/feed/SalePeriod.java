package ai.adcio.catalog.feed;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** When a sale is on, as Merchant Center writes it: two moments of ISO 8601 with a slash between them. */
final class SalePeriod {
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("'T'HH:mm[:ss]")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private SalePeriod() {}

    /** Whether the sale is on now, its first and its last moment included; a moment without offset is in the clock's zone. */
    static boolean isOn(String period, Clock clock) throws RowProblem {
        String[] moments = period.split("/", -1);
        if (moments.length != 2) {
            throw problem(period);
        }
        try {
            Instant start = moment(moments[0], clock);
            Instant end = moment(moments[1], clock);
            Instant now = clock.instant();
            return !now.isBefore(start) && !now.isAfter(end);
        } catch (DateTimeException e) {
            throw problem(period);
        }
    }

    private static Instant moment(String text, Clock clock) {
        TemporalAccessor moment = MOMENT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
        return moment instanceof OffsetDateTime exact
                ? exact.toInstant()
                : ((LocalDateTime) moment).atZone(clock.getZone()).toInstant();
    }

    private static RowProblem problem(String period) {
        return new RowProblem(
                MerchantFields.SALE_DATE,
                period,
                "is no period; write \"2026-11-20T09:00+09:00/2026-11-30T23:59+09:00\"");
    }
}
