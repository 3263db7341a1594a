package ai.adcio.catalog.feed;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Product;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One product as one line of JSON, in the shape that {@code docs/embedding.md} describes. Reading what was written gives an
 * equal product. Stateless and thread safe.
 */
public final class JsonLines {
    private static final Consumer<String> PASS_OVER = field -> {};

    private JsonLines() {}

    /** The product as one line without its line end. */
    public static String write(Product product) {
        return new String(encode(product), StandardCharsets.UTF_8);
    }

    /** The product as one line of UTF-8 without its line end; unpaired surrogates become U+FFFD. */
    public static byte[] encode(Product product) {
        return ProductJsonWriter.write(product);
    }

    /**
     * Reads one line.
     *
     * @throws AdcioException when it is not a product; the message names the field
     */
    public static Product read(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return decode(bytes, 0, bytes.length);
    }

    /**
     * Reads one line of UTF-8.
     *
     * @throws AdcioException when it is not a product; the message names the field
     */
    public static Product decode(byte[] bytes, int offset, int length) {
        try {
            return new ProductJsonReader(PASS_OVER).read(bytes, offset, length);
        } catch (RowProblem e) {
            RejectedRow row = e.at(1);
            throw new AdcioException(
                    Stream.of(row.field(), row.value().isEmpty() ? "" : "\"" + row.value() + "\"", row.why())
                            .filter(part -> !part.isEmpty())
                            .reduce((a, b) -> a + " " + b)
                            .orElseThrow(),
                    e);
        }
    }
}
