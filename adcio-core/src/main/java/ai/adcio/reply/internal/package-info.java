/**
 * How the clerk's text is worded. Not public API.
 */
@NullMarked
package ai.adcio.reply.internal;

import org.jspecify.annotations.NullMarked;
