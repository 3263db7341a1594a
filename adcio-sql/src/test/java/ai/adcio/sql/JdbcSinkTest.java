package ai.adcio.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.catalog.sync.SinkException;
import ai.adcio.retrieval.ProductGenerator;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JdbcSinkTest {
    private static final CatalogCapabilities NOTHING_KNOWN = CatalogCapabilities.of(List.of());

    @Nested
    class OnPostgreSql extends OnADatabase {
        @Override
        protected DataSource database() {
            return Databases.POSTGRESQL.get();
        }
    }

    @Nested
    class OnMariaDb extends OnADatabase {
        @Override
        protected DataSource database() {
            return Databases.MARIADB.get();
        }
    }

    @Nested
    class OnH2 extends OnADatabase {
        @Override
        protected DataSource database() {
            return Databases.H2.get();
        }
    }

    abstract static class OnADatabase {
        private @Nullable DataSource database;

        protected abstract DataSource database();

        @BeforeEach
        void make() {
            database = database();
        }

        private DataSource opened() {
            return java.util.Objects.requireNonNull(database);
        }

        private CatalogSink sink() {
            return JdbcSink.open(opened(), "shop");
        }

        @Test
        void servesNothingBeforeTheFirstPublication() {
            try (CatalogSink sink = sink()) {
                assertThat(sink.published()).isNull();
                assertThat(sink.size("g1")).isZero();
                sink.begin("g1", NOTHING_KNOWN);
                sink.write("g1", CatalogChanges.upsert(product("a", "mug")));
                sink.refresh("g1");
                assertThat(sink.published()).isNull();
                assertThat(sink.size("g1")).isEqualTo(1);
                assertThat(answer()).isInstanceOf(RetrievalResult.Failed.class);
            }
        }

        @Test
        void showsABatchWhenItIsRefreshedAndNotBefore() {
            try (CatalogSink sink = sink()) {
                fill(sink, "g1", product("a", "mug"), product("b", "cup"));
                assertThat(found()).containsExactlyInAnyOrder("a", "b");

                sink.write("g1", new CatalogChanges(List.of(product("c", "jug")), List.of("b", "unknown")));
                assertThat(sink.size("g1")).isEqualTo(2);
                assertThat(found()).containsExactlyInAnyOrder("a", "b");

                sink.refresh("g1");
                assertThat(found()).containsExactlyInAnyOrder("a", "c");
            }
        }

        @Test
        void endsInTheSameStateHoweverOftenACallIsMade() {
            try (CatalogSink sink = sink()) {
                for (int i = 0; i < 3; i++) {
                    fill(sink, "g1", product("a", "mug"), product("b", "cup"));
                    sink.write("g1", CatalogChanges.delete("b"));
                    sink.write("g1", CatalogChanges.delete("b"));
                    sink.refresh("g1");
                    sink.refresh("g1");
                    sink.publish("g1");
                    assertThat(sink.size("g1")).isEqualTo(1);
                    assertThat(found()).containsExactly("a");
                }
            }
        }

        @Test
        void goesOnWithAGenerationThatAnotherProcessBegan() {
            try (CatalogSink sink = sink()) {
                sink.begin("g1", NOTHING_KNOWN);
                sink.write("g1", CatalogChanges.upsert(product("a", "mug")));
            }
            try (CatalogSink sink = sink()) {
                fill(sink, "g1", product("b", "cup"));
                assertThat(sink.size("g1")).isEqualTo(2);
                assertThat(found()).containsExactlyInAnyOrder("a", "b");
            }
        }

        @Test
        void putsAGenerationInThePlaceOfAnotherAndRemovesThat() {
            try (CatalogSink sink = sink()) {
                fill(sink, "g1", product("a", "mug"));
                sink.begin("g2", NOTHING_KNOWN);
                sink.write("g2", CatalogChanges.upsert(product("b", "cup")));
                sink.refresh("g2");
                assertThat(found()).containsExactly("a");
                assertThat(sink.published()).isEqualTo("g1");

                sink.publish("g2");
                assertThat(found()).containsExactly("b");
                assertThat(sink.published()).isEqualTo("g2");
                assertThat(sink.size("g1")).isZero();
                assertThat(sink.size("g2")).isEqualTo(1);
            }
        }

        @Test
        void keepsShopsOfOneDatabaseApart() {
            try (CatalogSink sink = sink();
                    CatalogSink other = JdbcSink.open(opened(), "other")) {
                fill(sink, "g1", product("a", "mug"));
                fill(other, "g1", product("b", "cup"));
                fill(other, "g2", product("c", "jug"));

                assertThat(sink.published()).isEqualTo("g1");
                assertThat(other.published()).isEqualTo("g2");
                assertThat(found()).containsExactly("a");
            }
        }

        @Test
        void takesInFieldsThatComeLater() {
            try (CatalogSink sink = sink()) {
                List<Product> products = IntStream.range(0, 20)
                        .mapToObj(i -> Product.builder("p" + i, "mug")
                                .attribute("color", "red")
                                .build())
                        .toList();
                sink.begin("g1", CatalogCapabilities.of(products));
                sink.write("g1", new CatalogChanges(products, List.of()));
                sink.refresh("g1");
                sink.publish("g1");
                assertThat(found(is("attributes.color", "red"))).hasSize(20);

                sink.write(
                        "g1",
                        CatalogChanges.upsert(Product.builder("new", "mug")
                                .attribute("color", "blue", "green")
                                .attribute("\"odd' name", "x")
                                .build()));
                sink.refresh("g1");
                assertThat(found(is("attributes.color", "green"))).containsExactly("new");
                assertThat(found(is("attributes.\"odd' name", "X"))).containsExactly("new");
            }
        }

        @Test
        void refusesAnIdThatTheDatabaseCannotKeepAndTakesTheRest() {
            try (CatalogSink sink = sink()) {
                sink.begin("g1", NOTHING_KNOWN);
                String longest = "x".repeat(501);
                assertThatThrownBy(() ->
                                sink.write("g1", CatalogChanges.upsert(product("a", "mug"), product(longest, "cup"))))
                        .isInstanceOfSatisfying(
                                SinkException.class,
                                e -> assertThat(e.refusals())
                                        .extracting(SinkException.Refusal::id)
                                        .containsExactly(longest));
                assertThat(sink.size("g1")).isEqualTo(1);
            }
        }

        @Test
        void saysWhatIsWrongWithANameAndAGenerationThatWasNotBegun() {
            assertThatThrownBy(() -> JdbcSink.open(opened(), "Shop; DROP"))
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining("Shop; DROP")
                    .hasMessageContaining("lower-case");
            try (CatalogSink sink = sink()) {
                assertThatThrownBy(() -> sink.begin("g 1", NOTHING_KNOWN)).hasMessageContaining("g 1");
                assertThatThrownBy(() -> sink.publish("g9"))
                        .isInstanceOf(AdcioException.class)
                        .hasMessageContaining("g9")
                        .hasMessageContaining("begin");
            }
        }

        @Test
        void answersWithoutAGapWhileGenerationsReplaceEachOther() throws InterruptedException {
            List<Product> products = new ProductGenerator(5).products(50);
            try (CatalogSink sink = sink()) {
                fill(sink, "g0", products.toArray(Product[]::new));
                AtomicBoolean done = new AtomicBoolean();
                List<String> wrong = new ArrayList<>();
                Thread reader = Thread.ofVirtual().start(() -> {
                    while (!done.get()) {
                        RetrievalResult answer = answer();
                        if (!(answer instanceof RetrievalResult.Found all) || all.total() != 50) {
                            wrong.add(answer.toString());
                        }
                    }
                });
                for (int i = 1; i <= 8; i++) {
                    fill(sink, "g" + i, products.toArray(Product[]::new));
                    sink.write("g" + i, new CatalogChanges(products, List.of()));
                    sink.refresh("g" + i);
                }
                done.set(true);
                reader.join();
                assertThat(wrong).isEmpty();
            }
        }

        @Test
        void keepsEveryValueOfManyProductsOfWhichSomeAreLong() {
            List<Product> products = IntStream.range(0, 150)
                    .mapToObj(i -> Product.builder("p" + i, "mug " + i)
                            .description((i % 40 == 7 ? "a long story ".repeat(4_000) : "a story ") + i)
                            .build())
                    .toList();
            try (CatalogSink sink = sink()) {
                fill(sink, "g1", products.toArray(Product[]::new));
            }
            assertThat(found()).hasSize(150);
            for (Product product : products) {
                assertThat(found(is("title", product.title()), is("description", product.description())))
                        .containsExactly(product.id());
            }
        }

        private static void fill(CatalogSink sink, String generation, Product... products) {
            sink.begin(generation, CatalogCapabilities.of(List.of(products)));
            sink.write(generation, CatalogChanges.upsert(products));
            sink.refresh(generation);
            sink.publish(generation);
        }

        private RetrievalResult answer(Constraint... filters) {
            try (InMemoryCatalog none = InMemoryCatalog.empty();
                    CatalogSnapshot snapshot = none.acquire();
                    DatabaseRetriever arm = DatabaseRetriever.of(opened(), "shop")) {
                return arm.retrieve(RequestBuilder.of(snapshot)
                        .filters(filters)
                        .limit(1_000)
                        .build());
            }
        }

        private List<String> found(Constraint... filters) {
            RetrievalResult answer = answer(filters);
            assertThat(answer).isInstanceOf(RetrievalResult.Found.class);
            return ((RetrievalResult.Found) answer)
                    .hits().stream().map(RetrievalResult.Hit::id).toList();
        }
    }

    private static Constraint is(String field, String value) {
        return new Constraint.AnyOf(value, field, Match.EXACT, List.of(value));
    }

    private static Product product(String id, String title) {
        return Product.builder(id, title).build();
    }
}
