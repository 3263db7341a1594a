package ai.adcio.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.retrieval.ProductGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Catalog} must do for those who read it: extend it with a catalogue of given products. */
public abstract class CatalogContract {
    private static final int SIZE = 60;

    private final List<Product> products = new ProductGenerator(7).products(SIZE);
    private Catalog catalog;

    @BeforeEach
    void open() {
        catalog = create(products);
    }

    @AfterEach
    void closeCatalog() {
        catalog.close();
    }

    /** A catalogue of these products, in their order. */
    protected abstract Catalog create(List<Product> products);

    @Test
    void findsEveryProductByItsId() {
        for (Product product : products) {
            assertThat(catalog.find(product.id())).isEqualTo(product);
        }
    }

    @Test
    void hasNoProductForAnUnknownId() {
        for (String id : List.of("", "p", "p60", "P1", "p1 ", "\uD83D", "없음")) {
            assertThat(catalog.find(id)).isNull();
        }
    }

    @Test
    void keepsTheOrderOfTheProducts() {
        List<Product> seen = new ArrayList<>();
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            snapshot.records().forEach(seen::add);

            assertThat(snapshot.records().size()).isEqualTo(SIZE);
        }
        assertThat(seen).isEqualTo(products);
    }

    @Test
    void keepsTheOrderOfAttributesAndTheDigitsOfPrices() {
        for (Product product : products) {
            Product found = catalog.find(product.id());
            assertThat(found).isNotNull();
            assertThat(found.attributes().keySet())
                    .containsExactlyElementsOf(product.attributes().keySet());
            assertThat(plainPrice(found)).isEqualTo(plainPrice(product));
        }
    }

    @Test
    void givesTheRecordsOfTheIdsThatExistInTheirOrder() {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            assertThat(snapshot.records().getAll(List.of("p9", "nowhere", "p3", "p9")))
                    .containsExactly(products.get(9), products.get(3), products.get(9));
        }
    }

    @Test
    void knowsWhatTheDataCanAnswer() {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            assertThat(snapshot.capabilities()).isEqualTo(CatalogCapabilities.of(products));
        }
    }

    @Test
    void servesManyReadersAtOnce() {
        List<Integer> wrong = IntStream.range(0, 20_000)
                .parallel()
                .map(i -> i * 31 % SIZE)
                .filter(i -> !products.get(i).equals(catalog.find("p" + i)))
                .boxed()
                .toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void handsAnAttachedIndexTheWholeCatalogue() {
        RecordingIndex index = new RecordingIndex();

        catalog.attach(index);

        assertThat(index.upserts).isEqualTo(products);
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            assertThat(index.versions).containsExactly(snapshot.version());
        }
    }

    @Test
    void tellsWhichIndexFailedToTakeItOver() {
        RecordingIndex index = new RecordingIndex();
        index.failure = new IllegalStateException("disk full");

        assertThatThrownBy(() -> catalog.attach(index))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("RecordingIndex")
                .hasMessageContaining("disk full");
    }

    @Test
    void refusesAnIndexThatCallsBack() {
        assertThatThrownBy(() -> catalog.attach(new RecordingIndex() {
                    @Override
                    public void apply(CatalogSnapshot next, CatalogChanges changes) {
                        catalog.attach(new RecordingIndex());
                    }
                }))
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("called back");
    }

    @Test
    void refusesToAnswerFromAClosedSnapshot() {
        CatalogSnapshot snapshot = catalog.acquire();
        snapshot.close();
        snapshot.close();

        assertThatThrownBy(snapshot::records).isInstanceOf(AdcioException.class);
        assertThatThrownBy(snapshot::capabilities).isInstanceOf(AdcioException.class);
        assertThatThrownBy(snapshot::version).isInstanceOf(AdcioException.class);
        assertThat(catalog.find("p1")).isEqualTo(products.get(1));
    }

    @Test
    void keepsAHeldSnapshotGoodWhenItIsClosed() {
        RecordingIndex index = new RecordingIndex();
        catalog.attach(index);
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            catalog.close();
            catalog.close();

            assertThatThrownBy(catalog::acquire)
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining("closed");
            assertThatThrownBy(() -> catalog.attach(index))
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining("closed");
            assertThat(snapshot.records().get("p5")).isEqualTo(products.get(5));
            assertThat(index.released).isEmpty();
        }
        assertThat(index.released).isEqualTo(index.versions);
    }

    private static String plainPrice(Product product) {
        return product.price() == null ? "" : product.price().toString();
    }

    private static class RecordingIndex implements CatalogIndex {
        final List<Product> upserts = new ArrayList<>();
        final List<Long> versions = new ArrayList<>();
        final List<Long> released = new ArrayList<>();

        @Nullable
        RuntimeException failure;

        @Override
        public void apply(CatalogSnapshot next, CatalogChanges changes) {
            RuntimeException thrown = failure;
            if (thrown != null) {
                throw thrown;
            }
            upserts.addAll(changes.upserts());
            versions.add(next.version());
        }

        @Override
        public void release(long version) {
            released.add(version);
        }
    }
}
