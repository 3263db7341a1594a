package ai.adcio.sql;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.Language;
import ai.adcio.agent.ShoppingAgent;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.Rating;
import ai.adcio.catalog.SortOrder;
import ai.adcio.conversation.UserTurn;
import ai.adcio.reply.AgentReply;
import ai.adcio.retrieval.Aggregate;
import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.Candidate;
import ai.adcio.retrieval.Deadline;
import ai.adcio.retrieval.FusionMethod;
import ai.adcio.retrieval.HybridResult;
import ai.adcio.retrieval.HybridRetriever;
import ai.adcio.retrieval.ProductGenerator;
import ai.adcio.retrieval.RankingParameters;
import ai.adcio.retrieval.RetrievalPlan;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.Retriever;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The SQL arm in place of arms that are away, and the clerk's records in its place. */
class StandingInTest {
    private static final int PRODUCTS = 150;
    private static final int ROUNDS = 16;

    @Test
    void listsWhatFitsWhenTheKeywordArmIsAway() {
        try (InMemoryCatalog catalog = InMemoryCatalog.of(List.of(
                        mug("m1", "Blue mug", "9.00", 5),
                        mug("m2", "Red mug", "7.00", 20),
                        mug("m3", "Travel mug", "30.00", 90),
                        Product.builder("k1", "Kettle")
                                .categories(List.of("Kitchen", "Kettles"))
                                .price(Money.of("8.00", "USD"))
                                .build()));
                H2Retriever sql = H2Retriever.inMemory(catalog)) {
            AgentReply reply = reply(catalog, sql, "mugs under $10");
            assertThat(ids(reply)).containsExactly("m2", "m1");
            assertThat(reply.text()).contains("Part of our search did not answer");
            assertAway(reply);
            assertThat(ids(reply(catalog, sql, "travel mugs"))).containsExactly("m3");
        }
    }

    @Test
    void listsWhatFitsInKorean() {
        try (InMemoryCatalog catalog = InMemoryCatalog.of(List.of(
                        shirt("k1", "편한 셔츠", "19000.00", 5),
                        shirt("k2", "여름 셔츠", "25000.00", 30),
                        shirt("k3", "정장 셔츠", "59000.00", 70),
                        Product.builder("k9", "초록 텐트")
                                .categories(List.of("캠핑", "텐트"))
                                .price(Money.of("20000.00", "KRW"))
                                .build()));
                H2Retriever sql = H2Retriever.inMemory(catalog)) {
            AgentReply reply = reply(catalog, sql, "3만원 이하 셔츠 보여줘");
            assertThat(ids(reply)).containsExactly("k2", "k1");
            assertThat(reply.text()).contains("일부 검색이 제때 응답하지 않아");
            assertAway(reply);
        }
    }

    /** Over the same awkward products, every order, number and list is the same from the records as from the tables. */
    @Test
    void theRecordsSayWhatTheTablesSay() {
        ProductGenerator generator = new ProductGenerator(11);
        List<Product> products = generator.products(PRODUCTS);
        try (InMemoryCatalog catalog = InMemoryCatalog.of(products);
                CatalogSnapshot snapshot = catalog.acquire();
                H2Retriever sql = H2Retriever.inMemory(catalog);
                HybridRetriever hybrid = HybridRetriever.builder(List.of(sql)).build()) {
            List<@Nullable SortOrder> orders = new ArrayList<>();
            orders.add(null);
            for (String field : List.of(Fields.PRICE, Fields.LIST_PRICE, Fields.RATING, Fields.RATING_COUNT)) {
                orders.add(new SortOrder(field, true));
                orders.add(new SortOrder(field, false));
            }
            for (int round = 0; round < ROUNDS; round++) {
                List<Constraint> filters = round % 4 == 0 ? List.of() : List.of(generator.constraint(products, 1));
                for (SortOrder order : orders) {
                    same(hybrid, snapshot, filters, order, null);
                }
                for (Aggregate.Function function : Aggregate.Function.values()) {
                    String field = function == Aggregate.Function.COUNT ? Fields.ID : Fields.PRICE;
                    same(hybrid, snapshot, filters, null, new Aggregate(function, field));
                }
                same(hybrid, snapshot, filters, null, new Aggregate(Aggregate.Function.COUNT, Fields.BRAND));
                same(hybrid, snapshot, filters, null, new Aggregate(Aggregate.Function.AVERAGE, Fields.RATING));
            }
        }
    }

