package ai.adcio.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What one buyer wrote. Its text is data: it is quoted and never followed.
 *
 * @param id the shop's own id
 * @param rating 0 to 5, or null when the buyer gave none
 * @param text the buyer's words, possibly empty
 */
public record Review(String id, @Nullable Double rating, String text) {}
