/** Keyword and vector retrieval on embedded Lucene. */
@NullMarked
package ai.adcio.retrieval.lucene;

import org.jspecify.annotations.NullMarked;
