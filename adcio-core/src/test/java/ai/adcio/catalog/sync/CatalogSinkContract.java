package ai.adcio.catalog.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.ProductGenerator;
import ai.adcio.retrieval.RequestBuilder;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.RetrievalResult.Hit;
import ai.adcio.retrieval.Retriever;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link CatalogSink} must do. Extend it with a place in the engine that is empty before each test, and with
 * the arm that answers from there.
 */
public abstract class CatalogSinkContract {
    private static final int MANY = 1_200;
    private static final Product MUG = Product.builder("mug", "coffee mug").build();
    private static final Product SHOE =
            Product.builder("shoe", "running shoe").attribute("size", "270").build();
    private static final Product LAMP = Product.builder("lamp", "desk lamp").build();

    private final List<AutoCloseable> opened = new ArrayList<>();
    private @Nullable CatalogSink sink;

    /** Opens a sink on the test's place; a second one within a test stands for another process. */
    protected abstract CatalogSink openSink();

    /** Opens an arm that answers from what is published at the test's place; closed after the test if it can be. */
    protected abstract Retriever openArm();

    /** The words with which the arm lists every product: none for most. */
    protected String anything() {
        return "";
    }

    /** A product that the engine refuses for good, or null when there is none such. */
    protected @Nullable Product refused() {
        return null;
    }

