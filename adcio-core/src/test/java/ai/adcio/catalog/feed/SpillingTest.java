package ai.adcio.catalog.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.catalog.Product;
import ai.adcio.catalog.Variant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillingTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void givesTheSameProductsWhetherRowsSpillOrNot() throws IOException {
        String feed = shuffledGroups(2_000, 300);

        List<Product> held = read(FeedReader.builder(), feed);
        for (long bytes : List.of(0L, 1L, 5_000L, 100_000L)) {
            List<Product> spilt = read(FeedReader.builder().heldBytes(bytes).temporaryFolder(folder), feed);
            assertThat(spilt).isEqualTo(held);
        }

        assertThat(held).hasSize(300);
        assertThat(held.stream().map(Product::variants).flatMap(List::stream)).hasSize(2_000);
        assertThat(inFolder()).isEmpty();
    }

    @Test
    void leavesNoFileBehindWhenTheFeedBreaksOff() throws IOException {
        byte[] packed = FeedText.gzip(shuffledGroups(2_000, 300).getBytes(StandardCharsets.UTF_8));
        FeedReader reader = spilling();

        assertThatThrownBy(() -> reader.load(FeedText.of(Arrays.copyOf(packed, packed.length - 100))))
                .isInstanceOf(FeedException.class);

        assertThat(inFolder()).isEmpty();
    }

    @Test
    void leavesNoFileBehindWhenTheSinkThrows() throws IOException {
        String feed = shuffledGroups(100, 10);

        assertThatThrownBy(() -> spilling().read(FeedText.of(feed), product -> {
                    throw new IllegalStateException("no more");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(inFolder()).isEmpty();
    }

    @Test
    void namesTheFolderThatTakesNoFile() {
        Path none = folder.resolve("none");

        assertThatThrownBy(() -> FeedReader.builder()
                        .heldBytes(0)
                        .temporaryFolder(none)
                        .build()
                        .load(FeedText.of("id,title\na,Mug\n")))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining(none.toString())
                .hasMessageContaining("name another temporary folder");
    }

    private FeedReader spilling() {
        return FeedReader.builder().heldBytes(500).temporaryFolder(folder).build();
    }

    private static List<Product> read(FeedReader.Builder reader, String feed) {
        List<Product> products = FeedText.products(reader, feed);
        assertThat(products)
                .allSatisfy(product -> assertThat(product.variants())
                        .extracting(Variant::id)
                        .allMatch(id -> id.endsWith("of " + product.id())));
        return products;
    }

    private static String shuffledGroups(int rows, int groups) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String group = "g" + i % groups;
            lines.add(i + " of " + group + "\t\"셔츠\n\"\"" + i + "\"\"\"\t" + i + " KRW\t" + group);
        }
        Collections.shuffle(lines, new Random(7));
        return "id\ttitle\tprice\titem_group_id\n" + String.join("\n", lines) + "\n";
    }

    private List<Path> inFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
