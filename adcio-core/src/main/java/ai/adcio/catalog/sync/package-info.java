/** Filling engines of their own processes from one feed, and keeping them in step. */
@NullMarked
package ai.adcio.catalog.sync;

import org.jspecify.annotations.NullMarked;
