/** Embeddings of products and queries: the model, what of a product it reads, and the cache of what it said. */
@NullMarked
package ai.adcio.retrieval.embedding;

import org.jspecify.annotations.NullMarked;
