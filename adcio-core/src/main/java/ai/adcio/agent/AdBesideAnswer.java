package ai.adcio.agent;

import ai.adcio.ads.AdMoment;
import ai.adcio.ads.AdSelector;
import ai.adcio.ads.AdSlot;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the ad by a selector, which is told of the answer what it needs to know. */
final class AdBesideAnswer implements AdStage {
    private final AdSelector selector;

    AdBesideAnswer(AdSelector selector) {
        this.selector = selector;
    }

    @Override
    public @Nullable AdSlot choose(TurnContext turn, Outcome outcome, String requestId, String turnId) {
        Set<String> cardIds = new HashSet<>();
        outcome.cards().forEach(card -> cardIds.add(card.product().id()));
        return selector.select(new AdMoment(
                requestId,
                turn.conversation(),
                turn.meaning().intent(),
                turn.need(),
                turn.meaning().language(),
                cardIds,
                outcome.failed(),
                turn.catalog()));
    }
}
