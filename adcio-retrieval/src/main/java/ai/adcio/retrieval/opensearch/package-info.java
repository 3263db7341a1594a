/**
 * The keyword arm on OpenSearch 2 and 3. Needs {@code org.opensearch.client:opensearch-java} and Apache HttpClient 5 on the
 * class path.
 */
@NullMarked
package ai.adcio.retrieval.opensearch;

import org.jspecify.annotations.NullMarked;
