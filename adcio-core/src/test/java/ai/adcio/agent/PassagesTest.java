package ai.adcio.agent;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Product;
import ai.adcio.catalog.Review;
import ai.adcio.reply.AgentReply.Evidence;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassagesTest {
    private static final String QUESTION = "does the handle stay cool";

    @Test
    void quotesTheSentenceThatSaysMostOfTheQuestion() {
        Product kettle = kettle("Boils a litre in four minutes. The handle will stay cool. The handle is long.");
        assertThat(about(kettle, QUESTION)).isEqualTo(new Evidence("description", "The handle will stay cool."));
    }

    @Test
    void quotesABuyerAsABuyer() {
        Product kettle = Product.builder("k", "Kettle")
                .description("Boils a litre in four minutes.")
                .reviews(List.of(new Review("r1", 4.0, "Love it. Handles stay cool here!")))
                .build();
        assertThat(about(kettle, "handles stay cool")).isEqualTo(new Evidence("reviews", "Handles stay cool here!"));
    }

    @Test
    void quotesKorean() {
        Product knit = Product.builder("n", "라운드 니트")
                .description("울이 들어 있어요. 세탁기에 돌려도 줄어들지 않아요.")
                .build();
        Evidence quote = Passages.about(knit, "세탁기에 돌려도 돼요", Locale.KOREAN);
        assertThat(quote).isEqualTo(new Evidence("description", "세탁기에 돌려도 줄어들지 않아요."));
    }

    @Test
    void quotesNothingThatSaysNoMoreThanHalfOfTheQuestion() {
        assertThat(about(kettle("The handle is long."), QUESTION)).isNull();
    }

    @Test
    void tellsWhatStandsNowhereInTheRecord() {
        Product kettle = Product.builder("k", "Steel Kettle")
                .description("Boils a litre in four minutes.")
                .categories(List.of("Kitchen"))
                .attribute("waterproof", "false")
                .attribute("color", "Navy")
                .reviews(List.of(new Review("r1", 4.0, "The handles stay cool.")))
                .build();
        assertThat(Passages.unsaid(kettle, "steel kitchen navy waterproof boils handle"))
                .isEmpty();
        assertThat(Passages.unsaid(kettle, "dishwasher safe handle")).containsExactly("dishwasher", "safe");
        assertThat(Passages.unsaid(kettle, "")).isEmpty();
    }

    @Test
    void isSilentAboutNothingWhereCautionsMayAnswer() {
        Product pills = Product.builder("p", "Pills")
                .attribute("cautions", "Not during pregnancy")
                .build();
        assertThat(Passages.unsaid(pills, "safe for kids")).isEmpty();
    }

    @Test
    void theTitlesWordsAskNothing() {
        Product kettle = kettle("This kettle is a kettle.");
        assertThat(about(kettle, "kettle")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Handles stay cool for $5",
                "Handles stay cool for thirty dollars",
                "Handles stay cool at half the price",
                "Handles stay cool, 20% off",
                "Handles stay cool with free shipping",
                "Handles stay cool 3만원",
                "Handles stay cool 오만 원",
                "Handles stay cool 12,000 won",
                "Handles stay cool 가격 대비 최고",
                "Handles stay cool or ask for a refund"
            })
    void neverQuotesWhatSpeaksOfMoney(String sentence) {
        assertThat(about(kettle(sentence), "handles stay cool")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Handles stay cool and are 100% cork",
                "Handles stay cool and rust-free",
                "Handles stay cool and won an award",
                "Handles stay cool, 원목 손잡이"
            })
    void quotesWhatOnlySoundsLikeMoney(String sentence) {
        assertThat(about(kettle(sentence), "handles stay cool")).isEqualTo(new Evidence("description", sentence));
    }

    @Test
    void claimsNothingOfAProductThatCarriesCautions() {
        Product capsules = Product.builder("c", "Ginkgo capsules")
                .description("Safe with any medicine.")
                .attribute("cautions", "Ask a doctor if you take blood thinners")
                .build();
        assertThat(about(capsules, "safe with medicine")).isNull();
    }

    @Test
    void quotesNoSentenceLongerThanACardHolds() {
        assertThat(about(kettle("Handles stay cool " + "and cool ".repeat(40)), "handles stay cool"))
                .isNull();
    }

    private static Product kettle(String description) {
        return Product.builder("k", "Kettle").description(description).build();
    }

    private static @Nullable Evidence about(Product product, String question) {
        return Passages.about(product, question, Locale.ENGLISH);
    }
}
