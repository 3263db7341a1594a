package ai.adcio.agent;

import ai.adcio.ads.AdSlot;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.Exchange;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.conversation.ShownList;
import ai.adcio.understanding.Ask;
import ai.adcio.understanding.Interpretation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state of a conversation after a turn. */
final class NextConversation {
    private NextConversation() {}

    static Conversation after(
            Conversation before, String text, Interpretation meaning, Outcome outcome, @Nullable AdSlot ad) {
        int turn = before.turns() + 1;
        ShoppingNeed need = meaning.need();
        boolean reset = meaning.ask() instanceof Ask.Reset;
        // Whoever starts over wants no earlier need back.
        List<ShoppingNeed> earlier = reset ? new ArrayList<>() : new ArrayList<>(before.earlierNeeds());
        if (!reset && meaning.topicChanged() && before.need().topic() != null) {
            String left = before.need().topic();
            earlier.removeIf(n -> left.equals(n.topic()));
            earlier.addFirst(before.need());
        }
        List<Exchange> history = new ArrayList<>(before.history());
        history.add(new Exchange(turn, text, meaning.intent(), meaning.language(), need));
        List<ShownList> shown = new ArrayList<>(before.shown());
        List<String> ids =
                outcome.cards().stream().map(card -> card.product().id()).toList();
        if (!ids.isEmpty()) {
            shown.addFirst(new ShownList(turn, ids, meaning.intent().makesList() && ids.size() >= 2));
        }
        List<String> asked = new ArrayList<>(meaning.topicChanged() ? List.of() : before.askedAttributes());
        if (outcome.followUp() != null) {
            asked.add(outcome.followUp().attribute());
        }
        Map<String, Integer> impressions = new HashMap<>(before.adImpressions());
        if (ad != null) {
            impressions.merge(ad.campaignId(), 1, Integer::sum);
        }
        String focus = outcome.focusId() != null || !ids.isEmpty() || meaning.ask() instanceof Ask.Reset
                ? outcome.focusId()
                : before.focusId();
        return new Conversation(
                before.id(),
                before.version(),
                turn,
                meaning.language(),
                need,
                earlier,
                history,
                shown,
                focus,
                asked,
                impressions);
    }
}
