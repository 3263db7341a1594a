package ai.adcio.cli;

/** An exception in one line for a person. */
public final class OneLine {
    private OneLine() {}

    /** The first line of its message, or its kind when it has none. */
    public static String of(Throwable e) {
        String message = e.getMessage();
        String text = message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(text);
    }
}
