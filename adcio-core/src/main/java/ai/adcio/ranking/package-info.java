/**
 * What happens to fused candidates before they become cards.
 */
@NullMarked
package ai.adcio.ranking;

import org.jspecify.annotations.NullMarked;
