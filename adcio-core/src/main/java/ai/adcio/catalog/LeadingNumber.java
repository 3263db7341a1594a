package ai.adcio.catalog;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number at the start of an attribute's value, as in {@code 500ml} or {@code 43.2 cm}. */
public final class LeadingNumber {
    // At most 15 digits a side: longer ones are identifiers, not quantities.
    private static final Pattern NUMBER = Pattern.compile(
            "\\s*([+-]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,15})?|[+-]?\\d{1,15}(?:\\.\\d{1,15})?)(?![\\d,.]*\\d)(.{0,24})");

    private LeadingNumber() {}

    /** The number, or null when the text does not start with one. */
    public static @Nullable BigDecimal of(String text) {
        if (!mayStartWithNumber(text)) {
            return null;
        }
        Matcher m = NUMBER.matcher(text);
        return m.matches() ? new BigDecimal(m.group(1).replace(",", "")) : null;
    }

    /** What follows the number, stripped, such as {@code ml}; empty when nothing does; null when there is no number. */
    public static @Nullable String unit(String text) {
        if (!mayStartWithNumber(text)) {
            return null;
        }
        Matcher m = NUMBER.matcher(text);
        return m.matches() ? m.group(2).strip() : null;
    }

    // Most values of a catalogue start with a letter, and every one of them is asked.
    private static boolean mayStartWithNumber(String text) {
        return !text.isEmpty() && !Character.isLetter(text.charAt(0));
    }
}
