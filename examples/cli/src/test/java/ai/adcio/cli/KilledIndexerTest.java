package ai.adcio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.feed.JsonLines;
import ai.adcio.retrieval.ProductGenerator;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.RetrievalResult.Hit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the true indexer again and again, in true engines: they end with the same products, whenever it was. */
class KilledIndexerTest {
    private static final long SEED = 20_261_126;
    private static final int PRODUCTS = 2_000;
    /**
     * How often a run writes down its progress before it is killed, at most. A load of three engines does so 17 times, and
     * the next run goes on with it: kills fall on all parts of a load, its publication too.
     */
    private static final int MOST_WRITES = 5;

    private static final int KILLED_LOADS = 20;
    private static final int KILLED_INCREMENTS = 5;
    private static final int MOST_RUNS = 80;
    private static final String EDITION = "edition";

    @TempDir
    private Path folder = Path.of("");

    private final String shop = "killed" + ProcessHandle.current().pid();
    private final Random random = new Random(SEED);
    private final ScriptedEmbeddings embeddings = ScriptedEmbeddings.start();
    private final List<FilledEngine> engines = new ArrayList<>();
    private int runs;

    @BeforeEach
    void findEngines() {
        List<String> missing = new ArrayList<>();
        try {
            engines.add(FilledPostgres.start(shop));
        } catch (IOException | RuntimeException e) {
            missing.add("PostgreSQL, which starts by itself where this user or, for root, `unshare -U` may");
        }
        String weaviate = System.getenv(FilledWeaviate.VARIABLE);
        String grpc = System.getenv(FilledWeaviate.GRPC_VARIABLE);
        if (weaviate == null || grpc == null) {
            missing.add("Weaviate, by `$ADCIO_RIGS/rig weaviate start` and " + FilledWeaviate.VARIABLE + " and "
                    + FilledWeaviate.GRPC_VARIABLE + " set to what it prints");
        } else {
            engines.add(FilledWeaviate.at(weaviate, grpc, shop, embeddings));
        }
        String openSearch = System.getenv(FilledOpenSearch.VARIABLE);
        if (openSearch == null) {
            missing.add("OpenSearch, by `$ADCIO_RIGS/rig opensearch start` and " + FilledOpenSearch.VARIABLE
                    + " set to its address");
        } else {
            engines.add(FilledOpenSearch.at(openSearch, shop));
        }
        Assumptions.assumeTrue(
                engines.size() > 1, () -> "two engines or more are wanted; missing: " + String.join("; ", missing));
    }

    @AfterEach
    void stopAll() {
        engines.forEach(FilledEngine::close);
        embeddings.close();
    }

    @Test
    void leavesEnginesThatAgreeWheneverItIsKilled() throws Exception {
        List<Product> first = edition("first", 0);
        List<Product> second = edition("second", 150);
        List<Path> feeds = List.of(feed("first", first), feed("second", second));
        int feed = 0;
        for (int killed = 0; killed < KILLED_LOADS; ) {
            int writes = random.nextInt(MOST_WRITES + 1);
            IndexerProcess load = run("--catalog", feeds.get(feed));
            if (load.killAfter(writes, moment(writes))) {
                killed++;
                // Most are gone on with, some are overtaken by another edition half-way.
                feed = random.nextInt(6) == 0 ? 1 - feed : feed;
            } else {
                assertEnded(load);
                feed = 1 - feed;
            }
            assertNoneServesAPart();
        }
        assertEnded(run("--catalog", feeds.get(1)));
        assertHolds(byId(second));

        Map<String, Product> changed = byId(second);
        for (int killed = 0; killed < KILLED_INCREMENTS; ) {
            List<Product> upserts =
                    new ArrayList<>(edition("change" + killed, 1_900).subList(0, 300));
            List<String> deletions =
                    upserts.subList(0, 40).stream().map(Product::id).toList();
            List<Product> kept = upserts.subList(40, 300);
            Path file = feed("change" + killed, kept);
            IndexerProcess change = increment(file, deletions);
            int writes = killed % 4;
            if (change.killAfter(writes, moment(writes))) {
                killed++;
                assertEnded(increment(file, deletions));
            } else {
                assertEnded(change);
            }
            kept.forEach(product -> changed.put(product.id(), product));
            deletions.forEach(changed::remove);
            assertHolds(changed);
        }
    }

