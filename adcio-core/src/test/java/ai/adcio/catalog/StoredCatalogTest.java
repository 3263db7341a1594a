package ai.adcio.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.retrieval.ProductGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredCatalogTest extends CatalogContract {
    private static final int SIZE = 40;

    @TempDir
    private Path folder = Path.of("");

    @Override
    protected Catalog create(List<Product> products) {
        return StoredCatalog.open(written("contract", products));
    }

    @Test
    void refusesToBeChanged() {
        try (StoredCatalog catalog = StoredCatalog.open(written("shop", products()))) {
            assertThatThrownBy(() -> catalog.delete("p1"))
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining("read-only");
            assertThat(catalog.find("p1")).isNotNull();
        }
    }

    @Test
    void readsWithoutKeepingAnythingAsWell() {
        try (StoredCatalog catalog = StoredCatalog.open(written("shop", products()), 0)) {
            products().forEach(product -> assertThat(catalog.find(product.id())).isEqualTo(product));
        }
        assertThatThrownBy(() -> StoredCatalog.open(folder.resolve("shop"), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsACatalogueWithoutProducts() {
        try (StoredCatalog catalog = StoredCatalog.open(written("empty", List.of()));
                CatalogSnapshot snapshot = catalog.acquire()) {
            assertThat(snapshot.records().size()).isZero();
            assertThat(snapshot.records().get("p1")).isNull();
            assertThat(snapshot.capabilities()).isEqualTo(CatalogCapabilities.of(List.of()));
        }
    }

    @Test
    void servesTheOldFileToThoseWhoHaveItOpenWhenItIsReplaced() {
        Path file = written("shop", products());
        try (StoredCatalog before = StoredCatalog.open(file, 0)) {
            List<Product> others = new ProductGenerator(99).products(3);
            written("shop", others);

            assertThat(before.find("p20")).isEqualTo(products().get(20));
            try (StoredCatalog after = StoredCatalog.open(file)) {
                assertThat(after.find("p20")).isNull();
                assertThat(after.find("p2")).isEqualTo(others.get(2));
            }
        }
        // Nothing is left beside what the tests themselves have written.
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("contract", "shop");
    }

    @Test
    void anInterruptedReaderDisturbsNobody() throws InterruptedException {
        try (StoredCatalog catalog = StoredCatalog.open(written("shop", products()), 0)) {
            List<Object> read = new ArrayList<>();
            Thread reader = Thread.ofPlatform().start(() -> {
                Thread.currentThread().interrupt();
                read.add(String.valueOf(catalog.find("p3")));
                read.add(Thread.currentThread().isInterrupted());
            });
            reader.join();

            assertThat(read).containsExactly(products().get(3).toString(), true);
            assertThat(catalog.find("p4")).isEqualTo(products().get(4));
        }
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        assertThatThrownBy(() -> StoredCatalog.open(folder.resolve("none")))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("there are no product records");
    }

    @Test
    void saysThatAFileIsSomethingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("shop"), "{\"id\":\"p1\",\"title\":\"Lamp\"}\n");

        assertThatThrownBy(() -> StoredCatalog.open(file))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("holds no product records");
    }

    @Test
    void namesTheFormatThatItDoesNotRead() throws IOException {
        Path file = written("shop", products());
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putInt(Long.BYTES, 77);
        Files.write(file, bytes);

        assertThatThrownBy(() -> StoredCatalog.open(file))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("format 77")
                .hasMessageContaining("write them again");
    }

    @Test
    void refusesAFileThatWasCutOffAnywhere() throws IOException {
        byte[] whole = Files.readAllBytes(written("shop", products()));
        for (int length = 0; length < whole.length; length += 1 + length / 20) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> StoredCatalog.open(cut)).isInstanceOf(AdcioException.class);
        }
    }

    @Test
    void neverTakesADamagedRecordForAnotherOne() throws IOException {
        List<Product> products = products();
        byte[] whole = Files.readAllBytes(written("shop", products));
        Random random = new Random(5);
        for (int round = 0; round < 400; round++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            Path damaged = Files.write(folder.resolve("damaged" + round), bytes);

            assertThat(toldOrRight(damaged, products)).isTrue();
        }
    }

    /** Whether the damage is told, by opening the file or by one record of it, and every other record is right. */
    private static boolean toldOrRight(Path file, List<Product> products) {
        int told = 0;
        try (StoredCatalog catalog = StoredCatalog.open(file)) {
            for (Product product : products) {
                try {
                    if (!product.equals(catalog.find(product.id()))) {
                        return false;
                    }
                } catch (AdcioException e) {
                    told++;
                }
            }
        } catch (AdcioException e) {
            return true;
        }
        return told == 1;
    }

    private static List<Product> products() {
        return new ProductGenerator(3).products(SIZE);
    }

    private Path written(String name, List<Product> products) {
        Path file = folder.resolve(name);
        try (InMemoryCatalog catalog = InMemoryCatalog.of(products);
                CatalogSnapshot snapshot = catalog.acquire()) {
            StoredCatalog.write(file, snapshot);
        }
        return file;
    }
}
