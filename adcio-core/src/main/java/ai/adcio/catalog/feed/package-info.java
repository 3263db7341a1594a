/**
 * Reading and writing whole catalogues: JSON Lines, Google Merchant Center feeds and Shopify's product CSV, streamed,
 * with a report of the rows that were rejected.
 */
@NullMarked
package ai.adcio.catalog.feed;

import org.jspecify.annotations.NullMarked;
