package ai.adcio.reply;

import ai.adcio.Language;
import ai.adcio.ads.AdSlot;
import ai.adcio.conversation.Intent;
import ai.adcio.conversation.PageAction;
import ai.adcio.retrieval.MissingArm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Folds the events of one turn into its reply. Not thread safe; for one turn. */
public final class ReplyFold implements Consumer<ReplyEvent> {
    private ReplyEvent.@Nullable Started started;
    private Intent intent = Intent.UNSUPPORTED;
    private Language language = Language.ENGLISH;
    private final StringBuilder text = new StringBuilder();
    private AgentReply.@Nullable Answer answer;
    private List<AgentReply.Card> cards = List.of();
    private AgentReply.@Nullable FollowUp followUp;
    private List<String> suggestions = List.of();
    private AgentReply.@Nullable Comparison comparison;
    private AgentReply.Constraints constraints = AgentReply.Constraints.NONE;
    private @Nullable AdSlot adSlot;
    private final List<PageAction> actions = new ArrayList<>();
    private final List<MissingArm> missing = new ArrayList<>();
    private @Nullable Map<String, Double> timings;

    /** Starts with nothing. */
    public ReplyFold() {}

    @Override
    public void accept(ReplyEvent event) {
        switch (event) {
            case ReplyEvent.Started e -> started = e;
            case ReplyEvent.Understood e -> {
                intent = e.intent();
                language = e.language();
            }
            case ReplyEvent.Planned ignored -> {
                // For listeners: the plan is no part of the reply.
            }
            case ReplyEvent.ArmMissing e -> {
                if (missing.stream().noneMatch(m -> m.arm().equals(e.arm().arm()))) {
                    missing.add(e.arm());
                }
            }
            case ReplyEvent.CardsChosen e -> cards = e.cards();
            case ReplyEvent.Constrained e -> constraints = e.constraints();
            case ReplyEvent.Answered e -> answer = e.answer();
            case ReplyEvent.Compared e -> comparison = e.comparison();
            case ReplyEvent.AskedBack e -> followUp = e.followUp();
            case ReplyEvent.PageActed e -> actions.addAll(e.actions());
            case ReplyEvent.TextWritten e -> text.append(e.delta());
            case ReplyEvent.Suggested e -> suggestions = e.suggestions();
            case ReplyEvent.AdChosen e -> adSlot = e.slot();
            case ReplyEvent.Completed e -> timings = e.timings();
        }
    }

    /**
     * The reply.
     *
     * @throws IllegalStateException when the events did not run from the first to the last
     */
    public AgentReply reply() {
        if (started == null || timings == null) {
            throw new IllegalStateException("the turn is not complete; fold its events from Started to Completed");
        }
        return new AgentReply(
                started.conversationId(),
                started.turnId(),
                intent,
                language,
                text.toString(),
                answer,
                cards,
                followUp,
                suggestions,
                comparison,
                constraints,
                adSlot,
                actions,
                started.requestId(),
                started.clerkId(),
                !missing.isEmpty(),
                missing,
                timings);
    }
}
