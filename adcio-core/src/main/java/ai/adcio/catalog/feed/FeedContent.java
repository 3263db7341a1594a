package ai.adcio.catalog.feed;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The content of a feed, unpacked and without its byte order mark. Text that a mark shows to be UTF-16 is turned into
 * UTF-8. Closing it leaves the stream open that it was made of. Not thread safe.
 */
final class FeedContent implements Closeable {
    private static final int HEAD = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final InputStream unpacked;
    private final PushbackInputStream bytes;
    private final boolean marked;
    private final String head;

    private FeedContent(InputStream unpacked, InputStream text, boolean marked) throws IOException {
        this.unpacked = unpacked;
        this.marked = marked;
        this.bytes = new PushbackInputStream(text, HEAD);
        byte[] first = bytes.readNBytes(HEAD);
        bytes.unread(first);
        this.head = new String(first, StandardCharsets.UTF_8);
    }

    static FeedContent open(InputStream in) throws IOException {
        InputStream packed = new BufferedInputStream(new Unclosed(in), HEAD);
        InputStream unpacked = isGzip(packed) ? new BufferedInputStream(new Unpacked(packed), HEAD) : packed;
        try {
            Charset charset = skipMark(unpacked);
            InputStream text = charset == null || charset.equals(StandardCharsets.UTF_8)
                    ? unpacked
                    : new Utf8Stream(unpacked, charset);
            return new FeedContent(unpacked, text, charset != null);
        } catch (IOException e) {
            unpacked.close();
            throw e;
        }
    }

    /** How the content starts, read as UTF-8. */
    String head() {
        return head;
    }

    /** Whether a byte order mark told the encoding, whatever the text says of it. */
    boolean marked() {
        return marked;
    }

    /** The whole content; UTF-8, or whatever an XML declaration says when no mark stood before it. */
    InputStream bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP_MAGIC;
    }

    private static @Nullable Charset skipMark(InputStream in) throws IOException {
        in.mark(3);
        byte[] mark = in.readNBytes(3);
        in.reset();
        if (Arrays.equals(mark, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
            in.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        if (mark.length >= 2 && (mark[0] & 0xFF) == 0xFE && (mark[1] & 0xFF) == 0xFF) {
            in.skipNBytes(2);
            return StandardCharsets.UTF_16BE;
        }
        if (mark.length >= 2 && (mark[0] & 0xFF) == 0xFF && (mark[1] & 0xFF) == 0xFE) {
            in.skipNBytes(2);
            return StandardCharsets.UTF_16LE;
        }
        return null;
    }

    /** Says in our words that packed data is damaged; an XML parser would take its end for that of the document. */
    private static final class Unpacked extends GZIPInputStream {
        Unpacked(InputStream in) throws IOException {
            super(in, HEAD);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (EOFException e) {
                throw new BrokenFeed("breaks off: its gzip data is cut short; fetch it again", e);
            } catch (ZipException e) {
                throw new BrokenFeed("breaks off: its gzip data is damaged; fetch it again", e);
            }
        }
    }

    /** Keeps the caller's stream open when what wraps it frees its buffers. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return in.read(buffer, offset, length);
        }

        @Override
        public void close() {}
    }
}
