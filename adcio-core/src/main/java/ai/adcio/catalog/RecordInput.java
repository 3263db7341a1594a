package ai.adcio.catalog;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads in order what a {@link RecordOutput} gathered. Not thread safe. */
final class RecordInput {
    private final byte[] bytes;
    private final String[] repeated;
    private int at;

    /** @param repeated the texts that stand by their number */
    RecordInput(byte[] bytes, String[] repeated) {
        this.bytes = bytes;
        this.repeated = repeated;
    }

    boolean atEnd() {
        return at == bytes.length;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalStateException("a number has no end");
    }

    /** A number of things that follow, of a byte at least each. */
    int count() {
        long count = number();
        if (count < 0 || count > bytes.length - at) {
            throw new IllegalStateException("a length of " + count + " is too great");
        }
        return (int) count;
    }

    int integer() {
        return Math.toIntExact(number());
    }

    double real() {
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = bits << 8 | bytes[at++] & 0xFF;
        }
        return Double.longBitsToDouble(bits);
    }

    String text() {
        long head = number();
        int length = Math.toIntExact(head >>> RecordOutput.FORM_BITS);
        return switch ((int) head & (1 << RecordOutput.FORM_BITS) - 1) {
            case RecordOutput.REPEATED -> repeated[length];
            case RecordOutput.UTF_8 -> {
                String text = new String(bytes, at, length, StandardCharsets.UTF_8);
                at += length;
                yield text;
            }
            case RecordOutput.UTF_16 -> {
                char[] chars = new char[length];
                for (int i = 0; i < length; i++) {
                    chars[i] = (char) (bytes[at++] << 8 | bytes[at++] & 0xFF);
                }
                yield new String(chars);
            }
            default -> throw new IllegalStateException("a text has an unknown form");
        };
    }

    /** An unmodifiable list. */
    <T> List<T> list(Function<RecordInput, T> each) {
        int count = count();
        if (count == 0) {
            return List.of();
        }
        if (count == 1) {
            return List.of(each.apply(this));
        }
        @SuppressWarnings("unchecked") // Handed over as a list of T only.
        T[] values = (T[]) new Object[count];
        for (int i = 0; i < count; i++) {
            values[i] = each.apply(this);
        }
        return List.of(values);
    }

    /** The value, or null when none was written. */
    <T> @Nullable T optional(Function<RecordInput, T> read) {
        return number() == 0 ? null : read.apply(this);
    }
}
