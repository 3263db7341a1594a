/** What the arms of several engines share. Not part of the public API. */
@NullMarked
package ai.adcio.retrieval.internal;

import org.jspecify.annotations.NullMarked;
