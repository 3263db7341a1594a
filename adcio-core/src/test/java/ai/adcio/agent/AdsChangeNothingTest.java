package ai.adcio.agent;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.ads.AdPolicy;
import ai.adcio.ads.AdSelector;
import ai.adcio.ads.AdSlot;
import ai.adcio.ads.Campaign;
import ai.adcio.ads.InMemoryAdSource;
import ai.adcio.catalog.InMemoryCatalog;
import ai.adcio.catalog.Money;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.ConversationStore;
import ai.adcio.conversation.InMemoryConversationStore;
import ai.adcio.conversation.UserTurn;
import ai.adcio.reply.AgentReply;
import ai.adcio.reply.ReplyJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two agents over one shop, of which one has ads, are told the same things. */
class AdsChangeNothingTest {
    private static final List<String> TALK = List.of(
            "hello",
            "desk lamps",
            "under $40",
            "in black",
            "any other colour is fine too",
            "tell me more about the second one",
            "which is the cheapest?",
            "how many mugs do you have?",
            "show me mugs",
            "another one",
            "supplements please",
            "I take blood thinners",
            "desk lamps",
            "I want to talk to a person",
            "compare the first two",
            "start over",
            "brass desk lamp");

    private final InMemoryCatalog catalog = LampShop.catalog();
    private final ConversationStore plainStore = new InMemoryConversationStore();
    private final ConversationStore adStore = new InMemoryConversationStore();
    private final ShoppingAgent plain = agent(plainStore).build();
    private final ShoppingAgent withAds = agent(adStore)
            .ads(new AdSelector(
                    InMemoryAdSource.of(campaigns(), catalog),
                    new AdPolicy(0.3, 5, 10),
                    "beside",
                    Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC)))
            .build();

    @AfterEach
    void close() {
        plain.close();
        withAds.close();
        catalog.close();
    }

    @Test
    void theAnswersAndWhatIsRememberedStayTheSame() throws JsonProcessingException {
        List<AdSlot> slots = new ArrayList<>();
        for (String words : TALK) {
            AgentReply without = plain.reply(UserTurn.of("a", words));
            AgentReply with = withAds.reply(UserTurn.of("a", words));

            assertThat(organic(with)).as(words).isEqualTo(organic(without));
            assertThat(without.adSlot()).isNull();
            if (with.adSlot() != null) {
                slots.add(with.adSlot());
            }
            assertThat(remembered(adStore)).as(words).isEqualTo(remembered(plainStore));
        }

        // Otherwise the comparison would prove nothing.
        assertThat(slots).hasSizeGreaterThan(2);
        assertThat(slots).allSatisfy(slot -> assertThat(slot.label()).isEqualTo("Ad"));
    }

    @Test
    void noAdFollowsOnceHealthWasSpokenOf() {
        withAds.reply(UserTurn.of("a", "supplements please"));
        withAds.reply(UserTurn.of("a", "I take blood thinners"));

        assertThat(withAds.reply(UserTurn.of("a", "show me desk lamps")).adSlot())
                .isNull();
        assertThat(withAds.reply(UserTurn.of("b", "show me desk lamps in black"))
                        .adSlot())
                .isNotNull();
    }

    @Test
    void theImpressionsOfAConversationAreCountedWithItsState() {
        withAds.reply(UserTurn.of("a", "show me desk lamps in black"));

        Conversation state = adStore.load("a");
        assertThat(state).isNotNull();
        assertThat(state.adImpressions().values()).containsExactly(1);
        assertThat(state.shown())
                .allSatisfy(list -> assertThat(list.productIds()).doesNotContain("L4"));
    }

    private ShoppingAgentBuilder agent(ConversationStore store) {
        return ShoppingAgent.builder(catalog)
                .retrievers(RecordArm.keyword(), RecordArm.sql())
                .withoutDeadline()
                .maxCards(1)
                .conversationStore(store)
                .requestIds(() -> "request");
    }

    private static List<Campaign> campaigns() {
        return List.of(
                campaign("lamps", "L1"), campaign("brass", "L4"), campaign("dark", "L3"), campaign("mugs", "M1"));
    }

    private static Campaign campaign(String id, String productId) {
        return new Campaign(id, "Ada", productId, Money.of("0.10", "USD"), List.of(), null, null, null);
    }

    /** The reply's bytes without the slot and the clock's readings. */
    private static String organic(AgentReply reply) throws JsonProcessingException {
        ObjectNode json = (ObjectNode) new ObjectMapper().readTree(ReplyJson.write(reply));
        json.remove(List.of("adSlot", "timings"));
        return json.toString();
    }

    private static Conversation remembered(ConversationStore store) {
        Conversation c = store.load("a");
        assertThat(c).isNotNull();
        return new Conversation(
                c.id(),
                c.version(),
                c.turns(),
                c.language(),
                c.need(),
                c.earlierNeeds(),
                c.history(),
                c.shown(),
                c.focusId(),
                c.askedAttributes(),
                Map.of());
    }
}
