package ai.adcio.cli.dialogue;

/**
 * One expectation of a turn, held against the reply.
 *
 * @param expectation its key
 * @param met whether the reply meets it
 * @param why what is wrong; empty when nothing is
 */
record Checked(String expectation, boolean met, String why) {}
