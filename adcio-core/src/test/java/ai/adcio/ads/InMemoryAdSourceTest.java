package ai.adcio.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Product;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryAdSourceTest extends AdSourceContract {
    @Override
    protected AdSource source(List<Campaign> campaigns, Catalog products) {
        return InMemoryAdSource.of(campaigns, products);
    }

    @Test
    void aKoreanKeywordIsFoundInsideALongerWordOfTheNeed() {
        try (Catalog catalog = InMemoryCatalog.of(List.of())) {
            AdSource source =
                    InMemoryAdSource.of(List.of(campaign("c1", "p1", "1", List.of("반팔"), null, null, null)), catalog);

            assertThat(source.offers(request("오버핏", "반팔티셔츠"))).hasSize(1);
            assertThat(source.offers(request("긴팔티셔츠"))).isEmpty();
        }
    }

    @Test
    void aKoreanProductIsFoundByAPartOfItsName() {
        try (Catalog catalog =
                InMemoryCatalog.of(List.of(Product.builder("p1", "무선이어폰 라이트").build()))) {
            AdSource source =
                    InMemoryAdSource.of(List.of(campaign("c1", "p1", "1", List.of(), null, null, null)), catalog);

            assertThat(source.offers(request("이어폰"))).hasSize(1);
            assertThat(source.offers(request("냄비"))).isEmpty();
        }
    }

    @Test
    void theDayOfABudgetBeginsAtMidnightWhereTheShopIs() {
        try (Catalog catalog = InMemoryCatalog.of(List.of())) {
            AdSource source = InMemoryAdSource.of(
                    List.of(campaign("c1", "p1", "1", List.of("shoes"), null, null, "1")),
                    catalog,
                    ZoneId.of("Asia/Seoul"));
            AdRequest lateEvening = at(Instant.parse("2026-11-23T14:59:59Z"), "shoes");
            AdRequest midnight = at(Instant.parse("2026-11-23T15:00:00Z"), "shoes");
            AdOffer offer = source.offers(lateEvening).getFirst();

            assertThat(source.take(offer, lateEvening)).isTrue();
            assertThat(source.take(offer, lateEvening)).isFalse();
            assertThat(source.take(offer, midnight)).isTrue();
        }
    }

    @Test
    void aTurnThatBeganBeforeMidnightDoesNotOpenTheNewDaysBudgetAgain() {
        try (Catalog catalog = InMemoryCatalog.of(List.of())) {
            AdSource source =
                    InMemoryAdSource.of(List.of(campaign("c1", "p1", "1", List.of("shoes"), null, null, "1")), catalog);
            AdRequest tomorrow = at(NOON.plus(Duration.ofDays(1)), "shoes");
            AdOffer offer = source.offers(tomorrow).getFirst();

            assertThat(source.take(offer, tomorrow)).isTrue();
            assertThat(source.take(offer, request("shoes"))).isFalse();
            assertThat(source.take(offer, tomorrow)).isFalse();
        }
    }

    @Test
    void rejectsAnIdThatStandsTwice() {
        Campaign campaign = campaign("c1", "p1", "1", List.of("shoes"), null, null, null);
        try (Catalog catalog = InMemoryCatalog.of(List.of())) {
            assertThatThrownBy(() -> InMemoryAdSource.of(List.of(campaign, campaign), catalog))
                    .isInstanceOf(AdcioException.class)
                    .hasMessageContaining("c1");
        }
    }
}
