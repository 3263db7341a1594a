package ai.adcio.catalog.feed;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream as bytes, without a copy of most: {@link #bytes} is valid until the next call. Ends of lines are
 * LF and CR LF. Not thread safe.
 */
final class ByteLines {
    private static final int FIRST_BUFFER = 1 << 16;

    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int start;
    private int end;
    private int length;
    private int filled;
    private boolean cut;

    /** @param longest how many bytes of a line are kept; what follows is passed over */
    ByteLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Moves to the next line; false when there is none. */
    boolean next() throws IOException {
        start = end;
        cut = false;
        int at = start;
        while (true) {
            while (at < filled && buffer[at] != '\n') {
                at++;
            }
            if (at < filled) {
                length = at - start;
                end = at + 1;
                cut |= length > longest;
                break;
            }
            if (at - start > longest) {
                cut = true;
                filled = start;
                at = start;
            }
            int offset = at - start;
            if (!fill()) {
                length = offset;
                end = filled;
                if (length == 0 && !cut) {
                    return false;
                }
                break;
            }
            at = start + offset;
        }
        if (length > 0 && buffer[start + length - 1] == '\r') {
            length--;
        }
        return true;
    }

    byte[] bytes() {
        return buffer;
    }

    int offset() {
        return start;
    }

    int length() {
        return length;
    }

    /** Whether the line was too long; then its bytes are gone. */
    boolean isCut() {
        return cut;
    }

    boolean isBlank() {
        for (int i = start; i < start + length; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        if (filled == buffer.length) {
            if (start > 0) {
                System.arraycopy(buffer, start, buffer, 0, filled - start);
                filled -= start;
                start = 0;
            } else {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        if (count < 0) {
            return false;
        }
        filled += count;
        return true;
    }
}
