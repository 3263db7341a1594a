package ai.adcio.agent;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.TextFolding;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.reply.internal.ConditionWording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A need as the clerk says it back.
 *
 * @param kind what is sought, in the shopper's words with those that add to it ("yoga mat"); empty when only conditions
 *     were said
 * @param conditions the conditions beside the kind, each once, in the order of the need
 */
record NeedWording(String kind, List<String> conditions) {
    /** More words than this were gathered over turns and are no name of a kind. */
    private static final int MOST_TERMS = 3;

    NeedWording {
        conditions = List.copyOf(conditions);
    }

    static NeedWording of(TurnContext turn) {
        return of(turn.need(), turn.need().constraints(), turn.conditions());
    }

    /** The need with other conditions. */
    static NeedWording of(ShoppingNeed need, List<Constraint> constraints, ConditionWording wording) {
        String kind = need.topic() == null ? query(need) : kind(need, need.topic());
        Set<String> conditions = new LinkedHashSet<>();
        for (Constraint constraint : constraints) {
            String text = Kinds.names(constraint, need) ? "" : wording.of(constraint);
            if (!text.isBlank() && !TextFolding.fold(text).equals(TextFolding.fold(kind))) {
                conditions.add(text);
            }
        }
        return new NeedWording(kind, List.copyOf(conditions));
    }

    /** Kind and conditions in a row: {@code dress, not red, under $80}; empty when nothing was said. */
    String row() {
        List<String> all = new ArrayList<>();
        if (!kind.isEmpty()) {
            all.add(kind);
        }
        all.addAll(conditions);
        return String.join(", ", all);
    }

    /** Kind with its conditions in brackets: {@code dress (not red, under $80)}. */
    String bracketed() {
        return kind.isEmpty() || conditions.isEmpty() ? row() : kind + " (" + String.join(", ", conditions) + ")";
    }

    private static String kind(ShoppingNeed need, String topic) {
        Set<String> said = saidByConditions(need);
        said.addAll(TextFolding.words(topic));
        List<String> terms =
                need.terms().stream().filter(term -> !said.contains(term)).toList();
        return terms.isEmpty() || terms.size() > MOST_TERMS ? topic : String.join(" ", terms) + " " + topic;
    }

    /** The words searched by that no condition stands for. */
    private static String query(ShoppingNeed need) {
        Set<String> said = saidByConditions(need);
        List<String> left = TextFolding.words(need.query()).stream()
                .filter(word -> !said.contains(word))
                .toList();
        return String.join(" ", left);
    }

    private static Set<String> saidByConditions(ShoppingNeed need) {
        Set<String> words = new HashSet<>();
        need.constraints().forEach(constraint -> words.addAll(TextFolding.words(constraint.text())));
        return words;
    }
}
