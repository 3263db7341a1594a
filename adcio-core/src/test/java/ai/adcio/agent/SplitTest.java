package ai.adcio.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.Money;
import ai.adcio.catalog.Product;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static final String COLOR = Fields.attribute("color");

    @Test
    void tellsOneBitWhenTwoAnswersAreEquallyLikely() {
        assertThat(split(List.of("Red", "Red", "Blue", "Blue")).gain()).isCloseTo(1, within(1e-9));
    }

    @Test
    void tellsNothingByValuesThatAreMissing() {
        Split half = split(List.of("Red", "Blue", "", ""));
        assertThat(half.gain()).isCloseTo(1, within(1e-9));
        assertThat(split(List.of("Red", "", "", "")).gain()).isCloseTo(0.5, within(1e-9));
        assertThat(half.isWorthAsking())
                .as("half of the candidates have no answer")
                .isFalse();
    }

    @Test
    void aValueForEachCandidateIsNoQuestion() {
        List<String> different = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            different.add("Color " + i);
        }
        assertThat(split(different).cells()).hasSize(Split.MOST_CELLS);
        assertThat(split(different).isWorthAsking()).isFalse();
    }

    @Test
    void countsAProductOfSeveralValuesOnce() {
        Product both =
                Product.builder("b", "Both").attribute("color", "Red", "Blue").build();
        Split split = Split.of(COLOR, List.of(is("Red"), is("Blue")), List.of(both, product("Red")));
        assertThat(split.cells()).extracting(Split.Cell::weight).containsExactly(1.5, 0.5);
    }

    @Test
    void partsPricesAtRoundAmounts() {
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            products.add(Product.builder("p" + i, "P")
                    .price(Money.of(11 + 7 * i + ".49", "USD"))
                    .build());
        }
        List<Constraint> bands = PriceBands.of(products, CatalogCapabilities.of(products));
        assertThat(bands)
                .hasSize(3)
                .allSatisfy(
                        band -> assertThat(products.stream().filter(band::test)).isNotEmpty());
        assertThat(products)
                .allSatisfy(
                        p -> assertThat(bands.stream().filter(b -> b.test(p))).hasSize(1));
    }

    private static Split split(List<String> colors) {
        List<Constraint> conditions = colors.stream()
                .filter(c -> !c.isEmpty())
                .distinct()
                .map(SplitTest::is)
                .toList();
        return Split.of(
                COLOR, conditions, colors.stream().map(SplitTest::product).toList());
    }

    private static Constraint is(String color) {
        return new Constraint.AnyOf(color, COLOR, Match.EXACT, List.of(color));
    }

    private static Product product(String color) {
        Product.Builder product = Product.builder("p", "P");
        return color.isEmpty()
                ? product.build()
                : product.attribute("color", color).build();
    }
}
