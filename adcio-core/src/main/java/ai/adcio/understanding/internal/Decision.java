package ai.adcio.understanding.internal;

import ai.adcio.catalog.Constraint;
import ai.adcio.conversation.Conversation;
import ai.adcio.conversation.Intent;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.understanding.Ask;
import ai.adcio.understanding.Interpretation.NotCarried;
import java.util.List;

/** What was decided that a turn wants, and the need as it is after the turn. */
record Decision(
        Intent intent,
        Ask ask,
        ShoppingNeed need,
        List<Constraint> changed,
        List<NotCarried> notCarried,
        boolean topicChanged) {
    /** A turn that leaves the need as it is. */
    static Decision unchanged(Conversation conversation, Intent intent, Ask ask) {
        return new Decision(intent, ask, conversation.need(), List.of(), List.of(), false);
    }

    /** A number or an extreme of all that meets the need. */
    static Decision counted(NeedDraft draft, List<NotCarried> notCarried, Ask ask) {
        return new Decision(
                Intent.COUNT_OR_SUPERLATIVE, ask, draft.need(), draft.changed(), notCarried, draft.topicChanged());
    }

    /** What the shop does not have. */
    static Decision notCarried(NeedDraft draft, List<NotCarried> notCarried) {
        return new Decision(
                Intent.SEARCH, new Ask.Show(), draft.need(), draft.changed(), notCarried, draft.topicChanged());
    }

    /** A need that was edited: a refinement as long as it goes on with the one before. */
    static Decision refined(Conversation conversation, NeedDraft draft, Ask ask) {
        boolean fresh = conversation.need().isEmpty() || draft.topicChanged();
        return new Decision(
                fresh ? Intent.SEARCH : Intent.REFINE,
                ask,
                draft.need(),
                draft.changed(),
                List.of(),
                draft.topicChanged());
    }
}
