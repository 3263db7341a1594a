package ai.adcio.catalog.feed;

import ai.adcio.AdcioException;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole feeds in any {@link FeedFormat}; which one, the content tells. Immutable and thread safe: one reader serves
 * any number of feeds at once. {@code docs/feeds.md} says what is read from which field.
 *
 * <p>Feeds are text in UTF-8, or in UTF-16 with a byte order mark, plain or compressed by gzip. They are streamed: JSON
 * Lines take one line at a time, the other formats up to {@link Builder#heldBytes} of rows beside the ids, as the rows of
 * one product may stand apart.
 */
public final class FeedReader {
    private final ReadSettings settings;
    private final RejectionPolicy policy;

    private FeedReader(ReadSettings settings, RejectionPolicy policy) {
        this.settings = settings;
        this.policy = policy;
    }

    /** A reader with the defaults of {@link #builder}. */
    public static FeedReader create() {
        return builder().build();
    }

    /** Starts a reader. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads a file into a catalogue, all or nothing.
     *
     * @throws FeedException when the file cannot be read to its end or the policy does not allow what it holds; the message
     *     starts with the file's name
     */
    public LoadedFeed load(Path file) {
        InMemoryCatalog.Builder catalog = InMemoryCatalog.builder();
        FeedReport report = read(file, catalog::add);
        return new LoadedFeed(catalog.build(), report);
    }

    /**
     * Reads a stream to its end into a catalogue, all or nothing. The caller closes the stream.
     *
     * @throws FeedException when it cannot be read to its end or the policy does not allow what it holds
     */
    public LoadedFeed load(InputStream in) {
        InMemoryCatalog.Builder catalog = InMemoryCatalog.builder();
        FeedReport report = read(in, catalog::add);
        return new LoadedFeed(catalog.build(), report);
    }

    /**
     * Reads a file and hands over each product in the caller's thread, in the feed's order.
     *
     * @param sink takes the products; what it throws ends the reading and reaches the caller as it is
     * @throws FeedException when the file cannot be read to its end or the policy does not allow what it holds, which shows
     *     after products were handed over: they are then to be dropped. The message starts with the file's name
     */
    public FeedReport read(Path file, Consumer<? super Product> sink) {
        String name = file + ": ";
        try (InputStream in = Files.newInputStream(file)) {
            return read(name, in, sink);
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw new FeedException("there is no file " + file + "; check the path", null, e);
        } catch (IOException e) {
            throw new FeedException(name + "cannot be read: " + RowProblem.line(e.getMessage()), null, e);
        }
    }

    /**
     * Reads a stream to its end and hands over each product in the caller's thread, in the feed's order. The caller closes
     * the stream.
     *
     * @param sink takes the products; what it throws ends the reading and reaches the caller as it is
     * @throws FeedException when the stream cannot be read to its end or the policy does not allow what it holds, which
     *     shows after products were handed over: they are then to be dropped
     */
    public FeedReport read(InputStream in, Consumer<? super Product> sink) {
        return read("", in, sink);
    }

    private FeedReport read(String name, InputStream in, Consumer<? super Product> sink) {
        FeedTally tally = new FeedTally();
        FeedFormat format = null;
        try (FeedContent content = FeedContent.open(in)) {
            FeedShape shape = FormatSniffer.tell(content.head());
            format = shape.format();
            read(shape, content, tally, sink);
        } catch (IOException e) {
            FeedReport report = format == null ? null : tally.report(format);
            throw new FeedException(name + reason(e, report), report, e);
        }
        FeedReport report = tally.report(format);
        String breach = tally.breach(policy, report);
        if (breach != null) {
            throw new FeedException(name + breach, report, null);
        }
        return report;
    }

    private void read(FeedShape shape, FeedContent content, FeedTally tally, Consumer<? super Product> sink)
            throws IOException {
        InputStream in = content.bytes();
        switch (shape.format()) {
            case JSON_LINES -> new JsonLinesFeed(tally, sink).read(in);
            case MERCHANT_TEXT ->
                new MerchantFeed(settings, tally, sink)
                        .read(new TextRows(in, shape.separator(), MerchantFields.NAMES, tally));
            case MERCHANT_XML -> new MerchantFeed(settings, tally, sink).read(new XmlRows(in, content.marked(), tally));
            case SHOPIFY_CSV ->
                new ShopifyFeed(settings, tally, sink)
                        .read(new TextRows(in, shape.separator(), ShopifyFields.NAMES, tally));
        }
    }

    private static String reason(IOException e, @Nullable FeedReport report) {
        if (e instanceof BrokenFeed) {
            return "the feed " + e.getMessage();
        }
        String after = report == null ? "" : " after " + report.rows() + " rows";
        return "the feed breaks off" + after + ": " + RowProblem.line(e.getMessage());
    }

    /** Collects a reader's settings, each of which has a default. Not thread safe. */
    public static final class Builder {
        private static final long HELD_BYTES = 64L << 20;

        private RejectionPolicy policy = RejectionPolicy.DEFAULT;
        private @Nullable Currency currency;
        private Clock clock = Clock.systemUTC();
        private long heldBytes = HELD_BYTES;
        private @Nullable Path folder;

        private Builder() {}

        /** Sets how many rejected rows a feed may have; {@link RejectionPolicy#DEFAULT} unless set. */
        public Builder policy(RejectionPolicy value) {
            this.policy = value;
            return this;
        }

        /**
         * Sets the currency of amounts that name none. Shopify's export names none and is refused without it; in Merchant
         * Center feeds it counts for amounts without a code; JSON Lines always name their own.
         *
         * @param code an ISO 4217 code such as {@code KRW}
         * @throws AdcioException when it is none
         */
        public Builder currency(String code) {
            try {
                this.currency = Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new AdcioException(
                        "currency is \"" + code + "\"; write an ISO 4217 code such as \"USD\" or \"KRW\"", e);
            }
            return this;
        }

        /**
         * Sets the clock that tells which sales are on, and the zone of dates without one; the system's clock in UTC unless
         * set.
         */
        public Builder clock(Clock value) {
            this.clock = value;
            return this;
        }

        /**
         * Sets how many bytes of rows are held on the heap while the rest of their product may still come; further rows go
         * to a temporary file. 64 MiB unless set.
         *
         * @param bytes zero or more
         * @throws AdcioException when it is less
         */
        public Builder heldBytes(long bytes) {
            if (bytes < 0) {
                throw new AdcioException("heldBytes is " + bytes + "; it is zero or more");
            }
            this.heldBytes = bytes;
            return this;
        }

        /**
         * Sets the folder for the temporary file, which is deleted when the feed was read or failed; the system's unless
         * set.
         */
        public Builder temporaryFolder(Path existing) {
            this.folder = existing;
            return this;
        }

        /** Makes the reader. */
        public FeedReader build() {
            return new FeedReader(new ReadSettings(currency, clock, heldBytes, folder), policy);
        }
    }
}
