/** The command line over the agent. */
@NullMarked
package ai.adcio.cli;

import org.jspecify.annotations.NullMarked;
