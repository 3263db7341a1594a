package ai.adcio.cli;

import ai.adcio.Language;
import ai.adcio.conversation.Intent;
import ai.adcio.reply.AgentReply;
import ai.adcio.retrieval.MissingArm;
import java.util.List;
import java.util.Map;

/** Replies to a search with little in them. */
public final class Replies {
    private Replies() {}

    /** A reply that misses arms and tells how many milliseconds its steps took. */
    public static AgentReply missing(Map<String, Double> timings, MissingArm... missing) {
        return reply(Language.ENGLISH, "", List.of(), timings, missing);
    }

    /** A whole reply with cards. */
    static AgentReply showing(Language language, String text, AgentReply.Card... cards) {
        return reply(language, text, List.of(cards), Map.of());
    }

    private static AgentReply reply(
            Language language,
            String text,
            List<AgentReply.Card> cards,
            Map<String, Double> timings,
            MissingArm... missing) {
        return new AgentReply(
                "c",
                "1",
                Intent.SEARCH,
                language,
                text,
                null,
                cards,
                null,
                List.of(),
                null,
                AgentReply.Constraints.NONE,
                null,
                List.of(),
                "r",
                "clerk",
                missing.length > 0,
                List.of(missing),
                timings);
    }
}
