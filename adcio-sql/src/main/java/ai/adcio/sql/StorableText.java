package ai.adcio.sql;

/**
 * Text in a form that every database keeps: PostgreSQL refuses the character NUL, and a half of a surrogate pair has no
 * UTF-8. Two texts are equal when their forms are; a text without such characters is its own form.
 */
final class StorableText {
    private static final char MARK = '\u0001';
    private static final int HEX = 16;
    private static final int DIGITS = 4;

    private StorableText() {}

    static String encode(String text) {
        int i = firstOdd(text);
        if (i == text.length()) {
            return text;
        }
        StringBuilder encoded = new StringBuilder(text.length() + 2 * DIGITS).append(text, 0, i);
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isOdd(text, i)) {
                encoded.append(MARK).append("%04x".formatted((int) c));
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    /** The text of which {@link #encode} made this. */
    static String decode(String encoded) {
        int i = encoded.indexOf(MARK);
        if (i < 0) {
            return encoded;
        }
        StringBuilder text = new StringBuilder(encoded.length()).append(encoded, 0, i);
        while (i < encoded.length()) {
            char c = encoded.charAt(i++);
            if (c == MARK && i + DIGITS <= encoded.length()) {
                text.append((char) Integer.parseInt(encoded, i, i + DIGITS, HEX));
                i += DIGITS;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static int firstOdd(String text) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            // Nearly all of every text lies between.
            if ((c <= MARK || c >= Character.MIN_SURROGATE) && isOdd(text, i)) {
                break;
            }
            i++;
        }
        return i;
    }

    private static boolean isOdd(String text, int i) {
        char c = text.charAt(i);
        if (c <= MARK) {
            return true;
        }
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
}
