package ai.adcio.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Product;
import ai.adcio.conversation.ShopperFact;
import java.util.List;
import org.junit.jupiter.api.Test;

class CautionsTest {
    private static final ShopperFact PREGNANT =
            new ShopperFact(ShopperFact.Kind.PREGNANCY, "pregnant", List.of("임신", "pregnan", "nursing"));

    @Test
    void aStemSpeaksOfEveryWordThatStartsWithIt() {
        assertThat(warning("Not for pregnant women")).hasSize(1);
        assertThat(warning("Do not use during pregnancy.")).hasSize(1);
        assertThat(warning("임신부는 섭취를 피하세요")).hasSize(1);
        assertThat(warning("Keep out of reach of children")).isEmpty();
    }

    @Test
    void aShortCueIsAWordOfItsOwn() {
        ShopperFact iron = new ShopperFact(ShopperFact.Kind.ALLERGY, "iron", List.of("iron"));
        assertThat(Cautions.against(product("Remove before ironing"), List.of(iron)))
                .isEmpty();
        assertThat(Cautions.against(product("Contains iron"), List.of(iron))).hasSize(1);
    }

    private static List<String> warning(String caution) {
        return Cautions.against(product(caution), List.of(PREGNANT));
    }

    private static Product product(String caution) {
        return Product.builder("p", "Capsules").attribute("cautions", caution).build();
    }
}
