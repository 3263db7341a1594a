package ai.adcio.cli;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines that end at a line feed alone, since a shopper's words may hold a carriage return. */
final class TurnLines {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader in;
    private boolean first = true;

    TurnLines(Reader in) {
        this.in = in;
    }

    /** The next line without its end, or null when there is none. */
    @Nullable
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            line.append((char) c);
            c = in.read();
        }
        int end = line.length();
        if (end > 0 && line.charAt(end - 1) == '\r') {
            line.setLength(end - 1);
        }
        if (first && line.length() > 0 && line.charAt(0) == BYTE_ORDER_MARK) {
            line.deleteCharAt(0);
        }
        first = false;
        return line.toString();
    }
}
