package ai.adcio.catalog.feed;

import ai.adcio.catalog.Product;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads JSON Lines; every line is a product of its own, so nothing waits. */
final class JsonLinesFeed {
    private static final int LONGEST_LINE = 16 << 20;
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    private final FeedTally tally;
    private final Consumer<? super Product> sink;
    private long number;

    JsonLinesFeed(FeedTally tally, Consumer<? super Product> sink) {
        this.tally = tally;
        this.sink = sink;
    }

    void read(InputStream in) throws IOException {
        ByteLines lines = new ByteLines(in, LONGEST_LINE);
        ProductJsonReader reader =
                new ProductJsonReader(path -> tally.ignore(INDEX.matcher(path).replaceAll("[]"), number));
        while (lines.next()) {
            number++;
            if (lines.isBlank() && !lines.isCut()) {
                continue;
            }
            tally.row();
            try {
                if (lines.isCut()) {
                    throw new RowProblem("", "", "is longer than 16 MiB; write one product a line");
                }
                Product product = reader.read(lines.bytes(), lines.offset(), lines.length());
                if (tally.claim("id", product.id(), number)) {
                    tally.product();
                    sink.accept(product);
                }
            } catch (RowProblem e) {
                tally.reject(number, e);
            }
        }
    }
}
