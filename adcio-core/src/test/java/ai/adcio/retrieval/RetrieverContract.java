package ai.adcio.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.Language;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.RetrievalResult.Hit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every arm must do, whatever its engine. Extend it once for each implementation and configuration; say how to
 * open and close the arm, and what it needs before it answers.
 */
public abstract class RetrieverContract {
    private static final int PRODUCTS = 250;
    private static final int ROUNDS = 400;
    private static final long SEED = 20_261_123;

    private final List<Product> products = new ProductGenerator(SEED).products(PRODUCTS);
    private Catalog catalog = InMemoryCatalog.of(List.of());
    private Retriever arm = new Nothing();

    /** Opens the arm over a catalogue, attached to it, so that it follows its changes. */
    protected abstract Retriever open(Catalog catalog);

    /** Closes what {@link #open} opened. */
    protected abstract void close(Retriever retriever);

    /** Waits until the arm answers from the catalogue's newest version; arms that are in step at once do nothing. */
    protected void awaitNewest(Retriever retriever) {}

    /**
     * Whether the arm answers from a version for as long as a turn holds it. An engine of another process keeps its newest
     * state only: of an earlier version it finds what both have, and what a refused change took away comes back with the
     * next one.
     */
    protected boolean keepsVersions() {
        return true;
    }

    /**
     * The words with which the arm lists every product that meets the filters, in a language that it knows: none for
     * most; an arm that needs words gives some that nothing is far from.
     */
    protected String anything() {
        return "";
    }

    @BeforeEach
    void openArm() {
        catalog = InMemoryCatalog.of(products);
        arm = open(catalog);
        awaitNewest(arm);
    }

    @AfterEach
    void closeArm() {
        close(arm);
        catalog.close();
    }

    @Test
    void saysTheSameOfItselfEveryTime() {
        assertThat(arm.traits()).isEqualTo(arm.traits());
        assertThat(arm.traits().name()).isNotBlank();
    }

