package ai.adcio.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Constraint.AnyOf;
import ai.adcio.catalog.Constraint.Either;
import ai.adcio.catalog.Constraint.NoneOf;
import ai.adcio.catalog.Constraint.Present;
import ai.adcio.catalog.Constraint.Range;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.understanding.internal.Meaning.Kind;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private static final AnyOf BOOTS = category("boots", "Boots");
    private static final AnyOf SHOES = category("shoes", "Boots", "Sneakers");
    private static final AnyOf CANS = title("watering cans", "watering can");

    @Test
    void tellsWhatAConstraintIsAbout() {
        assertThat(Slots.of(BOOTS)).isEqualTo(Slots.KIND);
        assertThat(Slots.of(CANS)).isEqualTo(Slots.KIND);
        assertThat(Slots.of(new Either("boots", List.of(BOOTS, CANS)))).isEqualTo(Slots.KIND);
        assertThat(Slots.of(new AnyOf("red", "attributes.color", Match.EXACT, List.of("Red"))))
                .isEqualTo("attributes.color");
        assertThat(Slots.of(new NoneOf("Kiln", Fields.BRAND, Match.EXACT, List.of("Kiln"), false)))
                .isEqualTo("!brand");
        assertThat(Slots.of(new Range("under 30", Fields.PRICE, null, bound("30"), null)))
                .isEqualTo(Fields.PRICE);
        assertThat(Slots.of(new Present("on sale", Fields.LIST_PRICE))).isEqualTo(Fields.LIST_PRICE);
    }

    @Test
    void findsTheCategoriesOfAKind() {
        assertThat(Slots.categories(SHOES)).containsExactly("Boots", "Sneakers");
        assertThat(Slots.categories(new Either("boots", List.of(BOOTS, CANS)))).containsExactly("Boots");
        assertThat(Slots.categories(CANS)).isEmpty();
        assertThat(Slots.categories(null)).isEmpty();
    }

    @Test
    void takesKindsOfTheSameCategoriesForTheSame() {
        assertThat(Slots.sameKind(SHOES, category("footwear", "Sneakers", "Boots")))
                .isTrue();
        assertThat(Slots.sameKind(SHOES, BOOTS)).isFalse();
    }

    @Test
    void takesKindsThatOnlyTitlesNameForTheSameByTheirWords() {
        assertThat(Slots.sameKind(CANS, title("watering can", "can"))).isTrue();
        assertThat(Slots.sameKind(CANS, title("oil cans", "watering can"))).isFalse();
        assertThat(Slots.sameKind(BOOTS, title("boot", "boot"))).isTrue();
        assertThat(Slots.sameKind(CANS, null)).isFalse();
        assertThat(Slots.sameKind(null, CANS)).isFalse();
    }

    @Test
    void looksForAKindInTitlesWhereItHasNoCategory() {
        Kind cans = new Kind(List.of(), false, List.of("watering cans"));
        assertThat(Slots.kind("cans", List.of(cans), false)).isEqualTo(title("cans", "watering can"));
    }

    @Test
    void looksForAKindInTitlesTooWhereCategoriesHaveGaps() {
        Kind boots = new Kind(List.of("Boots"), true, List.of("boots"));
        assertThat(Slots.kind("boots", List.of(boots), false)).isEqualTo(BOOTS);
        assertThat(Slots.kind("boots", List.of(boots), true))
                .isEqualTo(new Either("boots", List.of(BOOTS, title("boots", "boot"))));
    }

    @Test
    void findsADepartmentInTitlesToo() {
        Constraint women = Slots.value("for women", Fields.CATEGORIES, Match.EXACT, List.of("Women"));
        assertThat(women)
                .isEqualTo(
                        new Either("for women", List.of(category("for women", "Women"), title("for women", "Women"))));
        assertThat(Slots.value("red", "attributes.color", Match.EXACT, List.of("Red")))
                .isEqualTo(new AnyOf("red", "attributes.color", Match.EXACT, List.of("Red")));
    }

    private static AnyOf category(String text, String... names) {
        return new AnyOf(text, Fields.CATEGORIES, Match.EXACT, List.of(names));
    }

    private static AnyOf title(String text, String phrase) {
        return new AnyOf(text, Fields.TITLE, Match.WORDS, List.of(phrase));
    }

    private static Constraint.Bound bound(String value) {
        return new Constraint.Bound(new BigDecimal(value), true);
    }
}
