package ai.adcio.agent;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Product;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.ranking.Guard;
import ai.adcio.reply.AgentReply;
import ai.adcio.reply.internal.Phrases;
import ai.adcio.retrieval.Candidate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks about the one field whose answer tells most about which of many candidates is wanted. At most once for a need,
 * never about what is constrained or was asked already, and only with answers that would be read as what they stand for.
 */
final class AttributeQuestion {
    private static final int LEAST_CANDIDATES = 12;
    // Each answer tried is a turn read: a bound on what a question may cost.
    private static final int MOST_TRIED = 3;

    private final AnswerReading reading;

    AttributeQuestion(AnswerReading reading) {
        this.reading = reading;
    }

    /** The question with its answers, or null when there is none worth asking. */
    AgentReply.@Nullable FollowUp about(TurnContext turn, List<Candidate> found) {
        ShoppingNeed need = turn.need();
        boolean chosen = need.sort() != null
                || need.similarTo() != null
                || !need.excludedIds().isEmpty();
        if (chosen || wasAsked(turn) || found.size() < LEAST_CANDIDATES) {
            return null;
        }
        List<Product> candidates = turn
                .records(found.stream().map(Candidate::id).toList())
                .stream()
                .filter(p -> Guard.check(p, need) == Guard.Verdict.PASSES)
                .toList();
        if (candidates.size() < LEAST_CANDIDATES) {
            return null;
        }
        List<Split> splits = new Splits(turn, candidates, settled(turn)).best();
        for (Split split : splits.subList(0, Math.min(MOST_TRIED, splits.size()))) {
            AgentReply.FollowUp question = question(turn, split, candidates);
            if (question != null) {
                return question;
            }
        }
        return null;
    }

    /** Whether something was asked for this need; what was asked before there was a need is no question about it. */
    private static boolean wasAsked(TurnContext turn) {
        return !turn.conversation().askedAttributes().isEmpty()
                && !turn.meaning().topicChanged()
                && !turn.conversation().need().isEmpty();
    }

    private static Set<String> settled(TurnContext turn) {
        Set<String> fields = new HashSet<>();
        if (!turn.meaning().topicChanged()) {
            fields.addAll(turn.conversation().askedAttributes());
        }
        for (Constraint constraint : turn.need().constraints()) {
            if (!Kinds.names(constraint, turn.need())) {
                collect(constraint, fields);
            }
        }
        return fields;
    }

    private static void collect(Constraint constraint, Set<String> fields) {
        switch (constraint) {
            case Constraint.AnyOf c -> fields.add(c.field());
            case Constraint.NoneOf c -> fields.add(c.field());
            case Constraint.Range c -> fields.add(c.field());
            case Constraint.Present c -> fields.add(c.field());
            case Constraint.Either c -> c.alternatives().forEach(alternative -> collect(alternative, fields));
        }
    }

    private AgentReply.@Nullable FollowUp question(TurnContext turn, Split split, List<Product> candidates) {
        List<Split.Cell> read = new ArrayList<>();
        List<AgentReply.Choice> answers = new ArrayList<>();
        for (Split.Cell cell : split.cells()) {
            String label = turn.conditions().of(cell.condition());
            String value = value(turn, cell.condition(), label, candidates);
            if (value != null) {
                read.add(cell);
                answers.add(new AgentReply.Choice(label, value));
            }
        }
        return split.with(read).isWorthAsking()
                ? new AgentReply.FollowUp(text(turn.phrases(), split.field()), split.field(), answers)
                : null;
    }

    /** What the shop sends back: the label, or the value within a phrase of the language, whichever is read right. */
    private @Nullable String value(TurnContext turn, Constraint condition, String label, List<Product> candidates) {
        return Stream.of(
                        label,
                        turn.say("ask.answer", label),
                        condition.text(),
                        turn.say("ask.answer", condition.text()))
                .filter(text -> !text.isBlank())
                .distinct()
                .filter(text -> reading.means(turn, text, condition, candidates))
                .findFirst()
                .orElse(null);
    }

    private static String text(Phrases phrases, String field) {
        return switch (field) {
            case Fields.BRAND, Fields.CATEGORIES, Fields.PRICE -> phrases.say("ask." + field);
            default -> phrases.say("ask.attribute", phrases.fieldName(field));
        };
    }
}
