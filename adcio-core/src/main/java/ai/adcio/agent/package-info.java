/**
 * The front door: the agent, its loop, and one handler per intent.
 */
@NullMarked
package ai.adcio.agent;

import org.jspecify.annotations.NullMarked;
