/** Arms that fail often are left alone for a while, and never get more searches at once than they can bear. */
@NullMarked
package ai.adcio.retrieval.resilience;

import org.jspecify.annotations.NullMarked;
