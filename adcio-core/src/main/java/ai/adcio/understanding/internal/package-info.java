/**
 * The deterministic interpreter's rooms: words are tokenised, linked to the catalogue and to the language resources,
 * parsed to typed mentions, and applied to the conversation's state. Not public API.
 */
@NullMarked
package ai.adcio.understanding.internal;

import org.jspecify.annotations.NullMarked;
