package ai.adcio.agent;

import ai.adcio.catalog.CategorySummary;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.ValueCount;
import ai.adcio.reply.AgentReply;
import ai.adcio.reply.internal.Writing;
import ai.adcio.understanding.Ask;
import java.util.List;

/** Asks what kind of thing is wanted when nothing was said of it; the answers are kinds that the shop sells. */
final class AskBackHandler implements TurnHandler<Ask.AskBack> {
    private static final int CHOICES = 5;

    @Override
    public Outcome handle(Ask.AskBack ask, TurnContext turn) {
        List<String> kinds = broad(turn);
        if (kinds.size() < 2) {
            kinds = turn.catalog().capabilities().brands().stream()
                    .limit(CHOICES)
                    .map(ValueCount::value)
                    .toList();
        }
        String question = turn.say("askBack.kind");
        AgentReply.FollowUp followUp = kinds.size() < 2
                ? null
                : new AgentReply.FollowUp(
                        question,
                        Fields.CATEGORIES,
                        kinds.stream()
                                .map(kind -> new AgentReply.Choice(kind, kind))
                                .toList());
        return Outcome.saying(question + HealthNote.whenNew(turn))
                .followUp(followUp)
                .constraints(List.of(), turn.need().setAside(), List.of())
                .build();
    }

    private static List<String> broad(TurnContext turn) {
        List<CategorySummary> categories = turn.catalog().capabilities().categories();
        List<String> top = categories.stream()
                .filter(c -> c.depth() == 0)
                .filter(c -> Writing.suits(turn.phrases().language(), c.name()))
                .limit(CHOICES)
                .map(CategorySummary::name)
                .toList();
        return top.size() >= 2 ? top : Suggestions.topKinds(turn, CHOICES);
    }
}
