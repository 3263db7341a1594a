package ai.adcio.agent;

import ai.adcio.understanding.Ask;
import java.util.List;

/** Greets, thanks, hands over and declines. */
final class TalkHandler implements TurnHandler<Ask.Talk> {
    @Override
    public Outcome handle(Ask.Talk ask, TurnContext turn) {
        String phrase = "talk." + ask.kind();
        String text = turn.say(turn.phrases().has(phrase) ? phrase : "talk.unreadable");
        boolean handedOver = ask.kind().equals("handoff");
        return Outcome.saying(text + HealthNote.whenNew(turn))
                .suggestions(handedOver ? List.of() : Suggestions.starters(turn))
                .focus(turn.conversation().focusId())
                .build();
    }
}
