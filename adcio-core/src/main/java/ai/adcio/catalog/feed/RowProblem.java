package ai.adcio.catalog.feed;

/** Why one row cannot be taken over. Carries no stack trace, as a feed may hold many such rows. */
final class RowProblem extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_LENGTH = 60;

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

    /** The value cut short, without the control characters by which a feed could write to a terminal. */
    static String shown(String value) {
        int end = Math.min(value.length(), SHOWN_LENGTH);
        if (end < value.length() && Character.isHighSurrogate(value.charAt(end - 1))) {
            end--;
        }
        StringBuilder shown = new StringBuilder(end + 1);
        value.substring(0, end)
                .codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(shown::appendCodePoint);
        return end < value.length() ? shown.append('…').toString() : shown.toString();
    }
}
