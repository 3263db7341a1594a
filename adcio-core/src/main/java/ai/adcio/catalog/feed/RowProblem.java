package ai.adcio.catalog.feed;

import org.jspecify.annotations.Nullable;

/** Why one row cannot be taken over. Carries no stack trace, as a feed may hold many such rows. */
final class RowProblem extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_LENGTH = 60;
    private static final int MESSAGE_LENGTH = 200;

    private final String field;
    private final String value;

    RowProblem(String field, String value, String why) {
        super(why, null, false, false);
        this.field = field;
        this.value = value;
    }

    RejectedRow at(long row) {
        return new RejectedRow(row, shown(field), shown(value), why());
    }

    String why() {
        String message = getMessage();
        return message == null ? "cannot be read" : message;
    }

    /** A message of a library in one line and at a length that a person reads. */
    static String line(@Nullable String message) {
        if (message == null || message.isBlank()) {
            return "no reason given";
        }
        String line = harmless(message).strip().replaceAll("\\s+", " ");
        return line.length() > MESSAGE_LENGTH ? line.substring(0, MESSAGE_LENGTH) + "…" : line;
    }

    /** The value cut short, without the control characters by which a feed could write to a terminal. */
    static String shown(String value) {
        int end = Math.min(value.length(), SHOWN_LENGTH);
        if (end < value.length() && Character.isHighSurrogate(value.charAt(end - 1))) {
            end--;
        }
        String shown = harmless(value.substring(0, end));
        return end < value.length() ? shown + "…" : shown;
    }

    private static String harmless(String text) {
        StringBuilder harmless = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(harmless::appendCodePoint);
        return harmless.toString();
    }
}
