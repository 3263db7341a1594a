/**
 * From the words of a turn to a typed interpretation of them.
 */
@NullMarked
package ai.adcio.understanding;

import org.jspecify.annotations.NullMarked;
