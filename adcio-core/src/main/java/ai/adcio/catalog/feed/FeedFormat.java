package ai.adcio.catalog.feed;

/** The shape of a feed, told by its content and never by its name. Each may be compressed by gzip. */
public enum FeedFormat {
    /** One JSON object a line, in our own shape. */
    JSON_LINES("JSON Lines"),
    /** A Google Merchant Center feed as text, fields parted by tabs or commas. */
    MERCHANT_TEXT("Merchant Center text"),
    /** A Google Merchant Center feed as RSS 2.0 or Atom. */
    MERCHANT_XML("Merchant Center XML"),
    /** The product export of a Shopify shop. */
    SHOPIFY_CSV("Shopify CSV");

    private final String label;

    FeedFormat(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
