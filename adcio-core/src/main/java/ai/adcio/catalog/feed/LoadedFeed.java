package ai.adcio.catalog.feed;

import ai.adcio.catalog.InMemoryCatalog;

/**
 * A feed that was taken over.
 *
 * @param catalog its products in the feed's order, at version 1; the caller closes it
 * @param report what became of the rows
 */
public record LoadedFeed(InMemoryCatalog catalog, FeedReport report) {}
