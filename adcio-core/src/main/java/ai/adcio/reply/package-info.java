/**
 * The answer to a turn: cards, text, reasons, and their form on the wire.
 */
@NullMarked
package ai.adcio.reply;

import org.jspecify.annotations.NullMarked;
