/** A vector arm over any langchain4j {@code EmbeddingStore}, and what fills the store. */
@NullMarked
package ai.adcio.retrieval.store;

import org.jspecify.annotations.NullMarked;
