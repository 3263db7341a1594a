package ai.adcio.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.Language;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Constraint.AnyOf;
import ai.adcio.catalog.Constraint.Bound;
import ai.adcio.catalog.Constraint.NoneOf;
import ai.adcio.catalog.Constraint.Range;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.SortOrder;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.SetAside;
import ai.adcio.conversation.ShopperFact;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.understanding.SmallShops;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NeedDraftTest {
    private static final Vocabulary VOCABULARY = Vocabularies.of(SmallShops.english());
    private static final AnyOf KETTLES = new AnyOf("kettles", Fields.CATEGORIES, Match.EXACT, List.of("Kettles"));
    private static final AnyOf SCARVES = new AnyOf("scarves", Fields.CATEGORIES, Match.EXACT, List.of("Scarves"));
    private static final AnyOf TALLOW = new AnyOf("tallow", Fields.BRAND, Match.EXACT, List.of("Tallow"));
    private static final AnyOf BRINDLE = new AnyOf("brindle", Fields.BRAND, Match.EXACT, List.of("Brindle"));
    private static final ShopperFact ALLERGY = new ShopperFact(ShopperFact.Kind.ALLERGY, "fish", List.of("fish"));
    private static final ShoppingNeed BEFORE = new ShoppingNeed(
            "kettles",
            "whistling tallow cosy kettles",
            List.of("whistling"),
            List.of("rust"),
            List.of(KETTLES, TALLOW, price("20", "40")),
            new SortOrder(Fields.PRICE, true),
            List.of(new SetAside("by friday", "not recorded")),
            List.of(ALLERGY),
            List.of("e1"),
            "e2");

    @Test
    void leavesTheNeedAsItWasWhenNothingIsSaid() {
        NeedDraft draft = after(BEFORE);
        ShoppingNeed need = draft.need();
        assertThat(need.topic()).isEqualTo("kettles");
        assertThat(need.query().split(" ")).containsExactlyInAnyOrder("whistling", "tallow", "cosy", "kettles");
        assertThat(need.terms()).containsExactly("whistling");
        assertThat(need.unwanted()).containsExactly("rust");
        assertThat(need.constraints()).isEqualTo(BEFORE.constraints());
        assertThat(need.sort()).isEqualTo(BEFORE.sort());
        assertThat(need.setAside()).isEqualTo(BEFORE.setAside());
        assertThat(need.facts()).containsExactly(ALLERGY);
        assertThat(need.excludedIds()).containsExactly("e1");
        assertThat(need.similarTo()).isEqualTo("e2");
        assertThat(draft.topicChanged()).isFalse();
        assertThat(draft.changed()).isEmpty();
    }

    @Test
    void forgetsAllButWhatShoppersSaidOfThemselves() {
        NeedDraft draft = after(BEFORE);
        draft.clear();
        assertThat(draft.topicChanged()).isTrue();
        assertThat(draft.blank()).isTrue();
        assertThat(draft.need())
                .isEqualTo(new ShoppingNeed(
                        null, "", List.of(), List.of(), List.of(), null, List.of(), List.of(ALLERGY), List.of(), null));
    }

    @Test
    void changesNoTopicWhereThereWasNone() {
        NeedDraft draft = after(ShoppingNeed.EMPTY);
        draft.clear();
        assertThat(draft.topicChanged()).isFalse();
    }

    @Test
    void comesBackToANeedWithTheFactsSaidSince() {
        NeedDraft draft = after(ShoppingNeed.EMPTY);
        ShopperFact pregnancy = new ShopperFact(ShopperFact.Kind.PREGNANCY, "pregnant", List.of("pregnan"));
        draft.addFact(pregnancy);
        draft.context("warm");
        draft.comeBackTo(BEFORE);
        assertThat(draft.topicChanged()).isTrue();
        assertThat(draft.need().constraints()).isEqualTo(BEFORE.constraints());
        assertThat(draft.need().query()).doesNotContain("warm");
        assertThat(draft.need().facts()).containsExactlyInAnyOrder(pregnancy, ALLERGY);
    }

    @Test
    void searchesForTheTopicOnceAKindIsSet() {
        NeedDraft draft = after(BEFORE);
        draft.setKind("scarves", SCARVES);
        assertThat(draft.need().topic()).isEqualTo("scarves");
        assertThat(draft.need().query()).contains("scarves").doesNotContain("kettles");
        assertThat(draft.kind()).isEqualTo(SCARVES);
        assertThat(draft.need().constraints()).startsWith(SCARVES).doesNotContain(KETTLES);
        assertThat(draft.changed()).containsExactly(SCARVES);
        assertThat(draft.isNew(SCARVES)).isTrue();
        assertThat(draft.isNew(TALLOW)).isFalse();
    }

    @Test
    void replacesWhatIsOnTheSameSlotUnlessItIsOfThisTurn() {
        NeedDraft draft = after(BEFORE);
        draft.replace(BRINDLE);
        assertThat(draft.constraints()).contains(BRINDLE).doesNotContain(TALLOW);
        AnyOf third = new AnyOf("kiln", Fields.BRAND, Match.EXACT, List.of("Kiln"));
        draft.replace(third);
        assertThat(draft.constraints()).contains(BRINDLE, third);
        draft.replace(third);
        assertThat(draft.constraints()).containsOnlyOnce(third);
    }

    @Test
    void excludesABrandInsteadOfAskingForIt() {
        NeedDraft draft = after(BEFORE);
        draft.withoutBrand("Tallow");
        assertThat(draft.constraints())
                .contains(new NoneOf("Tallow", Fields.BRAND, Match.EXACT, List.of("Tallow"), false), KETTLES)
                .doesNotContain(TALLOW);
    }

    @Test
    void replacesABoundOnTheSameSideOnly() {
        NeedDraft draft = after(BEFORE);
        draft.bound(price(null, "30"));
        assertThat(prices(draft)).containsExactly(price("20", null), price(null, "30"));
        draft = after(BEFORE);
        draft.bound(price("25", null));
        assertThat(prices(draft)).containsExactly(price(null, "40"), price("25", null));
    }

    @Test
    void dropsABoundThatTheNewOneContradicts() {
        NeedDraft draft = after(BEFORE);
        draft.bound(price(null, "20"));
        assertThat(prices(draft)).containsExactly(price(null, "20"));
        draft = after(BEFORE);
        draft.bound(price("40", null));
        assertThat(prices(draft)).containsExactly(price("40", null));
    }

    @Test
    void keepsBothBoundsOfOneTurn() {
        NeedDraft draft = after(ShoppingNeed.EMPTY);
        draft.bound(price("20", null));
        draft.bound(price(null, "10"));
        assertThat(prices(draft)).containsExactly(price("20", null), price(null, "10"));
    }

    @Test
    void leavesBoundsOfOtherFieldsAlone() {
        NeedDraft draft = after(BEFORE);
        draft.bound(new Range("rated 4", Fields.RATING, end("4"), null, null));
        assertThat(prices(draft)).containsExactly(price("20", "40"));
    }

    @Test
    void tightensABoundButLiftsNone() {
        NeedDraft draft = after(BEFORE);
        draft.tighten(price(null, "50"));
        draft.tighten(price("10", null));
        assertThat(prices(draft)).containsExactly(price("20", "40"));
        draft.tighten(price(null, "40"));
        assertThat(prices(draft)).containsExactly(price("20", null), price(null, "40"));
        draft.tighten(price(null, "30"));
        assertThat(prices(draft)).contains(price(null, "30"));
    }

    @Test
    void remembersAFactOnce() {
        NeedDraft draft = after(BEFORE);
        draft.addFact(new ShopperFact(ShopperFact.Kind.ALLERGY, "fish allergy", List.of("fish")));
        assertThat(draft.need().facts()).containsExactly(ALLERGY);
        ShopperFact nuts = new ShopperFact(ShopperFact.Kind.ALLERGY, "nuts", List.of("nut"));
        draft.addFact(nuts);
        ShopperFact diet = new ShopperFact(ShopperFact.Kind.CONDITION, "fish", List.of("fish"));
        draft.addFact(diet);
        assertThat(draft.need().facts()).containsExactly(ALLERGY, nuts, diet);
    }

    @Test
    void listsAnewOnlyWhenTheNeedHasChanged() {
        NeedDraft draft = after(BEFORE);
        draft.exclude(List.of("e3", "e1"));
        draft.forgetExcludedWhenChanged();
        assertThat(draft.need().excludedIds()).containsExactly("e1", "e3");
        draft.add(BRINDLE);
        draft.forgetExcludedWhenChanged();
        assertThat(draft.need().excludedIds()).isEmpty();
    }

    @Test
    void searchesForWordsButNotForWhatACountRequires() {
        NeedDraft draft = after(ShoppingNeed.EMPTY);
        draft.setKind("kettles", KETTLES);
        draft.add(TALLOW);
        draft.add(new AnyOf("in stock", Fields.AVAILABILITY, Match.EXACT, List.of("InStock")));
        draft.add(new NoneOf("red", "attributes.color", Match.EXACT, List.of("Red"), true));
        draft.add(price(null, "40"));
        draft.term("whistling");
        draft.context("cosy");
        draft.unwanted("rust");
        draft.sort(new SortOrder(Fields.RATING, false));
        draft.similarTo("e4");
        ShoppingNeed need = draft.need();
        assertThat(need.query()).isEqualTo("tallow cosy whistling kettles");
        assertThat(need.terms()).containsExactly("whistling");
        assertThat(need.unwanted()).containsExactly("rust");
        assertThat(need.sort()).isEqualTo(new SortOrder(Fields.RATING, false));
        assertThat(need.similarTo()).isEqualTo("e4");
    }

    @Test
    void seeksWhatNoCategoryHasByItsName() {
        NeedDraft draft = after(ShoppingNeed.EMPTY);
        assertThat(draft.blank()).isTrue();
        draft.seek("trombone");
        assertThat(draft.topic()).isEqualTo("trombone");
        assertThat(draft.constraints())
                .containsExactly(new AnyOf("trombone", Fields.TITLE, Match.WORDS, List.of("trombone")));
        assertThat(draft.blank()).isFalse();
        draft.removeIf(c -> true);
        assertThat(draft.blank()).isFalse();
        draft.topic(null);
        assertThat(draft.blank()).isTrue();
    }

    private static NeedDraft after(ShoppingNeed need) {
        return new NeedDraft(
                VOCABULARY,
                new Conversation(
                        "c", 0, 1, Language.ENGLISH, need, List.of(), List.of(), List.of(), null, List.of(), Map.of()));
    }

    private static List<Range> prices(NeedDraft draft) {
        return draft.constraints().stream()
                .filter(c -> c instanceof Range range && range.field().equals(Fields.PRICE))
                .map(Range.class::cast)
                .toList();
    }

    private static Range price(@Nullable String lower, @Nullable String upper) {
        return new Range(
                "price", Fields.PRICE, lower == null ? null : end(lower), upper == null ? null : end(upper), null);
    }

    private static Bound end(String value) {
        return new Constraint.Bound(new BigDecimal(value), true);
    }
}
