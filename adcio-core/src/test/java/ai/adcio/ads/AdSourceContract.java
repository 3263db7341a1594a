package ai.adcio.ads;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.Language;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import ai.adcio.conversation.ShoppingNeed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link AdSource} must do: extend it with a source that runs the given campaigns, in days of UTC. */
public abstract class AdSourceContract {
    /** Noon, so that an hour more or less is the same day. */
    protected static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Catalog catalog = InMemoryCatalog.of(List.of(
            Product.builder("runner", "Trail runner")
                    .categories(List.of("Shoes"))
                    .build(),
            Product.builder("mug", "Stoneware mug")
                    .categories(List.of("Kitchen"))
                    .build()));

    /** A source that runs these campaigns for the products of a catalogue. */
    protected abstract AdSource source(List<Campaign> campaigns, Catalog products);

    @AfterEach
    void closeCatalog() {
        catalog.close();
    }

    @Test
    void offersWhatTheCampaignSays() {
        AdSource source = source(campaign("c1", "runner", "0.40", List.of("Trail shoes"), null, null, null));

        List<AdOffer> offers = source.offers(request("trail", "shoes"));

        assertThat(offers).hasSize(1);
        AdOffer offer = offers.getFirst();
        assertThat(offer.campaignId()).isEqualTo("c1");
        assertThat(offer.advertiser()).isEqualTo("Ada");
        assertThat(offer.productId()).isEqualTo("runner");
        assertThat(offer.bid()).isEqualTo(Money.of("0.40", "USD"));
        assertThat(offer.keywords()).containsExactly("trail shoes");
        assertThat(offer.adsetId()).isNotBlank();
    }

    @Test
    void offersTheHighestBidFirstWhateverTheOrderOfTheCampaigns() {
        Campaign low = campaign("low", "runner", "0.2", List.of("shoes"), null, null, null);
        Campaign high = campaign("high", "runner", "0.30", List.of("shoes"), null, null, null);
        Campaign same = campaign("also", "mug", "0.3", List.of("shoes"), null, null, null);

        assertThat(ids(source(low, high, same), request("shoes"))).containsExactly("also", "high", "low");
        assertThat(ids(source(same, low, high), request("shoes"))).containsExactly("also", "high", "low");
    }

    @Test
    void offersACampaignWithKeywordsOnlyWhereTheNeedHasAllWordsOfOne() {
        AdSource source = source(campaign("c1", "runner", "1", List.of("trail shoes", "marathon"), null, null, null));

        assertThat(ids(source, request("shoe", "trail"))).containsExactly("c1");
        assertThat(ids(source, request("marathon"))).containsExactly("c1");
        assertThat(ids(source, request("shoes"))).isEmpty();
        // The product fits, the keywords do not: they narrow.
        assertThat(ids(source, request("runner"))).isEmpty();
    }

    @Test
    void offersACampaignWithoutKeywordsWhereTheProductFits() {
        AdSource source = source(
                campaign("shoe", "runner", "1", List.of(), null, null, null),
                campaign("cup", "mug", "1", List.of(), null, null, null));

        assertThat(ids(source, request("stoneware"))).containsExactly("cup");
        assertThat(ids(source, request("shoes"))).containsExactly("shoe");
        assertThat(ids(source, request())).isEmpty();
    }

    @Test
    void offersACampaignFromItsFirstMomentUntilJustBeforeItsEnd() {
        Instant start = NOON;
        Instant end = NOON.plus(Duration.ofDays(2));
        AdSource source = source(campaign("c1", "runner", "1", List.of("shoes"), start, end, null));

        assertThat(ids(source, at(start.minusMillis(1), "shoes"))).isEmpty();
        assertThat(ids(source, at(start, "shoes"))).containsExactly("c1");
        assertThat(ids(source, at(end.minusMillis(1), "shoes"))).containsExactly("c1");
        assertThat(ids(source, at(end, "shoes"))).isEmpty();
    }

    @Test
    void offeringCostsNothingAndIsTheSameEachTime() {
        AdSource source = source(campaign("c1", "runner", "1", List.of("shoes"), null, null, "1"));
        AdRequest request = request("shoes");

        List<AdOffer> first = source.offers(request);
        for (int i = 0; i < 5; i++) {
            assertThat(source.offers(request)).isEqualTo(first).hasSize(1);
        }
    }

    @Test
    void takingSpendsTheBidUntilTheDaysBudgetIsGone() {
        AdSource source = source(campaign("c1", "runner", "0.40", List.of("shoes"), null, null, "1.00"));
        AdRequest today = request("shoes");
        AdOffer offer = source.offers(today).getFirst();

        assertThat(source.take(offer, today)).isTrue();
        assertThat(source.take(offer, today)).isTrue();
        // 0.20 are left, less than a bid.
        assertThat(source.offers(today)).isEmpty();
        assertThat(source.take(offer, today)).isFalse();

        AdRequest tomorrow = at(NOON.plus(Duration.ofDays(1)), "shoes");
        assertThat(source.offers(tomorrow)).hasSize(1);
        assertThat(source.take(offer, tomorrow)).isTrue();
    }

    @Test
    void oneCampaignsBudgetIsNotAnothers() {
        AdSource source = source(
                campaign("c1", "runner", "1", List.of("shoes"), null, null, "1"),
                campaign("c2", "runner", "1", List.of("shoes"), null, null, "1"));
        AdRequest request = request("shoes");

        assertThat(source.take(source.offers(request).getFirst(), request)).isTrue();

        assertThat(ids(source, request)).containsExactly("c2");
    }

    @Test
    void manyTakingAtOnceSpendNoMoreThanTheBudget() throws InterruptedException {
        AdSource source = source(campaign("c1", "runner", "0.1", List.of("shoes"), null, null, "1"));
        AdRequest request = request("shoes");
        AdOffer offer = source.offers(request).getFirst();
        AtomicInteger taken = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new AssertionError("nobody may interrupt this thread", e);
                }
                if (source.take(offer, request)) {
                    taken.incrementAndGet();
                }
            }));
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(taken).hasValue(10);
    }

    @Test
    void anOfferThatIsNotItsOwnCannotBeTaken() {
        AdSource source = source(campaign("c1", "runner", "1", List.of("shoes"), null, null, null));
        AdOffer foreign = new AdOffer("other", "other", "Eve", "mug", Money.of("9", "USD"), List.of());

        assertThat(source.take(foreign, request("shoes"))).isFalse();
    }

    /** A campaign of the advertiser Ada in US dollars. */
    protected static Campaign campaign(
            String id,
            String productId,
            String bid,
            List<String> keywords,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String dailyBudget) {
        return new Campaign(
                id,
                "Ada",
                productId,
                Money.of(bid, "USD"),
                keywords,
                startsAt,
                endsAt,
                dailyBudget == null ? null : Money.of(dailyBudget, "USD"));
    }

    /** A request of a need that has these words, at noon. */
    protected static AdRequest request(String... words) {
        return at(NOON, words);
    }

    /** A request of a need that has these words. */
    protected static AdRequest at(Instant at, String... words) {
        ShoppingNeed need = new ShoppingNeed(
                null,
                String.join(" ", words),
                List.of(words),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
        return new AdRequest("r1", need, List.of(words), Language.ENGLISH, at);
    }

    private AdSource source(Campaign... campaigns) {
        return source(List.of(campaigns), catalog);
    }

    private static List<String> ids(AdSource source, AdRequest request) {
        return source.offers(request).stream().map(AdOffer::campaignId).toList();
    }
}
