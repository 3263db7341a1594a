/**
 * The one ad slot beside the answer: where ads come from, when one may be shown, and how it is labelled.
 */
@NullMarked
package ai.adcio.ads;

import org.jspecify.annotations.NullMarked;
