/**
 * The vector arm on a Weaviate cluster, and what fills it. Needs the optional dependency {@code io.weaviate:client6} and
 * a server of version 1.33 or newer.
 */
@NullMarked
package ai.adcio.retrieval.weaviate;

import org.jspecify.annotations.NullMarked;
