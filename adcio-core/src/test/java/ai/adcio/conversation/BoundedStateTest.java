package ai.adcio.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedStateTest {
    @Test
    void refusesAnOverlongConversationIdAndSaysWhatToDo() {
        assertThatThrownBy(() -> UserTurn.of("c".repeat(100_000), "hello"))
                .isInstanceOf(AdcioException.class)
                .hasMessage(
                        "conversationId has 100000 characters; give one of at most 200, such as a hash of a longer one");
        assertThat(UserTurn.of("c".repeat(200), "hello").conversationId()).hasSize(200);
    }

    @Test
    void remembersTheHeadOfALongTurnAndNoHalfCharacter() {
        String text = "a".repeat(Exchange.LONGEST_TEXT - 1) + "\ud83d\ude00" + "b".repeat(100_000);
        assertThat(new Exchange(1, text, Intent.SEARCH, Language.ENGLISH, ShoppingNeed.EMPTY).text())
                .isEqualTo("a".repeat(Exchange.LONGEST_TEXT - 1));
    }

    @Test
    void dropsTheOldestConditionsButABudgetLast() {
        List<Constraint> constraints = new ArrayList<>();
        Constraint budget =
                new Constraint.Range("under $50", Fields.PRICE, null, new Constraint.Bound(BigDecimal.TEN, true), null);
        constraints.add(budget);
        IntStream.range(0, 100).forEach(i -> constraints.add(not("brand " + i)));
        List<Constraint> kept = ShoppingNeed.EMPTY.withConstraints(constraints).constraints();
        assertThat(kept).hasSize(ShoppingNeed.MOST).first().isEqualTo(budget);
        assertThat(kept).last().isEqualTo(not("brand 99"));
        assertThat(kept.get(1)).isEqualTo(not("brand 81"));
    }

    @Test
    void keepsTheNewestConditionHoweverLongItIs() {
        Constraint longest = not("x".repeat(5_000));
        assertThat(ShoppingNeed.EMPTY
                        .withConstraints(List.of(not("red"), not("blue"), longest))
                        .constraints())
                .containsExactly(longest);
    }

    @Test
    void keepsTheNewestIdsThatAreNotToBeShownAgain() {
        List<String> ids = IntStream.range(0, 5_000).mapToObj(i -> "p" + i).toList();
        ShoppingNeed need =
                new ShoppingNeed(null, "", List.of(), List.of(), List.of(), null, List.of(), List.of(), ids, null);
        assertThat(need.excludedIds())
                .hasSize(ShoppingNeed.MOST_EXCLUDED)
                .last()
                .isEqualTo("p4999");
    }

    @Test
    void remembersEachAttributeAskedAboutOnceTheNewestLast() {
        assertThat(asked(List.of("color", "size", "color", "color")).askedAttributes())
                .containsExactly("size", "color");
        assertThat(asked(IntStream.range(0, 90).mapToObj(i -> "a" + i).toList()).askedAttributes())
                .hasSize(Conversation.MEMORY)
                .last()
                .isEqualTo("a89");
    }

    @Test
    void remembersTheCampaignsThatWereShownMost() {
        Map<String, Integer> impressions = new HashMap<>(Map.of("often", 9));
        IntStream.range(0, 1_000).forEach(i -> impressions.put("campaign " + i, 1));
        Conversation conversation = new Conversation(
                "c", 0, 0, null, ShoppingNeed.EMPTY, List.of(), List.of(), List.of(), null, List.of(), impressions);
        assertThat(conversation.adImpressions()).hasSize(Conversation.CAMPAIGNS).containsEntry("often", 9);
    }

    @Test
    void looksAtTheHeadOfAPagesListsAndKeepsPlacesInThem() {
        List<String> ids = new ArrayList<>(List.of("p1", "x".repeat(100_000), "p3"));
        IntStream.range(0, 50_000).forEach(i -> ids.add("q" + i));
        PageContext page = new PageContext("/" + "x".repeat(100_000), "Lamps", "y".repeat(9_999), ids, null, ids, ids);
        assertThat(page.visibleProductIds()).hasSize(PageContext.MOST).startsWith("p1", "", "p3");
        assertThat(page.filters()).hasSize(PageContext.MOST);
        assertThat(page.cartProductIds()).hasSize(PageContext.MOST);
        assertThat(page.path()).isNull();
        assertThat(page.productId()).isNull();
        assertThat(page.title()).isEqualTo("Lamps");
    }

    private static Conversation asked(List<String> attributes) {
        return new Conversation(
                "c", 0, 0, null, ShoppingNeed.EMPTY, List.of(), List.of(), List.of(), null, attributes, Map.of());
    }

    private static Constraint not(String value) {
        return new Constraint.NoneOf(value, Fields.BRAND, Match.EXACT, List.of(value), false);
    }
}
