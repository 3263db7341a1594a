/** Benchmarks of the library with JMH; {@code docs/benchmarks.md} says how to run them. */
@NullMarked
package ai.adcio.benchmarks;

import org.jspecify.annotations.NullMarked;
