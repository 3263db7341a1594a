/** Plays and scores dialogues, exactly as the reference scorer of the dialogue format does. */
@NullMarked
package ai.adcio.cli.dialogue;

import org.jspecify.annotations.NullMarked;
