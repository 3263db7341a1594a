package ai.adcio.retrieval;

/**
 * An arm that was planned and gave no answer.
 *
 * @param arm the arm's name
 * @param cause why, in one line
 */
public record MissingArm(String arm, String cause) {}
