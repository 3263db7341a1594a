package ai.adcio.cli.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Text as the reference scorer, which is written in Python, folds it and writes numbers in it. */
final class PlainText {
    private static final int DOTTED_CAPITAL_I = 0x130;
    private static final int DOTLESS_I = 0x131;

    private PlainText() {}

    /** Full case folding: what is the same but for letter case becomes the same. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c < 0x80) {
                folded.append((char) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c));
            } else if (c == DOTTED_CAPITAL_I) {
                folded.append("i\u0307");
            } else if (c == DOTLESS_I || isCherokee(c)) {
                folded.appendCodePoint(c);
            } else {
                // By way of capitals, so that ß becomes ss and a final sigma an ordinary one.
                Character.toString(c)
                        .toUpperCase(java.util.Locale.ROOT)
                        .codePoints()
                        .map(Character::toLowerCase)
                        .forEach(folded::appendCodePoint);
            }
        });
        return folded.toString();
    }

    /** The only letters that fold to their capitals. */
    private static boolean isCherokee(int c) {
        return c >= 0x13A0 && c <= 0x13FD;
    }

    /** A value as text: a whole number without a point, another one with as few digits as tell it from its neighbours. */
    static String of(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "True" : "False";
        }
        if (value.isIntegralNumber()) {
            return value.bigIntegerValue().toString();
        }
        return value.isNumber() ? of(value.doubleValue()) : value.toString();
    }

    static String of(double number) {
        String plain = new BigDecimal(Double.toString(number)).toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    /** Whether the first character is a small Latin letter or a digit. */
    static boolean startsLatin(String text) {
        return !text.isEmpty()
                && (text.charAt(0) >= 'a' && text.charAt(0) <= 'z' || text.charAt(0) >= '0' && text.charAt(0) <= '9');
    }
}
