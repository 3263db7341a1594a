package ai.adcio.catalog.feed;

/**
 * How a feed is to be read.
 *
 * @param separator what parts the fields of a text feed
 */
record FeedShape(FeedFormat format, char separator) {}
