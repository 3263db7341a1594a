package ai.adcio.agent;

import ai.adcio.catalog.Fields;
import ai.adcio.reply.AgentReply;
import ai.adcio.understanding.Interpretation;
import java.util.List;
import java.util.stream.Collectors;

/** Says that something is not sold here, and shows nothing unrelated in its place. */
final class NotCarriedAnswer {
    private NotCarriedAnswer() {}

    static Outcome of(TurnContext turn) {
        List<Interpretation.NotCarried> missing = turn.meaning().notCarried();
        String names =
                missing.stream().map(Interpretation.NotCarried::text).distinct().collect(Collectors.joining(", "));
        boolean brand = missing.stream().anyMatch(m -> m.field().equals(Fields.BRAND));
        List<AgentReply.NotCovered> notCovered = missing.stream()
                .map(m -> new AgentReply.NotCovered(m.text(), m.field(), "eq", m.text()))
                .toList();
        return Outcome.saying(
                        turn.say(brand ? "notCarried.brand" : "notCarried.kind", names) + HealthNote.whenNew(turn))
                .constraints(List.of(), turn.need().setAside(), notCovered)
                .suggestions(Suggestions.starters(turn))
                .build();
    }
}
