package ai.adcio.catalog.feed;

/**
 * One filled field of a row.
 *
 * @param field its name, spelt the one way by which it is looked up
 * @param value what it holds, well-formed and never blank
 */
record Cell(String field, String value) {}
