package ai.adcio.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.ValueCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FollowedVocabularyTest {
    private final InMemoryCatalog catalog = InMemoryCatalog.of(List.of(mug("m1", "Kiln")));
    private final AtomicInteger builds = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    /** What builds wait for; the first one is free. */
    private final Semaphore gate = new Semaphore(1);

    @AfterEach
    void close() {
        gate.release(1_000_000);
        catalog.close();
    }

    @Test
    void turnsGoOnWithTheVocabularyBeforeWhileTheNextIsBuilt() {
        try (FollowedVocabulary followed = FollowedVocabulary.of(catalog, this::gated)) {
            Vocabulary first = at(followed);
            catalog.upsert(mug("m2", "Lumo"));
            await(() -> builds.get() == 2);
            assertThat(at(followed)).as("the second build is not done").isSameAs(first);
            gate.release();
            await(() -> at(followed) != first);
            assertThat(brands(at(followed))).containsExactlyInAnyOrder("Kiln", "Lumo");
            assertThat(builds).hasValue(2);
        }
    }

    @Test
    void manyUpdatesDuringABuildCostOneBuildMore() {
        try (FollowedVocabulary followed = FollowedVocabulary.of(catalog, this::gated)) {
            catalog.upsert(mug("m2", "Lumo"));
            await(() -> builds.get() == 2);
            for (int i = 0; i < 50; i++) {
                catalog.upsert(mug("n" + i, "Brand" + i));
                at(followed);
            }
            gate.release(1_000);
            await(() -> brands(at(followed)).size() == 52);
            assertThat(builds).hasValue(3);
            assertThat(mostAtOnce).hasValue(1);
        }
    }

    @Test
    void anUpdateIsTakenUpWithoutATurn() {
        try (FollowedVocabulary followed = FollowedVocabulary.of(catalog, this::gated)) {
            gate.release(1_000);
            catalog.upsert(mug("m2", "Lumo"));
            await(() -> builds.get() == 2 && atOnce.get() == 0);
            await(() -> brands(at(followed)).contains("Lumo"));
            assertThat(builds).hasValue(2);
        }
    }

    @Test
    void aBuildThatFailsLeavesTheVocabularyBeforeAndIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        Function<CatalogSnapshot, Vocabulary> failsOnce = snapshot -> {
            if (tries.incrementAndGet() == 2) {
                throw new IllegalStateException("the disk is gone");
            }
            return build(snapshot);
        };
        try (FollowedVocabulary followed = FollowedVocabulary.of(catalog, failsOnce)) {
            Vocabulary first = at(followed);
            catalog.upsert(mug("m2", "Lumo"));
            await(() -> tries.get() >= 2);
            await(() -> at(followed) != first);
            assertThat(brands(at(followed))).contains("Lumo");
        }
    }

    @Test
    void aClosedOneIsToldOfNothingMore() {
        FollowedVocabulary followed = FollowedVocabulary.of(catalog, this::gated);
        Vocabulary last = at(followed);
        followed.close();
        gate.release(1_000);
        catalog.upsert(mug("m2", "Lumo"));
        assertThat(at(followed)).isSameAs(last);
        assertThat(builds).hasValue(1);
    }

    @Test
    void noTurnEverSeesAVocabularyThatIsHalfBuilt() throws InterruptedException {
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        gate.release(1_000_000);
        try (FollowedVocabulary followed = FollowedVocabulary.of(catalog, this::gated)) {
            List<Thread> turns = new ArrayList<>();
            for (int t = 0; t < 3; t++) {
                turns.add(Thread.ofPlatform().start(() -> {
                    for (int i = 0; i < 2_000; i++) {
                        Vocabulary vocabulary = at(followed);
                        for (String brand : brands(vocabulary)) {
                            if (vocabulary
                                    .trie()
                                    .get(brand.toLowerCase(java.util.Locale.ROOT))
                                    .isEmpty()) {
                                wrong.add(brand);
                            }
                        }
                    }
                }));
            }
            for (int i = 0; i < 40; i++) {
                catalog.upsert(mug("n" + i, "Brandling" + (char) ('a' + i % 26)));
            }
            for (Thread turn : turns) {
                turn.join();
            }
            await(() -> brands(at(followed)).size() == 27);
        }
        assertThat(wrong).isEmpty();
        assertThat(mostAtOnce).hasValue(1);
    }

    @Test
    void withoutACatalogueToFollowTheFirstTurnsOfAVersionBuildItOnce() throws InterruptedException {
        gate.release(1_000);
        InterpreterEngine engine = new InterpreterEngine(LexiconReader.builtIn(), 2_000, null, this::gated);
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            List<Thread> turns = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                turns.add(Thread.ofPlatform().start(() -> engine.vocabulary(snapshot)));
            }
            for (Thread turn : turns) {
                turn.join();
            }
        }
        assertThat(builds).hasValue(1);
    }

    private Vocabulary gated(CatalogSnapshot snapshot) {
        builds.incrementAndGet();
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        gate.acquireUninterruptibly();
        try {
            return build(snapshot);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private static Vocabulary build(CatalogSnapshot snapshot) {
        return Vocabularies.of(snapshot);
    }

    private Vocabulary at(FollowedVocabulary followed) {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            return followed.at(snapshot);
        }
    }

    private static List<String> brands(Vocabulary vocabulary) {
        return vocabulary.capabilities().brands().stream()
                .map(ValueCount::value)
                .toList();
    }

    private static Product mug(String id, String brand) {
        return Product.builder(id, brand + " stoneware mug")
                .brand(brand)
                .categories(List.of("Kitchen", "Mugs"))
                .build();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
            Thread.yield();
        }
    }
}
