package ai.adcio.agent;

import ai.adcio.catalog.Constraint;
import ai.adcio.conversation.PageAction;
import ai.adcio.conversation.SetAside;
import ai.adcio.reply.AgentReply;
import ai.adcio.reply.internal.ConditionWording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a handler decided.
 *
 * @param text what the clerk says
 * @param cards the products to show
 * @param constraints what became of the conditions
 * @param answer the value asked for, or null
 * @param comparison products side by side, or null
 * @param followUp the question asked back, or null
 * @param actions what the page is to do
 * @param suggestions what the shopper could say next
 * @param focusId the product now talked about, or null when there is no single one
 * @param failed whether the turn could not be answered for want of an arm
 */
record Outcome(
        String text,
        List<AgentReply.Card> cards,
        AgentReply.Constraints constraints,
        AgentReply.@Nullable Answer answer,
        AgentReply.@Nullable Comparison comparison,
        AgentReply.@Nullable FollowUp followUp,
        List<PageAction> actions,
        List<String> suggestions,
        @Nullable String focusId,
        boolean failed) {

    /** The same outcome with every condition in the clerk's words, an exclusion as one. */
    Outcome worded(ConditionWording wording) {
        AgentReply.Constraints said = new AgentReply.Constraints(
                constraints.applied().stream().map(wording::worded).toList(),
                constraints.setAside(),
                constraints.notCovered());
        List<PageAction> todo = actions.stream()
                .map(action -> action instanceof PageAction.Filter filter
                        ? new PageAction.Filter(filter.constraints().stream()
                                .map(wording::worded)
                                .toList())
                        : action)
                .toList();
        return new Outcome(text, cards, said, answer, comparison, followUp, todo, suggestions, focusId, failed);
    }

    static Builder saying(String text) {
        return new Builder(text);
    }

    /** The same outcome for an intent that carries no cards. */
    Outcome withoutCards() {
        return new Outcome(
                text, List.of(), constraints, answer, comparison, followUp, actions, suggestions, focusId, failed);
    }

    /** Collects the optional parts. */
    static final class Builder {
        private final String text;
        private List<AgentReply.Card> cards = List.of();
        private AgentReply.Constraints constraints = AgentReply.Constraints.NONE;
        private AgentReply.@Nullable Answer answer;
        private AgentReply.@Nullable Comparison comparison;
        private AgentReply.@Nullable FollowUp followUp;
        private List<PageAction> actions = List.of();
        private List<String> suggestions = List.of();
        private @Nullable String focusId;
        private boolean failed;

        private Builder(String text) {
            this.text = text;
        }

        Builder cards(List<AgentReply.Card> chosen) {
            this.cards = chosen;
            return this;
        }

        Builder constraints(List<Constraint> applied, List<SetAside> setAside, List<AgentReply.NotCovered> notCovered) {
            this.constraints = new AgentReply.Constraints(applied, setAside, notCovered);
            return this;
        }

        Builder answer(AgentReply.@Nullable Answer value) {
            this.answer = value;
            return this;
        }

        Builder comparison(AgentReply.Comparison table) {
            this.comparison = table;
            return this;
        }

        Builder followUp(AgentReply.@Nullable FollowUp question) {
            this.followUp = question;
            return this;
        }

        Builder actions(PageAction... todo) {
            this.actions = List.of(todo);
            return this;
        }

        Builder suggestions(List<String> next) {
            this.suggestions = next;
            return this;
        }

        Builder focus(@Nullable String productId) {
            this.focusId = productId;
            return this;
        }

        Builder failed(boolean forWantOfAnArm) {
            this.failed = forWantOfAnArm;
            return this;
        }

        Outcome build() {
            return new Outcome(
                    text, cards, constraints, answer, comparison, followUp, actions, suggestions, focusId, failed);
        }
    }
}
