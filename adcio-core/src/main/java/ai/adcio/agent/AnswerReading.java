package ai.adcio.agent;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Product;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.PageContext;
import ai.adcio.conversation.UserTurn;
import ai.adcio.understanding.Ask;
import ai.adcio.understanding.Interpretation;
import ai.adcio.understanding.TurnInterpreter;
import java.util.List;

/** Whether an answer that is sent back would be read as what it stands for. Thread safe. */
@FunctionalInterface
interface AnswerReading {
    /** Takes every answer for granted: for interpreters that are too dear to be asked beforehand. */
    AnswerReading TRUSTING = (turn, answer, condition, candidates) -> true;

    /**
     * Whether the answer, as the next turn, leaves of the candidates those that meet the condition, keeps what was said
     * before, and is answered in the language of this turn.
     */
    boolean means(TurnContext turn, String answer, Constraint condition, List<Product> candidates);

    /** Reads the answer as the next turn would be read. */
    static AnswerReading by(TurnInterpreter interpreter) {
        return (turn, answer, condition, candidates) -> {
            UserTurn next = new UserTurn(
                    turn.turn().conversationId(), answer, turn.turn().language(), PageContext.EMPTY);
            Interpretation meaning = interpreter.interpret(next, after(turn), turn.catalog());
            List<Constraint> then = meaning.need().constraints();
            return meaning.ask() instanceof Ask.Show
                    && meaning.language().equals(turn.meaning().language())
                    && meaning.notCarried().isEmpty()
                    && !meaning.topicChanged()
                    && then.containsAll(turn.need().constraints().stream()
                            .filter(c -> !Kinds.names(c, turn.need()))
                            .toList())
                    && candidates.stream()
                            .allMatch(p -> condition.test(p) == then.stream().allMatch(c -> c.test(p)));
        };
    }

    /** The conversation as the next turn finds it, as far as reading depends on it. */
    private static Conversation after(TurnContext turn) {
        Conversation before = turn.conversation();
        return new Conversation(
                before.id(),
                before.version(),
                before.turns() + 1,
                turn.meaning().language(),
                turn.need(),
                before.earlierNeeds(),
                before.history(),
                before.shown(),
                null,
                before.askedAttributes(),
                before.adImpressions());
    }
}
