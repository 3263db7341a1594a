package ai.adcio.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.Language;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Rating;
import ai.adcio.catalog.Variant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * How a keyword arm ranks and what it forgives, whatever its engine: on top of what {@link RetrieverContract} asks. Extend
 * it with an arm over the given catalogue.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class KeywordArmBehaviour {
    private static final Product SHOE = Product.builder("shoe", "Trail Runner GTX")
            .brand("Café Lune")
            .categories(List.of("Sports", "Running Shoes"))
            .attribute("color", "Forest Green")
            .description("Grips on wet rock.")
            .price(Money.of("89.90", "USD"))
            .rating(new Rating(4.9, 3))
            .build();
    private static final Product TONER = Product.builder("B00TONER42", "Toner for laser printers")
            .brand("Brother")
            .attribute("model", "TN-2110")
            .attribute("gtin", "0095205603217")
            .attribute("yield", "1,500 pages")
            .price(Money.of("45.00", "USD"))
            .build();
    private static final Product OTHER_TONER = Product.builder(
                    "B00TONER99", "Brother TN series toner TN toner 2110 sheets")
            .brand("Brother")
            .attribute("yield", "800 pages")
            .rating(new Rating(4.6, 900))
            .build();
    private static final Product TEE = Product.builder("tee", "타르케 그래픽 반팔 티셔츠")
            .brand("무지개공방")
            .categories(List.of("패션", "반팔티셔츠"))
            .attribute("color", "검정", "흰색")
            .variants(List.of(new Variant("tee-blk-m-0001", Map.of("size", List.of("M")), null, null)))
            .build();
    private static final Product GUM =
            Product.builder("gum", "Mint gum without sugar").build();
    private static final Product FREE =
            Product.builder("free", "Sugar free mint drops").build();
    private static final Product SUGAR =
            Product.builder("sugar", "Mint sugar candy").build();
    private static final Product STICK = Product.builder("stick", "Fire Stick streaming player, women's edition")
            .build();

    private final Catalog catalog = InMemoryCatalog.of(List.of(SHOE, TONER, OTHER_TONER, TEE, GUM, FREE, SUGAR, STICK));
    private @Nullable ScoringRetriever arm;

    /** Opens the arm over the catalogue, in step with it; closed after all tests if it can be. */
    protected abstract ScoringRetriever open(Catalog over);

    @BeforeAll
    void openArm() {
        arm = open(catalog);
    }

    @AfterAll
    void closeArm() throws Exception {
        if (arm instanceof AutoCloseable closeable) {
            closeable.close();
        }
        catalog.close();
    }

    private ScoringRetriever arm() {
        return java.util.Objects.requireNonNull(arm);
    }

    @Test
    void searchesEveryFieldWithItsWeight() {
        assertThat(find("gtx")).containsExactly("shoe");
        assertThat(find("lune")).containsExactly("shoe");
        assertThat(find("running")).containsExactly("shoe");
        assertThat(find("forest")).containsExactly("shoe");
        assertThat(find("rock")).containsExactly("shoe");
        assertThat(find("toner")).containsExactlyInAnyOrder("B00TONER42", "B00TONER99");
    }

    @Test
    void leavesOutAFieldOfWeightZeroAndTakesWeightsBelowOne() {
        RankingParameters none = RankingParameters.defaults()
                .with("test", Map.of(RankingParameters.KEYWORD_FIELD_PREFIX + "description", 0.0));
        assertThat(find("rock", ask -> ask.parameters(none))).isEmpty();
        Map<String, Double> tenth = new java.util.HashMap<>();
        for (String field : List.of("title", "brand", "color", "categories", "attributes", "description")) {
            String name = RankingParameters.KEYWORD_FIELD_PREFIX + field;
            tenth.put(name, RankingParameters.defaults().value(name) / 10);
        }
        tenth.put(RankingParameters.KEYWORD_K1, RankingParameters.defaults().value(RankingParameters.KEYWORD_K1) / 10);
        // BM25F does not change when all weights and k1 are scaled alike.
        assertThat(scores("brother toner tn", RankingParameters.defaults().with("tenth", tenth)))
                .isEqualTo(scores("brother toner tn", RankingParameters.defaults()));
    }

    @Test
    void forgivesCaseAccentsApostrophesAndPlurals() {
        assertThat(find("CAFE LUNE")).containsExactly("shoe");
        assertThat(find("womens")).containsExactly("stick");
        assertThat(find("women’s")).containsExactly("stick");
        assertThat(find("laser printer")).contains("B00TONER42");
        assertThat(find("runners")).containsExactly("shoe");
    }

    @Test
    void putsAnExactIdentifierFirst() {
        for (String query : List.of(
                "tn2110",
                "TN-2110",
                "tn 2110",
                "brother toner tn 2110 please",
                "0095205603217",
                "b00toner42",
                "B00-TONER-42")) {
            assertThat(find(query)).as(query).first().isEqualTo("B00TONER42");
        }
        assertThat(find("tee-blk-m-0001")).first().isEqualTo("tee");
        assertThat(find(
                        "tn2110",
                        ask -> ask.parameters(RankingParameters.defaults()
                                .with("off", Map.of(RankingParameters.KEYWORD_IDENTIFIER, 0.0)))))
                .doesNotContain("tee");
    }

    @Test
    void findsKoreanWordsJoinedOrApartAndWithoutParticles() {
        for (String query : List.of("반팔티셔츠", "반팔 티셔츠", "티셔츠", "반팔티셔츠를 보여줘", "무지개 공방", "무지개공방", "그래픽이 있는 티셔츠", "검정색")) {
            assertThat(find(query, ask -> ask.language(Language.KOREAN)))
                    .as(query)
                    .contains("tee");
        }
    }

    @Test
    void readsAWordThatNoProductHasAsTheNearestOne() {
        assertThat(find("firestick")).containsExactly("stick");
        assertThat(find("streeming")).containsExactly("stick");
        assertThat(find("xylophone")).isEmpty();
        assertThat(find(
                        "firestick",
                        ask -> ask.parameters(RankingParameters.defaults()
                                .with("off", Map.of(RankingParameters.KEYWORD_CORRECTION, 0.0)))))
                .isEmpty();
    }

    @Test
    void demotesWhatIsAboutAnUnwantedWordButNotWhatIsWithoutIt() {
        assertThat(find("mint", ask -> ask.unwanted("sugar"))).hasSize(3).last().isEqualTo("sugar");
        assertThat(find(
                        "mint",
                        ask -> ask.unwanted("sugar")
                                .parameters(RankingParameters.defaults()
                                        .with("off", Map.of(RankingParameters.KEYWORD_UNWANTED, 0.0)))))
                .first()
                .isEqualTo("sugar");
    }

    @Test
    void answersFiltersWithoutWordsByTheRatingThatIsMoreThanChance() {
        List<String> ids = find("");
        assertThat(ids).hasSize(8);
        // 4.6 of 900 buyers says more than 4.9 of three.
        assertThat(ids.subList(0, 2)).containsExactly("B00TONER99", "shoe");
    }

    @Test
    void sortsByAFieldWithProductsWithoutAValueLast() {
        assertThat(find("", ask -> ask.sort(Fields.PRICE, true)).subList(0, 2)).containsExactly("B00TONER42", "shoe");
        assertThat(find("", ask -> ask.sort(Fields.PRICE, false)).subList(0, 2)).containsExactly("shoe", "B00TONER42");
        assertThat(find("", ask -> ask.sort("attributes.yield", true)).subList(0, 2))
                .containsExactly("B00TONER99", "B00TONER42");
        assertThat(find("", ask -> ask.sort("attributes.yield", false)).subList(0, 2))
                .containsExactly("B00TONER42", "B00TONER99");
        assertThat(find("", ask -> ask.sort("attributes.nothing", false))).hasSize(8);
    }

    @Test
    void sortsOnlyWhatHasEveryTermInItsName() {
        assertThat(find("brother toner", ask -> ask.terms("toner").sort(Fields.RATING, false)))
                .containsExactly("B00TONER99", "B00TONER42");
        assertThat(find("mint candy", ask -> ask.terms("mint", "candy").sort(Fields.PRICE, true)))
                .containsExactly("sugar");
    }

    @Test
    void countsEverythingThatMatches() {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            RetrievalResult result = arm().retrieve(
                            RequestBuilder.of(snapshot).query("mint").limit(1).build());
            assertThat(result).isInstanceOfSatisfying(RetrievalResult.Found.class, found -> {
                assertThat(found.hits()).hasSize(1);
                assertThat(found.total()).isEqualTo(3);
            });
        }
    }

    @Test
    void scoresGivenProductsAsItWouldRankThem() {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            RequestBuilder ask = RequestBuilder.of(snapshot).query("brother toner");
            Map<String, Double> scores = arm().score(ask.build(), List.of("B00TONER42", "shoe", "no such id"));
            RetrievalResult.Found found = (RetrievalResult.Found) arm().retrieve(ask.build());
            assertThat(scores).containsOnlyKeys("B00TONER42");
            assertThat(found.hits())
                    .contains(new RetrievalResult.Hit("B00TONER42", scores.getOrDefault("B00TONER42", 0.0)));
            assertThat(arm().score(ask.build(), List.of())).isEmpty();
        }
    }

    private List<String> find(String query) {
        return find(query, ask -> ask);
    }

    private List<String> find(String query, UnaryOperator<RequestBuilder> more) {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            return ids(arm().retrieve(
                            more.apply(RequestBuilder.of(snapshot).query(query)).build()));
        }
    }

    private Map<String, Double> scores(String query, RankingParameters parameters) {
        try (CatalogSnapshot snapshot = catalog.acquire()) {
            Map<String, Double> scores = arm().score(
                            RequestBuilder.of(snapshot)
                                    .query(query)
                                    .parameters(parameters)
                                    .build(),
                            List.of("B00TONER42", "B00TONER99"));
            // To five digits: Lucene counts in floats.
            Map<String, Double> rounded = new java.util.HashMap<>();
            scores.forEach((id, score) -> rounded.put(id, Math.round(score * 1e5) / 1e5));
            return rounded;
        }
    }

    private static List<String> ids(RetrievalResult result) {
        return switch (result) {
            case RetrievalResult.Found found ->
                found.hits().stream().map(RetrievalResult.Hit::id).toList();
            case RetrievalResult.Empty ignored -> List.of();
            default -> throw new AssertionError("expected products but got " + result);
        };
    }
}
