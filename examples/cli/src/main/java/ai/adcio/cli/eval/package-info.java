/** Measures: how well products are found, and how exactly dialogues are answered. */
@NullMarked
package ai.adcio.cli.eval;

import org.jspecify.annotations.NullMarked;
