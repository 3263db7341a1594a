package ai.adcio.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import ai.adcio.catalog.Availability;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.Intent;
import ai.adcio.conversation.ShopperFact;
import ai.adcio.conversation.ShoppingNeed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdSelectorTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final Catalog catalog = InMemoryCatalog.of(List.of(
            shoe("runner", "Trail running shoe", "49.00", Availability.IN_STOCK),
            shoe("racer", "Road running shoe", "120.00", Availability.IN_STOCK),
            shoe("gone", "Gone running shoe", "30.00", Availability.OUT_OF_STOCK),
            Product.builder("fish", "Omega fish oil")
                    .categories(List.of("Supplements"))
                    .price(Money.of("12", "USD"))
                    .attribute("cautions", "ask a doctor when you take blood thinners")
                    .build(),
            Product.builder("mug", "Stoneware mug")
                    .categories(List.of("Kitchen"))
                    .build()));
    private final CatalogSnapshot snapshot = catalog.acquire();

    @AfterEach
    void close() {
        snapshot.close();
        catalog.close();
    }

    @Test
    void fillsTheSlotFromTheCataloguesRecordAndTheOffer() {
        AdSlot slot = select(moment(running()), offer("c/1", "runner", "0.40"));

        assertThat(slot)
                .isEqualTo(new AdSlot(
                        "ad-1",
                        "request 1&2",
                        AdSelector.DEFAULT_PLACEMENT,
                        "set of c/1",
                        "Ad",
                        record("runner"),
                        "Ada",
                        "c/1",
                        new AdSlot.Beacons(
                                "/adcio/events/impression?requestId=request+1%262&adsetId=set+of+c%2F1",
                                "/adcio/events/click?requestId=request+1%262&adsetId=set+of+c%2F1")));
    }

    @Test
    void theSameMomentAndTheSameOffersGiveTheSameSlot() {
        AdOffer[] offers = {offer("c1", "racer", "2"), offer("c2", "runner", "1")};

        AdSlot first = select(moment(running()), offers);

        assertThat(first).isNotNull();
        assertThat(select(moment(running()), offers)).isEqualTo(first);
    }

    @Test
    void takesTheFirstOfferThatMayBeShownAndOnlyThatOne() {
        List<String> taken = new ArrayList<>();
        AdSource source = new AdSource() {
            @Override
            public List<AdOffer> offers(AdRequest request) {
                return List.of(
                        offer("irrelevant", "mug", "9"),
                        offer("sold out", "gone", "8"),
                        offer("unknown", "no such product", "7"),
                        offer("overspent", "racer", "6"),
                        offer("fits", "racer", "5"),
                        offer("too late", "runner", "4"));
            }

            @Override
            public boolean take(AdOffer offer, AdRequest request) {
                taken.add(offer.campaignId());
                return !offer.campaignId().equals("overspent");
            }
        };

        AdSlot slot = new AdSelector(source).select(moment(running()));

        assertThat(slot).isNotNull().extracting(AdSlot::campaignId).isEqualTo("fits");
        assertThat(taken).containsExactly("overspent", "fits");
    }

    @Test
    void tellsTheSourceTheNeedItsWordsAndTheTime() {
        List<AdRequest> seen = new ArrayList<>();
        AdSource source = request -> {
            seen.add(request);
            return List.of();
        };
        ShoppingNeed need =
                need("shoes", List.of("running"), List.of(brand("Ada Sports")), List.of(), List.of(), List.of());

        new AdSelector(source, AdPolicy.DEFAULT, "here", CLOCK).select(moment(need));

        assertThat(seen)
                .containsExactly(new AdRequest(
                        "request 1&2", need, List.of("shoes", "running", "ada", "sports"), Language.ENGLISH, NOW));
    }

    @Test
    void noAdBreaksAHardConditionOrBringsBackWhatWasExcluded() {
        Constraint under100 = new Constraint.Range(
                "under $100", Fields.PRICE, null, new Constraint.Bound(new BigDecimal("100"), false), null);
        ShoppingNeed cheap = need("shoe", List.of("running"), List.of(under100), List.of(), List.of(), List.of());
        ShoppingNeed another = need("shoe", List.of("running"), List.of(), List.of(), List.of("racer"), List.of());

        assertThat(select(moment(running()), offer("c1", "racer", "1"))).isNotNull();
        assertThat(select(moment(cheap), offer("c1", "racer", "1"))).isNull();
        assertThat(select(moment(another), offer("c1", "racer", "1"))).isNull();
    }

    @Test
    void noAdForWhatCannotBeOrderedOrIsACardAlready() {
        assertThat(select(moment(running()), offer("c1", "gone", "1"))).isNull();
        assertThat(select(
                        moment(running(), Intent.SEARCH, Set.of("racer"), false, Map.of()), offer("c1", "racer", "1")))
                .isNull();
    }

    @Test
    void noAdBelowTheRelevanceFloor() {
        ShoppingNeed coffee = need("coffee mug", List.of("coffee", "mug"), List.of(), List.of(), List.of(), List.of());
        AdOffer mug = offer("c1", "mug", "1");
        AdSource source = request -> List.of(mug);

        // No title knows "coffee", so that it weighs more than "mug", the half that the product has.
        assertThat(select(moment(coffee), mug)).isNull();
        assertThat(new AdSelector(source, new AdPolicy(0.3, 2, 10), "here", CLOCK).select(moment(coffee)))
                .isNotNull();
    }

    @Test
    void aCampaignsKeywordsDoNotMakeItsProductMoreRelevant() {
        AdOffer claims =
                new AdOffer("c1", "c1", "Ada", "mug", Money.of("1", "USD"), List.of("running", "shoe", "running shoe"));

        assertThat(select(moment(running()), claims)).isNull();
    }

    @Test
    void noAdWithoutWordsToJudgeItBy() {
        ShoppingNeed onlyCheap = new ShoppingNeed(
                null,
                "",
                List.of(),
                List.of(),
                List.of(new Constraint.Range(
                        "under $100", Fields.PRICE, null, new Constraint.Bound(new BigDecimal("100"), false), null)),
                null,
                List.of(),
                List.of(),
                List.of(),
                null);

        assertThat(select(moment(onlyCheap), offer("c1", "runner", "1"))).isNull();
    }

    @Test
    void noAdForWhatTheNeedDoesNotWant() {
        ShoppingNeed noRoad = need("shoe", List.of("running"), List.of(), List.of("road"), List.of(), List.of());

        assertThat(select(moment(noRoad), offer("c1", "racer", "1"))).isNull();
        assertThat(select(moment(noRoad), offer("c1", "runner", "1"))).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(ShopperFact.Kind.class)
    void noAdOnceAShopperSpokeOfHealth(ShopperFact.Kind kind) {
        ShoppingNeed need = need(
                "shoe",
                List.of("running"),
                List.of(),
                List.of(),
                List.of(),
                List.of(new ShopperFact(kind, "said so", List.of())));

        AdSlot slot = select(moment(need), offer("c1", "runner", "1"));

        assertThat(slot != null).isEqualTo(kind == ShopperFact.Kind.SIZE);
    }

    @ParameterizedTest
    @EnumSource(Intent.class)
    void adsStandOnlyBesideAnswersThatLookForProducts(Intent intent) {
        AdSlot slot = select(moment(running(), intent, Set.of("mug"), false, Map.of()), offer("c1", "runner", "1"));

        boolean expected = Set.of(Intent.SEARCH, Intent.REFINE, Intent.COMPARE, Intent.COUNT_OR_SUPERLATIVE)
                .contains(intent);
        assertThat(slot != null).isEqualTo(expected);
    }

    @Test
    void noAdBesideAFailureOrAnAnswerWithoutCards() {
        AdOffer offer = offer("c1", "runner", "1");

        assertThat(select(moment(running(), Intent.SEARCH, Set.of(), false, Map.of()), offer))
                .isNull();
        assertThat(select(moment(running(), Intent.SEARCH, Set.of("mug"), true, Map.of()), offer))
                .isNull();
    }

    @Test
    void aCampaignAndAllTogetherAreCappedInAConversation() {
        AdOffer[] offers = {offer("c1", "runner", "2"), offer("c2", "racer", "1")};

        assertThat(select(shownBefore(Map.of("c1", 1)), offers))
                .isNotNull()
                .extracting(AdSlot::campaignId)
                .isEqualTo("c1");
        assertThat(select(shownBefore(Map.of("c1", 2)), offers))
                .isNotNull()
                .extracting(AdSlot::campaignId)
                .isEqualTo("c2");
        assertThat(select(shownBefore(Map.of("c1", 2, "c2", 2)), offers)).isNull();
        assertThat(select(shownBefore(Map.of("c7", 10)), offers)).isNull();
    }

    @Test
    void aSourceThatFailsMeansNoAd() {
        AdSelector selector = new AdSelector(request -> {
            throw new IllegalStateException("the ad server is down");
        });

        assertThat(selector.select(moment(running()))).isNull();
    }

    @Test
    void theLabelIsInTheLanguageOfTheReplyAndNeverEmpty() {
        assertThat(AdLabel.in(Language.ENGLISH)).isEqualTo("Ad");
        assertThat(AdLabel.in(Language.KOREAN)).isEqualTo("광고");
        assertThat(AdLabel.in(new Language("tlh"))).isEqualTo("Ad");
        assertThatThrownBy(() ->
                        new AdSlot("s", "r", "p", "a", " ", record("mug"), "Ada", "c", new AdSlot.Beacons("/i", null)))
                .isInstanceOf(AdcioException.class);
    }

    @Test
    void rejectsAPolicyThatWouldLetAnythingThrough() {
        assertThatThrownBy(() -> new AdPolicy(0, 1, 1)).isInstanceOf(AdcioException.class);
        assertThatThrownBy(() -> new AdPolicy(Double.NaN, 1, 1)).isInstanceOf(AdcioException.class);
        assertThatThrownBy(() -> new AdPolicy(0.5, -1, 1)).isInstanceOf(AdcioException.class);
    }

    private static @Nullable AdSlot select(AdMoment moment, AdOffer... offers) {
        return new AdSelector(request -> List.of(offers), AdPolicy.DEFAULT, AdSelector.DEFAULT_PLACEMENT, CLOCK)
                .select(moment);
    }

    private AdMoment moment(ShoppingNeed need) {
        return moment(need, Intent.SEARCH, Set.of("mug2"), false, Map.of());
    }

    private AdMoment shownBefore(Map<String, Integer> impressions) {
        return moment(running(), Intent.REFINE, Set.of("mug"), false, impressions);
    }

    private AdMoment moment(
            ShoppingNeed need, Intent intent, Set<String> cards, boolean failed, Map<String, Integer> impressions) {
        Conversation conversation = new Conversation(
                "a", 0, 0, null, ShoppingNeed.EMPTY, List.of(), List.of(), List.of(), null, List.of(), impressions);
        return new AdMoment("request 1&2", conversation, intent, need, Language.ENGLISH, cards, failed, snapshot);
    }

    private Product record(String id) {
        Product product = snapshot.records().get(id);
        assertThat(product).isNotNull();
        return product;
    }

    private static ShoppingNeed running() {
        return need("shoe", List.of("running"), List.of(), List.of(), List.of(), List.of());
    }

    private static ShoppingNeed need(
            String topic,
            List<String> terms,
            List<Constraint> constraints,
            List<String> unwanted,
            List<String> excluded,
            List<ShopperFact> facts) {
        return new ShoppingNeed(
                topic,
                topic + " " + String.join(" ", terms),
                terms,
                unwanted,
                constraints,
                null,
                List.of(),
                facts,
                excluded,
                null);
    }

    private static Constraint brand(String name) {
        return new Constraint.AnyOf(name, Fields.BRAND, Match.EXACT, List.of(name));
    }

    private static AdOffer offer(String campaign, String productId, String bid) {
        return new AdOffer(campaign, "set of " + campaign, "Ada", productId, Money.of(bid, "USD"), List.of());
    }

    private static Product shoe(String id, String title, String price, Availability availability) {
        return Product.builder(id, title)
                .categories(List.of("Sports", "Shoes"))
                .price(Money.of(price, "USD"))
                .availability(availability)
                .build();
    }
}
