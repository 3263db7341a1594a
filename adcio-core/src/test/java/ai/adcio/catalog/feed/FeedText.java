package ai.adcio.catalog.feed;

import ai.adcio.catalog.Product;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Feeds as texts. */
final class FeedText {
    private FeedText() {}

    static InputStream of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static InputStream of(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** The products of a feed that is taken over whatever it holds. */
    static List<Product> products(String text) {
        return products(FeedReader.builder().policy(RejectionPolicy.LENIENT), text);
    }

    static List<Product> products(FeedReader.Builder reader, String text) {
        List<Product> products = new ArrayList<>();
        reader.build().read(of(text), products::add);
        return products;
    }

    static Product product(String text) {
        return products(FeedReader.builder(), text).getFirst();
    }

    /** The report of a feed that is taken over whatever it holds. */
    static FeedReport report(String text) {
        return FeedReader.builder().policy(RejectionPolicy.LENIENT).build().read(of(text), product -> {});
    }

    static List<String> rejected(String text) {
        return report(text).rejected().stream().map(RejectedRow::toString).toList();
    }
}
