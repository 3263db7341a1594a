package ai.adcio.catalog.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.adcio.AdcioException;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogIndexerTest {
    private static final int BATCH = 4;

    @TempDir
    private Path folder;

    private final MemorySink keyword = new MemorySink("keyword");
    private final MemorySink vector = new MemorySink("vector");

    @Test
    void fillsEveryEngineAndServesAllAtOnce() {
        try (CatalogIndexer indexer = indexer()) {
            SyncReport report = indexer.load(catalog(1, 10));
            assertThat(report.inStep()).isTrue();
            assertThat(report.sinks()).extracting(SinkStatus::written).containsExactly(10L, 10L);
        }
        assertThat(keyword.served()).isEqualTo(products(1, 10));
        assertThat(vector.served()).isEqualTo(products(1, 10));
    }

    @Test
    void servesNothingNewWhileOneEngineIsDown() {
        try (CatalogIndexer indexer = indexer()) {
            indexer.load(catalog(1, 10));
            vector.down("connection refused");
            SyncReport report = indexer.load(catalog(2, 12));
            assertThat(report.inStep()).isFalse();
            assertThat(report.sinks().get(1).failure()).isEqualTo("connection refused");
            assertThat(report.sinks().get(0).failure()).isNull();
            assertThat(keyword.served()).isEqualTo(products(1, 10));
            vector.down(null);
            assertThat(indexer.load(catalog(2, 12)).inStep()).isTrue();
        }
        assertThat(keyword.served()).isEqualTo(products(2, 12)).isEqualTo(vector.served());
        assertThat(keyword.generations()).hasSize(1);
    }

    @Test
    void doesNothingForACatalogueThatIsServedAlready() {
        try (CatalogIndexer indexer = indexer()) {
            indexer.load(catalog(1, 10));
            AtomicInteger calls = new AtomicInteger();
            keyword.boundary(calls::incrementAndGet);
            assertThat(indexer.load(catalog(1, 10)).inStep()).isTrue();
            assertThat(calls).hasValue(0);
        }
    }

    @Test
    void fillsAnEngineThatWasAddedLaterAndTheOthersAnewSinceChangesWereApplied() {
        try (CatalogIndexer indexer = indexer()) {
            indexer.load(catalog(1, 10));
        }
        MemorySink sql = new MemorySink("sql");
        try (CatalogIndexer indexer = CatalogIndexer.builder(folder)
                .sink(keyword)
                .sink(vector)
                .sink(sql)
                .build()) {
            assertThat(indexer.load(catalog(1, 10)).inStep()).isTrue();
        }
        assertThat(sql.served()).isEqualTo(products(1, 10)).isEqualTo(keyword.served());
    }

    @Test
    void givesAnEngineThatWasDownTheChangesThatItMissedInOrder() {
        try (CatalogIndexer indexer = indexer()) {
            indexer.load(catalog(1, 3));
            vector.down("timed out");
            indexer.apply(CatalogChanges.upsert(product(0, 2)));
            SyncReport behind = indexer.apply(new CatalogChanges(List.of(product(0, 3)), List.of("p2")));
            assertThat(behind.sinks()).extracting(SinkStatus::pendingChanges).containsExactly(0, 2);
        }
        vector.down(null);
        try (CatalogIndexer indexer = indexer()) {
            assertThat(indexer.status().inStep()).isFalse();
            assertThat(indexer.resume().inStep()).isTrue();
        }
        Map<String, Product> expected = products(1, 3);
        expected.put("p0", product(0, 3));
        expected.remove("p2");
        assertThat(vector.served()).isEqualTo(expected).isEqualTo(keyword.served());
        assertThat(folder.resolve("changes.jsonl")).isEmptyFile();
    }

    @Test
    void writesAnewWhatAnEngineHasLost() {
        try (CatalogIndexer indexer = indexer()) {
            vector.down("out of disk");
            indexer.load(catalog(1, 10));
            keyword.lose();
            vector.down(null);
            assertThat(indexer.load(catalog(1, 10)).inStep()).isTrue();
        }
        assertThat(keyword.served()).isEqualTo(products(1, 10)).isEqualTo(vector.served());
    }

    @Test
    void loadsAnewWhatAFolderThatWasLostHadLoadedAndChanged() {
        try (CatalogIndexer indexer = indexer()) {
            indexer.load(catalog(1, 10));
            indexer.apply(CatalogChanges.upsert(product(77, 1)));
        }
        long now = System.currentTimeMillis();
        while (System.currentTimeMillis() == now) {
            Thread.onSpinWait();
        }
        try (CatalogIndexer indexer = CatalogIndexer.builder(folder.resolve("new"))
                .sink(keyword)
                .sink(vector)
                .build()) {
            assertThat(indexer.load(catalog(1, 10)).inStep()).isTrue();
        }
        assertThat(keyword.served()).isEqualTo(products(1, 10)).isEqualTo(vector.served());
    }

    @Test
    void keepsNoBatchThatCouldNotBeReadAgain() {
        try (CatalogIndexer indexer = indexer()) {
            indexer.load(catalog(1, 3));
            Product nameless =
                    Product.builder("odd", "an odd thing").attribute(" ", "x").build();
            assertThatThrownBy(() -> indexer.apply(CatalogChanges.upsert(product(1, 2), nameless)))
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining("product odd cannot be kept")
                    .hasMessageContaining("blank name");
        }
        try (CatalogIndexer indexer = indexer()) {
            assertThat(indexer.resume().inStep()).isTrue();
        }
        assertThat(keyword.served()).isEqualTo(products(1, 3));
    }

    @Test
    void servesNothingOfALoadThatAnEngineRefusesProductsOfUnlessThatIsAllowed() {
        vector.refuse("p3", "p7");
        try (CatalogIndexer indexer = indexer()) {
            SinkStatus refusing = indexer.load(catalog(1, 10)).sinks().get(1);
            assertThat(refusing.failure()).contains("refused 2 products, 0 are allowed");
            assertThat(refusing.refused()).extracting(SinkException.Refusal::id).containsExactly("p3", "p7");
            assertThat(keyword.published()).isNull();
        }
        try (CatalogIndexer indexer = CatalogIndexer.builder(folder)
                .sink(keyword)
                .sink(vector)
                .allowedRefusals(2)
                .build()) {
            assertThat(indexer.load(catalog(1, 10)).inStep()).isTrue();
        }
        assertThat(vector.served()).hasSize(8);
    }

    @Test
    void tellsHowFarItIsAfterEveryBatch() {
        List<SinkStatus> told = new CopyOnWriteArrayList<>();
        try (CatalogIndexer indexer = CatalogIndexer.builder(folder)
                .sink(keyword)
                .batchSize(BATCH)
                .listener(told::add)
                .build()) {
            indexer.load(catalog(1, 10));
        }
        assertThat(told).extracting(SinkStatus::written).startsWith(4L, 8L, 10L);
    }

    @Test
    void asksForALoadBeforeChanges() {
        try (CatalogIndexer indexer = indexer()) {
            assertThatThrownBy(() -> indexer.apply(CatalogChanges.delete("p1")))
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining("load one before changing it");
        }
    }

    @Test
    void letsOneIndexerAtATimeWorkInAFolder() {
        CatalogIndexer first = indexer();
        assertThatThrownBy(this::indexer)
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("another indexer works in");
        first.close();
        indexer().close();
    }

    @Test
    void cutsOffWhatACrashLeftOfALastLine() throws IOException {
        try (CatalogIndexer indexer = indexer()) {
            indexer.load(catalog(1, 3));
            vector.down("gone");
            indexer.apply(CatalogChanges.delete("p1"));
        }
        Files.writeString(folder.resolve("changes.jsonl"), "{\"sequence\":2,\"ups", StandardOpenOption.APPEND);
        vector.down(null);
        try (CatalogIndexer indexer = indexer()) {
            assertThat(indexer.resume().inStep()).isTrue();
        }
        assertThat(vector.served()).containsOnlyKeys("p0", "p2");
    }

    @Test
    void namesADamagedFile() throws IOException {
        indexer().close();
        Files.writeString(folder.resolve("checkpoint.json"), "{\"format\":");
        assertThatThrownBy(this::indexer)
                .isInstanceOf(AdcioException.class)
                .hasMessageContaining("checkpoint.json")
                .hasMessageContaining("delete it");
        Files.writeString(folder.resolve("checkpoint.json"), "{\"format\":9,\"sinks\":{}}");
        assertThatThrownBy(this::indexer).hasMessageContaining("has format 9");
        // The lock of the failed attempts is gone with them.
        Files.delete(folder.resolve("checkpoint.json"));
        indexer().close();
    }

    /** A crash before and after every write to an engine or to the folder, in a day of loads and changes. */
    @Test
    void endsWithTheSameInEveryEngineWhereverItWasKilled() throws IOException {
        int boundaries = 0;
        for (int at = 0; ; at++) {
            Path place = Files.createDirectories(folder.resolve("run" + at));
            List<MemorySink> engines = List.of(new MemorySink("keyword"), new MemorySink("vector"));
            boolean crashed = live(place, engines, new Crash(at));
            if (crashed) {
                boundaries++;
                assertThat(live(place, engines, new Crash(Integer.MAX_VALUE))).isFalse();
            }
            Map<String, Product> expected = products(2, 11);
            expected.put("p0", product(0, 9));
            expected.remove("p5");
            for (MemorySink engine : engines) {
                assertThat(engine.served())
                        .as("%s, killed at %d", engine.name(), at)
                        .isEqualTo(expected);
                assertThat(engine.generations()).as("killed at %d", at).hasSize(1);
            }
            if (!crashed) {
                break;
            }
        }
        assertThat(boundaries).isGreaterThan(60);
    }

    /** Does a day's work from where the folder says that it stands; true when it was killed. */
    private static boolean live(Path place, List<MemorySink> engines, Crash crash) {
        engines.forEach(engine -> engine.boundary(crash));
        CatalogIndexer.Builder builder =
                CatalogIndexer.builder(place).batchSize(BATCH).boundary(crash);
        engines.forEach(builder::sink);
        Throwable killed = catchThrowable(() -> {
            try (CatalogIndexer indexer = builder.build()) {
                List<Consumer<CatalogIndexer>> work = List.of(
                        i -> i.load(catalog(1, 10)),
                        i -> i.apply(CatalogChanges.upsert(product(3, 7))),
                        i -> i.load(catalog(2, 11)),
                        i -> i.apply(new CatalogChanges(List.of(product(0, 9)), List.of("p5"))));
                Path done = place.resolve("done");
                for (int i = Files.exists(done) ? Integer.parseInt(Files.readString(done)) : 0; i < 4; i++) {
                    work.get(i).accept(indexer);
                    Files.writeString(done, String.valueOf(i + 1));
                }
                assertThat(indexer.resume().inStep()).isTrue();
            }
        });
        if (killed == null) {
            return false;
        }
        Throwable cause = killed instanceof CompletionException ? Objects.requireNonNull(killed.getCause()) : killed;
        assertThat(cause).isInstanceOf(Killed.class);
        return true;
    }

    /** Kills whoever comes to a boundary, the one at a number first, as the death of a process does. */
    private static final class Crash implements Runnable {
        private final AtomicInteger left;

        Crash(int at) {
            left = new AtomicInteger(at);
        }

        @Override
        public void run() {
            if (left.getAndUpdate(n -> n > 0 ? n - 1 : 0) == 0) {
                throw new Killed();
            }
        }
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private CatalogIndexer indexer() {
        return CatalogIndexer.builder(folder)
                .sink(keyword)
                .sink(vector)
                .batchSize(BATCH)
                .build();
    }

    private static CatalogSnapshot catalog(int edition, int size) {
        return InMemoryCatalog.of(new ArrayList<>(products(edition, size).values()))
                .acquire();
    }

    private static Map<String, Product> products(int edition, int size) {
        Map<String, Product> products = new TreeMap<>();
        IntStream.range(0, size).forEach(i -> products.put("p" + i, product(i, edition)));
        return products;
    }

    private static Product product(int number, int edition) {
        return Product.builder("p" + number, "lamp " + number + " of edition " + edition)
                .build();
    }
}
