package ai.adcio.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.adcio.catalog.feed.JsonLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares what is on disk with what is in memory, on catalogues of the folder that ADCIO_DATA names. */
class StoredCatalogDataTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"amazon-esci", "icecat", "shop-ko"})
    void holdsTheSameAsTheFeed(String name) throws IOException {
        String data = System.getProperty("adcio.data", System.getenv().getOrDefault("ADCIO_DATA", ""));
        Path feed = Path.of(data, "catalogs", name + ".jsonl.gz");
        assumeTrue(
                !data.isEmpty() && Files.exists(feed),
                "set ADCIO_DATA to the folder that holds catalogs/ to run this test");
        List<Product> products = read(feed);
        Path file = folder.resolve("records");
        try (InMemoryCatalog inMemory = InMemoryCatalog.of(products);
                CatalogSnapshot snapshot = inMemory.acquire()) {
            StoredCatalog.write(file, snapshot);
            try (StoredCatalog stored = StoredCatalog.open(file);
                    CatalogSnapshot onDisk = stored.acquire()) {
                assertThat(onDisk.capabilities().equals(snapshot.capabilities()))
                        .as("capabilities")
                        .isTrue();
                for (Product product : products) {
                    assertThat(product.equals(onDisk.records().get(product.id())))
                            .as(product.id())
                            .isTrue();
                }
            }
        }
    }

    private static List<Product> read(Path feed) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(feed)), StandardCharsets.UTF_8))) {
            return reader.lines().map(JsonLines::read).toList();
        }
    }
}