    /** How long after its last progress a run is killed, in milliseconds; before the first lies the start of the JVM. */
    private long moment(int writes) {
        return random.nextInt(writes == 0 ? 1_500 : 120);
    }

    /** The shop's products in one edition: ids that it shares with the other one, and ids of its own. */
    private List<Product> edition(String name, int from) {
        ProductGenerator generator = new ProductGenerator(SEED + name.hashCode());
        List<Product> products = new ArrayList<>(PRODUCTS);
        for (int i = from; i < from + PRODUCTS; i++) {
            Product product = generator.product("p" + i);
            // Feeds hold no attribute without a name.
            Map<String, List<String>> attributes = new LinkedHashMap<>(product.attributes());
            attributes.keySet().removeIf(String::isBlank);
            products.add(Product.builder(product.id(), product.title())
                    .description(product.description())
                    .brand(product.brand())
                    .categories(product.categories())
                    .price(product.price())
                    .availability(product.availability())
                    .attributes(attributes)
                    .attribute(EDITION, name)
                    .variants(product.variants())
                    .build());
        }
        return products;
    }

    private Path feed(String name, List<Product> products) throws IOException {
        return Files.write(
                folder.resolve(name + ".jsonl"),
                products.stream().map(JsonLines::write).toList());
    }

    private IndexerProcess increment(Path upserts, List<String> deletions) {
        return run("--delete", String.join(",", deletions), "--upserts", upserts);
    }

    private IndexerProcess run(Object... arguments) {
        assertThat(++runs).as("runs of the indexer").isLessThan(MOST_RUNS);
        List<String> all = new ArrayList<>();
        engines.forEach(engine -> all.addAll(engine.options()));
        all.addAll(List.of(
                "--shop",
                shop,
                "--embeddings",
                embeddings.option(),
                "--cache",
                folder.resolve("cache").toString()));
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        return new IndexerProcess(folder.resolve("checkpoints"), folder.resolve("run" + runs + ".log"), all);
    }

    private static void assertEnded(IndexerProcess run) throws InterruptedException {
        assertThat(run.exitCode()).as(run::said).isZero();
    }

    private void assertNoneServesAPart() {
        for (FilledEngine engine : engines) {
            String served = engine.sink().published();
            if (served != null) {
                long size = engine.sink().size(served);
                // A call that the killed process had made may still have been on its way.
                if (served.equals(engine.sink().published())) {
                    assertThat(size).as(engine.sink().name()).isEqualTo(PRODUCTS);
                }
            }
        }
    }

    private void assertHolds(Map<String, Product> products) {
        assertThat(engines).extracting(engine -> engine.sink().published()).doesNotContainNull();
        assertThat(engines.stream().map(engine -> engine.sink().published()).distinct())
                .hasSize(1);
        Map<String, TreeSet<String>> editions = new LinkedHashMap<>();
        products.values()
                .forEach(product -> editions.computeIfAbsent(
                                product.attribute(EDITION).getFirst(), e -> new TreeSet<>())
                        .add(product.id()));
        for (FilledEngine engine : engines) {
            String name = engine.sink().name();
            assertThat(engine.generations()).as(name).hasSize(1);
            assertThat(engine.sink().size(String.valueOf(engine.sink().published())))
                    .as(name)
                    .isEqualTo(products.size());
            editions.forEach((edition, ids) -> assertThat(found(engine, products.values(), edition))
                    .as(name + " " + edition)
                    .isEqualTo(ids));
        }
    }

    private static TreeSet<String> found(FilledEngine engine, Collection<Product> products, String edition) {
        Constraint wanted = new Constraint.AnyOf(edition, Fields.attribute(EDITION), Match.EXACT, List.of(edition));
        try (Catalog catalog = InMemoryCatalog.of(List.copyOf(products));
                CatalogSnapshot snapshot = catalog.acquire()) {
            RetrievalResult result = engine.arm()
                    .retrieve(RequestBuilder.of(snapshot)
                            .query(engine.anything())
                            .filters(wanted)
                            .limit(2 * PRODUCTS)
                            .build());
            TreeSet<String> ids = new TreeSet<>();
            if (result instanceof RetrievalResult.Found found) {
                found.hits().stream().map(Hit::id).forEach(ids::add);
            }
            return ids;
        }
    }

    private static Map<String, Product> byId(List<Product> products) {
        Map<String, Product> byId = new LinkedHashMap<>();
        products.forEach(product -> byId.put(product.id(), product));
        return byId;
    }
}
