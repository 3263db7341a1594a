package ai.adcio.agent;

import ai.adcio.conversation.SetAside;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.understanding.Interpretation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the clerk says above a list: what was applied, what was set aside, what was read differently or not at all. */
final class SearchText {
    private SearchText() {}

    static String of(TurnContext turn, int cards, boolean partial) {
        ShoppingNeed need = turn.need();
        StringBuilder text = new StringBuilder();
        for (Interpretation.Correction correction : turn.meaning().corrections()) {
            text.append(turn.say("search.corrected", correction.typed(), correction.read()))
                    .append(' ');
        }
        if (changedNothing(turn)) {
            text.append(turn.say(
                            "search.notUnderstood",
                            String.join(" ", turn.meaning().unexplained())))
                    .append(' ');
        }
        text.append(found(turn, NeedWording.of(turn), cards));
        if (!need.setAside().isEmpty()) {
            String wishes =
                    need.setAside().stream().map(SetAside::text).distinct().collect(Collectors.joining(", "));
            text.append(' ').append(turn.say("search.setAside", wishes));
        }
        if (partial) {
            text.append(' ').append(turn.say("search.partial"));
        }
        return text.toString();
    }

    private static String found(TurnContext turn, NeedWording need, int cards) {
        List<String> conditions = need.conditions();
        String applied = String.join(", ", conditions);
        if (need.kind().isEmpty()) {
            return conditions.isEmpty() ? turn.say("search.some") : turn.say("search.filtered", applied);
        }
        return conditions.isEmpty()
                ? turn.say(cards == 1 ? "search.oneFound" : "search.found", need.kind())
                : turn.say(cards == 1 ? "search.oneFoundFiltered" : "search.foundFiltered", need.kind(), applied);
    }

    /** Whether a refinement with words that nothing was made of left the need as it was. */
    private static boolean changedNothing(TurnContext turn) {
        ShoppingNeed before = turn.conversation().need();
        ShoppingNeed now = turn.need();
        return !turn.meaning().unexplained().isEmpty()
                && !before.isEmpty()
                && !turn.meaning().topicChanged()
                && now.constraints().equals(before.constraints())
                && Objects.equals(now.topic(), before.topic())
                && Objects.equals(now.sort(), before.sort())
                && Objects.equals(now.similarTo(), before.similarTo())
                && now.terms().equals(before.terms())
                && now.unwanted().equals(before.unwanted())
                && now.setAside().equals(before.setAside())
                && now.facts().equals(before.facts())
                && now.excludedIds().equals(before.excludedIds());
    }
}