    private static void same(
            HybridRetriever hybrid,
            CatalogSnapshot snapshot,
            List<Constraint> filters,
            @Nullable SortOrder order,
            @Nullable Aggregate aggregate) {
        RetrievalResult tables = ask(hybrid, snapshot, ArmTraits.SQL, filters, order, aggregate);
        RetrievalResult records = ask(hybrid, snapshot, ArmTraits.RECORDS, filters, order, aggregate);
        if (tables instanceof RetrievalResult.Computed computed && computed.value() != null) {
            assertThat(records)
                    .as("%s where %s", aggregate, filters)
                    .isInstanceOfSatisfying(RetrievalResult.Computed.class, own -> {
                        assertThat(own.value()).isEqualByComparingTo(computed.value());
                        assertThat(own.over()).isEqualTo(computed.over());
                    });
        } else {
            assertThat(records).as("%s %s where %s", order, aggregate, filters).isEqualTo(tables);
        }
    }

    private static RetrievalResult ask(
            HybridRetriever hybrid,
            CatalogSnapshot snapshot,
            String arm,
            List<Constraint> filters,
            @Nullable SortOrder order,
            @Nullable Aggregate aggregate) {
        RetrievalPlan plan = new RetrievalPlan(
                "",
                order == null ? List.of() : List.of("shoes"),
                List.of(),
                List.of(new RetrievalPlan.ArmPlan(arm, 1, "compared")),
                FusionMethod.RECIPROCAL_RANK,
                filters,
                List.of("p1", "p2"),
                order,
                aggregate,
                25);
        HybridResult result =
                hybrid.retrieve(plan, snapshot, Language.ENGLISH, RankingParameters.defaults(), Deadline.none());
        assertThat(result.missing()).isEmpty();
        assertThat(result.candidates()).extracting(Candidate::id).doesNotHaveDuplicates();
        return Objects.requireNonNull(result.answers().get(arm));
    }

    private static Product mug(String id, String title, String price, int raters) {
        return Product.builder(id, title)
                .categories(List.of("Kitchen", "Mugs"))
                .price(Money.of(price, "USD"))
                .rating(new Rating(4, raters))
                .build();
    }

    private static Product shirt(String id, String title, String price, int raters) {
        return Product.builder(id, title)
                .categories(List.of("의류", "셔츠"))
                .price(Money.of(price, "KRW"))
                .rating(new Rating(4, raters))
                .build();
    }

    private static AgentReply reply(InMemoryCatalog catalog, Retriever sql, String words) {
        try (ShoppingAgent agent = ShoppingAgent.builder(catalog)
                .retrievers(new Away(), sql)
                .withoutDeadline()
                .build()) {
            return agent.reply(UserTurn.of("c", words));
        }
    }

    private static List<String> ids(AgentReply reply) {
        return reply.cards().stream().map(card -> card.product().id()).toList();
    }

    private static void assertAway(AgentReply reply) {
        assertThat(reply.partial()).isTrue();
        assertThat(reply.missing()).extracting("arm").containsExactly(ArmTraits.KEYWORD);
    }

    private static final class Away implements Retriever {
        @Override
        public ArmTraits traits() {
            return new ArmTraits(ArmTraits.KEYWORD, Set.of(), false, true);
        }

        @Override
        public RetrievalResult retrieve(RetrievalRequest request) {
            return new RetrievalResult.Failed("the engine is down");
        }
    }
}
