package ai.adcio.catalog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Gathers what {@link RecordInput} reads. Not thread safe. */
final class RecordOutput {
    static final int REPEATED = 0;
    static final int UTF_8 = 1;
    static final int UTF_16 = 2;
    static final int FORM_BITS = 2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
    private final Map<String, Integer> repeated;

    /** @param repeated the texts that are written by their number */
    RecordOutput(Map<String, Integer> repeated) {
        this.repeated = repeated;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    void clear() {
        bytes.reset();
    }

    /** Seven bits a byte, the lowest first. */
    void number(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            bytes.write((int) (left & 0x7F | 0x80));
            left >>>= 7;
        }
        bytes.write((int) left);
    }

    void real(double value) {
        long bits = Double.doubleToRawLongBits(value);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes.write((int) (bits >>> shift));
        }
    }

    void text(String text) {
        Integer number = repeated.get(text);
        if (number != null) {
            number((long) number << FORM_BITS | REPEATED);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        // Hangul is shorter in UTF-16, and only that holds half a surrogate pair, which a feed may cut off.
        if (utf8.length <= 2 * text.length() && new String(utf8, StandardCharsets.UTF_8).equals(text)) {
            number((long) utf8.length << FORM_BITS | UTF_8);
            bytes.writeBytes(utf8);
        } else {
            number((long) text.length() << FORM_BITS | UTF_16);
            for (int i = 0; i < text.length(); i++) {
                bytes.write(text.charAt(i) >>> 8);
                bytes.write(text.charAt(i));
            }
        }
    }

    <T> void list(Collection<T> values, BiConsumer<RecordOutput, T> each) {
        number(values.size());
        values.forEach(value -> each.accept(this, value));
    }

    /** Writes whether there is a value, and if so, the value. */
    <T> void optional(@Nullable T value, BiConsumer<RecordOutput, T> write) {
        number(value == null ? 0 : 1);
        if (value != null) {
            write.accept(this, value);
        }
    }
}