    @BeforeEach
    void openFirst() {
        sink = another();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable closeable : opened) {
            closeable.close();
        }
    }

    @Test
    void isNamedAsTheArmThatAnswersFromIt() {
        assertThat(sink().name()).isEqualTo(openedArm().traits().name());
    }

    @Test
    void beginsWithNothing() {
        assertThat(sink().published()).isNull();
        assertThat(sink().size("g1")).isZero();
        begin("g1", MUG);
        assertThat(sink().size("g1")).isZero();
        assertThat(sink().published()).isNull();
    }

    @Test
    void servesWhatWasWrittenOnceItIsPublished() {
        begin("g1", MUG, SHOE);
        write("g1", MUG, SHOE);
        assertThat(sink().size("g1")).isEqualTo(2);
        assertThat(shown(MUG, SHOE, LAMP)).isEmpty();
        sink().refresh("g1");
        sink().publish("g1");
        assertThat(sink().published()).isEqualTo("g1");
        assertThat(shown(MUG, SHOE, LAMP)).containsExactlyInAnyOrder("mug", "shoe");
    }

    @Test
    void keepsWhatAGenerationHoldsWhenItIsBegunAgain() {
        begin("g1", MUG);
        write("g1", MUG);
        begin("g1", MUG, SHOE);
        write("g1", SHOE);
        sink().publish("g1");
        begin("g1", MUG, SHOE, LAMP);
        assertThat(sink().published()).isEqualTo("g1");
        assertThat(shown(MUG, SHOE)).containsExactlyInAnyOrder("mug", "shoe");
    }

    @Test
    void endsInTheSameStateHoweverOftenABatchIsWritten() {
        begin("g1", MUG, SHOE, LAMP);
        CatalogChanges batch = new CatalogChanges(List.of(MUG, SHOE), List.of("lamp"));
        write("g1", LAMP);
        for (int i = 0; i < 3; i++) {
            sink().write("g1", batch);
        }
        assertThat(sink().size("g1")).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            sink().publish("g1");
            assertThat(sink().published()).isEqualTo("g1");
            assertThat(shown(MUG, SHOE, LAMP)).containsExactlyInAnyOrder("mug", "shoe");
        }
    }

    @Test
    void putsAProductInPlaceOfThatWithItsId() {
        Product boot = Product.builder("shoe", "winter boot").build();
        begin("g1", SHOE, boot);
        write("g1", SHOE);
        write("g1", boot);
        sink().publish("g1");
        assertThat(sink().size("g1")).isEqualTo(1);
        Constraint winter = new Constraint.AnyOf("winter", Fields.TITLE, Match.WORDS, List.of("winter"));
        assertThat(shown(List.of(winter), boot)).containsExactly("shoe");
    }

    @Test
    void removesProductsAndPassesOverUnknownIds() {
        begin("g1", MUG, SHOE);
        write("g1", MUG, SHOE);
        sink().write("g1", new CatalogChanges(List.of(), List.of("shoe", "no such id", "shoe")));
        sink().publish("g1");
        assertThat(sink().size("g1")).isEqualTo(1);
        assertThat(shown(MUG, SHOE)).containsExactly("mug");
    }

    @Test
    void takesAnEmptyBatch() {
        begin("g1", MUG);
        sink().write("g1", new CatalogChanges(List.of(), List.of()));
        assertThat(sink().size("g1")).isZero();
    }

    @Test
    void showsNothingOfAGenerationThatIsNotPublished() {
        begin("g1", MUG);
        write("g1", MUG);
        sink().publish("g1");
        begin("g2", SHOE);
        write("g2", SHOE);
        sink().refresh("g2");
        assertThat(sink().published()).isEqualTo("g1");
        assertThat(shown(MUG, SHOE)).containsExactly("mug");
    }

    @Test
    void putsAGenerationInPlaceOfTheOneBeforeAndRemovesThat() {
        begin("g1", MUG, LAMP);
        write("g1", MUG, LAMP);
        sink().publish("g1");
        begin("g2", SHOE, LAMP);
        write("g2", SHOE, LAMP);
        for (int i = 0; i < 2; i++) {
            sink().publish("g2");
            assertThat(sink().published()).isEqualTo("g2");
            assertThat(sink().size("g1")).isZero();
            assertThat(sink().size("g2")).isEqualTo(2);
            assertThat(shown(MUG, SHOE, LAMP)).containsExactlyInAnyOrder("shoe", "lamp");
        }
    }

    @Test
    void changesThePublishedGenerationInPlace() {
        begin("g1", MUG, SHOE);
        write("g1", MUG, SHOE);
        sink().publish("g1");
        begin("g1", MUG, LAMP);
        sink().write("g1", new CatalogChanges(List.of(LAMP), List.of("shoe")));
        sink().refresh("g1");
        assertThat(shown(MUG, SHOE, LAMP)).containsExactlyInAnyOrder("mug", "lamp");
    }

    @Test
    void goesOnInAnotherProcessWhereOneStopped() {
        begin("g1", MUG, SHOE, LAMP);
        write("g1", MUG, SHOE);
        CatalogSink other = another();
        assertThat(other.published()).isNull();
        assertThat(other.size("g1")).isEqualTo(2);
        other.begin("g1", CatalogCapabilities.of(List.of(MUG, SHOE, LAMP)));
        // The last batch before a crash may be written again.
        other.write("g1", CatalogChanges.upsert(SHOE, LAMP));
        other.publish("g1");
        assertThat(sink().published()).isEqualTo("g1");
        assertThat(sink().size("g1")).isEqualTo(3);
        assertThat(shown(MUG, SHOE, LAMP)).containsExactlyInAnyOrder("mug", "shoe", "lamp");
    }

    @Test
    void rejectsToWriteWhatWasNeverBegun() {
        assertThatThrownBy(() -> write("g9", MUG)).isInstanceOf(AdcioException.class);
        assertThat(sink().size("g9")).isZero();
    }

    @Test
    void namesWhatItRefusesAndTakesTheRest() {
        Assumptions.assumeTrue(refused() != null, "this engine refuses no product");
        Product bad = Objects.requireNonNull(refused());
        begin("g1", MUG, SHOE);
        assertThatThrownBy(() -> write("g1", MUG, bad, SHOE))
                .isInstanceOfSatisfying(
                        SinkException.class,
                        e -> assertThat(e.refusals()).singleElement().satisfies(refusal -> {
                            assertThat(refusal.id()).isEqualTo(bad.id());
                            assertThat(refusal.cause()).isNotBlank();
                        }));
        sink().publish("g1");
        assertThat(shown(MUG, SHOE, bad)).containsExactlyInAnyOrder("mug", "shoe");
    }

    @Test
    void takesManyProductsOfEveryKind() {
        List<Product> products = new ProductGenerator(20_261_126).products(MANY);
        sink().begin("g1", CatalogCapabilities.of(products));
        sink().write("g1", new CatalogChanges(products, List.of()));
        sink().publish("g1");
        assertThat(sink().size("g1")).isEqualTo(MANY);
        assertThat(shown(products.toArray(Product[]::new))).hasSize(MANY);
    }

    @Test
    void followsACatalogueOfThisProcess() {
        try (Catalog catalog = InMemoryCatalog.of(List.of(MUG, SHOE))) {
            catalog.attach(new SinkIndex(sink(), "g1"));
            assertThat(shown(MUG, SHOE, LAMP)).containsExactlyInAnyOrder("mug", "shoe");
            catalog.update(new CatalogChanges(List.of(LAMP), List.of("mug")));
            assertThat(shown(MUG, SHOE, LAMP)).containsExactlyInAnyOrder("shoe", "lamp");
        }
    }

    private CatalogSink sink() {
        return Objects.requireNonNull(sink);
    }

    private CatalogSink another() {
        CatalogSink other = openSink();
        opened.add(other);
        return other;
    }

    private Retriever openedArm() {
        Retriever arm = openArm();
        if (arm instanceof AutoCloseable closeable) {
            opened.add(closeable);
        }
        return arm;
    }

    private void begin(String generation, Product... products) {
        sink().begin(generation, CatalogCapabilities.of(List.of(products)));
    }

    private void write(String generation, Product... products) {
        sink().write(generation, CatalogChanges.upsert(products));
    }

    /** Which of these products, as they are now, a shopper is shown. */
    private List<String> shown(Product... known) {
        return shown(List.of(), known);
    }

    private List<String> shown(List<Constraint> filters, Product... known) {
        try (Catalog records = InMemoryCatalog.of(List.of(known));
                CatalogSnapshot snapshot = records.acquire()) {
            RetrievalResult result = openedArm()
                    .retrieve(RequestBuilder.of(snapshot)
                            .query(anything())
                            .filters(filters)
                            .limit(2 * MANY)
                            .build());
            return result instanceof RetrievalResult.Found found
                    ? found.hits().stream().map(Hit::id).toList()
                    : List.of();
        }
    }
}
