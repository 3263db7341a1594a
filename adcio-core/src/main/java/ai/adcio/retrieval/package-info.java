/**
 * The arms that find products, the plan that says which of them run, and the fusion of what they found.
 */
@NullMarked
package ai.adcio.retrieval;

import org.jspecify.annotations.NullMarked;
