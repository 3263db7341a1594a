package ai.adcio.catalog.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Bytes of another encoding as UTF-8. Bytes that are none of that encoding's become ones that are not UTF-8. */
final class Utf8Stream extends InputStream {
    private static final int CHUNK = 1 << 13;

    private final Reader reader;
    // One more than a chunk, for the second half of a pair of surrogates.
    private final char[] chars = new char[CHUNK + 1];
    private byte[] bytes = new byte[0];
    private int next;

    Utf8Stream(InputStream in, Charset charset) {
        this.reader = new InputStreamReader(in, MarkedText.decoder(charset));
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, target, offset, count);
        next += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private boolean fill() throws IOException {
        while (next == bytes.length) {
            int count = reader.read(chars, 0, CHUNK);
            if (count < 0) {
                return false;
            }
            if (Character.isHighSurrogate(chars[count - 1])) {
                int low = reader.read();
                if (low >= 0) {
                    chars[count++] = (char) low;
                }
            }
            bytes = encode(new String(chars, 0, count));
            next = 0;
        }
        return true;
    }

    private static byte[] encode(String text) {
        if (!MarkedText.isMarked(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() * 2);
        text.codePoints().forEach(c -> {
            if (c == MarkedText.MARK) {
                // A byte that UTF-8 never has, so that whoever decodes it finds the same fault.
                out.write(0xFF);
            } else {
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        });
        return out.toByteArray();
    }
}
