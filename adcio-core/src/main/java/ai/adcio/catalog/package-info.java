/**
 * What the shop sells: products, exact money, typed constraints over a product's record, and what the data as a whole can answer.
 */
@NullMarked
package ai.adcio.catalog;

import org.jspecify.annotations.NullMarked;
