package ai.adcio.ads;

/**
 * How often things happened to a set of ads.
 *
 * @param impressions how often it was seen
 * @param clicks how often it was clicked on
 */
public record AdTotals(long impressions, long clicks) {}
