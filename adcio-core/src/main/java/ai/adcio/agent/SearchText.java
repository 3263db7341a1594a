package ai.adcio.agent;

import ai.adcio.catalog.Constraint;
import ai.adcio.conversation.SetAside;
import ai.adcio.conversation.ShoppingNeed;
import java.util.List;
import java.util.stream.Collectors;

/** What the clerk says above a list: what was applied, what was set aside, what was read differently. */
final class SearchText {
    private SearchText() {}

    static String of(TurnContext turn, int cards, boolean partial) {
        ShoppingNeed need = turn.need();
        StringBuilder text = new StringBuilder();
        for (var correction : turn.meaning().corrections()) {
            text.append(turn.say("search.corrected", correction.typed(), correction.read()))
                    .append(' ');
        }
        String topic = need.topic() != null ? need.topic() : need.query();
        List<String> conditions = conditions(need);
        String applied = String.join(", ", conditions);
        if (topic.isBlank()) {
            text.append(conditions.isEmpty() ? turn.say("search.some") : turn.say("search.filtered", applied));
        } else {
            text.append(
                    conditions.isEmpty()
                            ? turn.say(cards == 1 ? "search.oneFound" : "search.found", topic)
                            : turn.say(
                                    cards == 1 ? "search.oneFoundFiltered" : "search.foundFiltered", topic, applied));
        }
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

    private static List<String> conditions(ShoppingNeed need) {
        return need.constraints().stream()
                .filter(c -> !Kinds.names(c))
                .map(Constraint::text)
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
    }
}
