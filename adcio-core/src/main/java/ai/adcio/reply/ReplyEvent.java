package ai.adcio.reply;

import ai.adcio.Language;
import ai.adcio.ads.AdSlot;
import ai.adcio.conversation.Intent;
import ai.adcio.conversation.PageAction;
import ai.adcio.retrieval.MissingArm;
import ai.adcio.retrieval.RetrievalPlan;
import java.util.List;
import java.util.Map;

/**
 * One step of an answer as it comes into being. A reply is the fold of its events, from {@link Started} to
 * {@link Completed}; {@link ReplyFold} is that fold.
 */
public sealed interface ReplyEvent {
    /** The turn was taken up. */
    record Started(String conversationId, String turnId, String requestId, String clerkId) implements ReplyEvent {}

    /** It is known what is asked for, in which language to answer, and how likely that is right, 0 to 1. */
    record Understood(Intent intent, Language language, double confidence) implements ReplyEvent {}

    /** It is known which arms run, and why. A turn may need more than one retrieval. */
    record Planned(RetrievalPlan plan) implements ReplyEvent {}

    /** An arm that was planned did not answer. */
    record ArmMissing(MissingArm arm) implements ReplyEvent {}

    /** The products are chosen. */
    record CardsChosen(List<AgentReply.Card> cards) implements ReplyEvent {
        /** Copies the cards. */
        public CardsChosen {
            cards = List.copyOf(cards);
        }
    }

    /** It is known what became of the shopper's conditions. */
    record Constrained(AgentReply.Constraints constraints) implements ReplyEvent {}

    /** A value that was asked for is known. */
    record Answered(AgentReply.Answer answer) implements ReplyEvent {}

    /** Products stand side by side. */
    record Compared(AgentReply.Comparison comparison) implements ReplyEvent {}

    /** The clerk asks back. */
    record AskedBack(AgentReply.FollowUp followUp) implements ReplyEvent {}

    /** The page is to do something. */
    record PageActed(List<PageAction> actions) implements ReplyEvent {
        /** Copies the actions. */
        public PageActed {
            actions = List.copyOf(actions);
        }
    }

    /** A piece of the text; the pieces in order are the text. */
    record TextWritten(String delta) implements ReplyEvent {}

    /** Things that the shopper could say next. */
    record Suggested(List<String> suggestions) implements ReplyEvent {
        /** Copies the suggestions. */
        public Suggested {
            suggestions = List.copyOf(suggestions);
        }
    }

    /** An ad was chosen to stand beside the answer. */
    record AdChosen(AdSlot slot) implements ReplyEvent {}

    /** The answer is whole. */
    record Completed(Map<String, Double> timings) implements ReplyEvent {}
}