    @Test
    void findsExactlyWhatMeetsTheFilters() {
        ProductGenerator generator = new ProductGenerator(SEED + 1);
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            for (int round = 0; round < ROUNDS; round++) {
                List<Constraint> filters = generator.constraints(products);
                Set<String> expected = products.stream()
                        .filter(p -> filters.stream().allMatch(c -> c.test(p)))
                        .map(Product::id)
                        .collect(Collectors.toSet());
                RetrievalResult result =
                        arm.retrieve(all(snapshot).filters(filters).build());
                assertThat(ids(result))
                        .as("round %d: %s", round, filters)
                        .containsExactlyInAnyOrderElementsOf(expected);
                if (result instanceof RetrievalResult.Found found) {
                    assertThat(found.total()).as("total of %s", filters).isIn(-1L, (long) expected.size());
                }
            }
        }
    }

    @Test
    void saysEmptyWhenNothingMeetsTheFilters() {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            RetrievalResult result = arm.retrieve(all(snapshot)
                    .filters(new Constraint.Present("x", "attributes.nowhere"))
                    .build());
            assertThat(result).isInstanceOf(RetrievalResult.Empty.class);
        }
    }

    @Test
    void keepsTheLimitAndTheOrderAndRepeatsNothing() {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            for (int limit : new int[] {1, 7, PRODUCTS, 10 * PRODUCTS}) {
                List<Hit> hits = hits(arm.retrieve(all(snapshot).limit(limit).build()));
                assertThat(hits).hasSize(Math.min(limit, PRODUCTS));
                assertThat(hits).extracting(Hit::id).doesNotHaveDuplicates();
                assertThat(hits).allSatisfy(hit -> assertThat(hit.score()).isFinite());
                assertThat(hits).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
            }
        }
    }

    @Test
    void givesTheSameAnswerToTheSameRequest() {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            RetrievalRequest request = all(snapshot).limit(20).build();
            assertThat(arm.retrieve(request)).isEqualTo(arm.retrieve(request));
        }
    }

    @Test
    void leavesOutExcludedIds() {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            List<String> excluded = List.of("p0", "p17", "p249", "no such id");
            List<String> ids =
                    ids(arm.retrieve(all(snapshot).excluding(excluded).build()));
            assertThat(ids).hasSize(PRODUCTS - 3).doesNotContainAnyElementsOf(excluded);
        }
    }

    @Test
    void answersFromTheVersionThatTheTurnHolds() {
        Product changed = products.get(3);
        Constraint added = new Constraint.AnyOf("x", Fields.attribute("batch"), Match.EXACT, List.of("new"));
        try (CatalogSnapshot before = catalog.acquire()) {
            catalog.update(new CatalogChanges(
                    List.of(
                            Product.builder(changed.id(), "wireless headphones, second edition")
                                    .attribute("batch", "new")
                                    .price(Money.of("1", "USD"))
                                    .build(),
                            Product.builder("new", "coffee mug")
                                    .attribute("batch", "new")
                                    .build()),
                    List.of("p5", "no such id")));
            awaitNewest(arm);
            assertThat(ids(arm.retrieve(all(before).filters(added).build()))).isEmpty();
            List<String> old = ids(arm.retrieve(all(before).build()));
            assertThat(old).hasSize(keepsVersions() ? PRODUCTS : PRODUCTS - 1).doesNotContain("new");
            if (keepsVersions()) {
                assertThat(old).contains("p5");
            }
            try (CatalogSnapshot after = catalog.acquire()) {
                assertThat(ids(arm.retrieve(all(after).filters(added).build())))
                        .containsExactlyInAnyOrder(changed.id(), "new");
                assertThat(ids(arm.retrieve(all(after).build())))
                        .hasSize(PRODUCTS)
                        .doesNotContain("p5");
            }
        }
        try (CatalogSnapshot after = catalog.acquire()) {
            assertThat(ids(arm.retrieve(all(after).filters(added).build())))
                    .containsExactlyInAnyOrder(changed.id(), "new");
        }
    }

    @Test
    void forgetsAVersionThatAnotherIndexRefused() {
        catalog.attach(new Refusing());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> catalog.update(new CatalogChanges(
                        List.of(
                                Product.builder("ghost", "ghost").build(),
                                Product.builder("p1", "ghost too").build()),
                        List.of("p2"))))
                .isInstanceOf(ai.adcio.AdcioException.class);
        awaitNewest(arm);
        Constraint ghost = new Constraint.AnyOf("ghost", Fields.TITLE, Match.WORDS, List.of("ghost"));
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            assertThat(ids(arm.retrieve(all(snapshot).filters(ghost).build()))).isEmpty();
            List<String> served = ids(arm.retrieve(all(snapshot).build()));
            assertThat(served).contains("p1").hasSize(keepsVersions() ? PRODUCTS : PRODUCTS - 1);
            if (keepsVersions()) {
                assertThat(served).contains("p2");
            }
        }
        catalog.upsert(Product.builder("later", "coffee mug").build());
        awaitNewest(arm);
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            assertThat(ids(arm.retrieve(all(snapshot).filters(ghost).build()))).isEmpty();
            assertThat(ids(arm.retrieve(all(snapshot).build())))
                    .hasSize(PRODUCTS + 1)
                    .contains("p1", "p2", "later")
                    .doesNotContain("ghost");
        }
    }

    @Test
    void failsAtOnceWhenTheDeadlineHasPassed() {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            RetrievalRequest request =
                    all(snapshot).deadline(Deadline.in(Duration.ZERO)).build();
            assertThat(arm.retrieve(request)).isInstanceOf(RetrievalResult.Failed.class);
        }
    }

    @Test
    void failsAtOnceWhenItIsCancelled() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            RetrievalRequest request = all(snapshot).cancellation(cancellation).build();
            assertThat(arm.retrieve(request)).isInstanceOf(RetrievalResult.Failed.class);
        }
    }

    @Test
    void takesAnyWords() {
        List<String> words = List.of(
                "\"",
                "AND OR NOT",
                "*:* [* TO *]",
                "\\",
                "title:(",
                "' OR 1=1 --",
                "%_%",
                "\u0000\uD83D\uDE00",
                "ㅋㅋㅋ",
                "a ".repeat(50_000),
                "가".repeat(20_000),
                "x".repeat(100_000),
                "\uD800",
                "<script>",
                "   \n\t ");
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            for (String query : words) {
                assertThat(arm.retrieve(
                                all(snapshot).query(query).terms(query).limit(5).build()))
                        .as("query of %d characters", query.length())
                        .isNotInstanceOf(RetrievalResult.Failed.class);
            }
        }
    }

    @Test
    void abstainsOnLanguagesThatItDoesNotKnow() {
        Set<Language> known = arm.traits().languages();
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            for (Language language : List.of(Language.ENGLISH, Language.KOREAN, new Language("xx"))) {
                RetrievalResult result = arm.retrieve(RequestBuilder.of(snapshot)
                        .query("운동화 shoes")
                        .language(language)
                        .build());
                if (known.isEmpty() || known.contains(language)) {
                    assertThat(result).isNotInstanceOf(RetrievalResult.Failed.class);
                } else {
                    assertThat(result).isInstanceOf(RetrievalResult.Abstained.class);
                }
            }
        }
    }

    @Test
    void servesManyAtOnceWhileTheCatalogueChanges() throws Exception {
        List<Constraint> filters = List.of(new Constraint.Present("brand", Fields.BRAND));
        List<Callable<Void>> turns = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            turns.add(() -> {
                try (CatalogSnapshot snapshot = catalog.acquire()) {
                    List<String> ids =
                            ids(arm.retrieve(all(snapshot).filters(filters).build()));
                    assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < turns.size(); i++) {
                running.add(threads.submit(turns.get(i)));
                if (i % 8 == 0) {
                    catalog.upsert(Product.builder("extra" + i, "coffee mug")
                            .brand("ACME")
                            .build());
                }
            }
            for (Future<Void> turn : running) {
                turn.get();
            }
        }
    }

    @Test
    void failsInsteadOfThrowingOnceItIsClosed() {
        close(arm);
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            assertThat(arm.retrieve(all(snapshot).build())).isInstanceOf(RetrievalResult.Failed.class);
        }
    }

    /** The version in which the arm is asked by the tests of one implementation. */
    protected final CatalogSnapshot acquire() {
        return catalog.acquire();
    }

    /** The arm under test. */
    protected final Retriever arm() {
        return arm;
    }

    /** The ids of an answer in order; empty for {@link RetrievalResult.Empty}; any other answer fails the test. */
    protected static List<String> ids(RetrievalResult result) {
        return hits(result).stream().map(Hit::id).toList();
    }

    private RequestBuilder all(CatalogSnapshot snapshot) {
        return RequestBuilder.of(snapshot).query(anything()).limit(2 * PRODUCTS);
    }

    private static List<Hit> hits(RetrievalResult result) {
        return switch (result) {
            case RetrievalResult.Found found -> found.hits();
            case RetrievalResult.Empty ignored -> List.of();
            default -> throw new AssertionError("expected products but got " + result);
        };
    }

    /** Takes the version that it is attached at and no other. */
    private static final class Refusing implements ai.adcio.catalog.CatalogIndex {
        private boolean attached;
        private boolean refused;

        @Override
        public void apply(CatalogSnapshot next, CatalogChanges changes) {
            if (attached && !refused) {
                refused = true;
                throw new IllegalStateException("refused");
            }
            attached = true;
        }

        @Override
        public void release(long version) {}
    }

    private static final class Nothing implements Retriever {
        @Override
        public ArmTraits traits() {
            return new ArmTraits("nothing", Set.of(), false, false);
        }

        @Override
        public RetrievalResult retrieve(RetrievalRequest request) {
            return new RetrievalResult.Empty("nothing");
        }
    }
}
