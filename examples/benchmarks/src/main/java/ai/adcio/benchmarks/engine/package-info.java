/** What the arms and sinks cost beside the engines' own clients; {@code docs/benchmarks.md} says how to run it. */
@NullMarked
package ai.adcio.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
