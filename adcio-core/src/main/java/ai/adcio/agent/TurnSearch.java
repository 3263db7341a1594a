package ai.adcio.agent;

import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.reply.ReplyEvent;
import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.Deadline;
import ai.adcio.retrieval.HybridResult;
import ai.adcio.retrieval.HybridRetriever;
import ai.adcio.retrieval.RankingParameters;
import ai.adcio.retrieval.RetrievalPlan;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.Router;
import ai.adcio.understanding.Ask;
import ai.adcio.understanding.Interpretation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plans and runs the retrievals of one turn under its deadline, and tells of each. For one turn and one thread. */
final class TurnSearch {
    private final Router router;
    private final HybridRetriever hybrid;
    private final CatalogSnapshot catalog;
    private final RankingParameters parameters;
    private final Deadline deadline;
    private final int limit;
    private final Consumer<ReplyEvent> events;
    private final Map<String, Double> armMillis = new LinkedHashMap<>();

    TurnSearch(
            Router router,
            HybridRetriever hybrid,
            CatalogSnapshot catalog,
            RankingParameters parameters,
            Deadline deadline,
            int limit,
            Consumer<ReplyEvent> events) {
        this.router = router;
        this.hybrid = hybrid;
        this.catalog = catalog;
        this.parameters = parameters;
        this.deadline = deadline;
        this.limit = limit;
        this.events = events;
    }

    /** Finds candidates for what the turn means. */
    HybridResult find(Interpretation meaning) {
        HybridResult result = run(router.plan(meaning, arms(), parameters, limit), meaning, deadline);
        result.missing().forEach(arm -> events.accept(new ReplyEvent.ArmMissing(arm)));
        return result;
    }

    /** A deadline at a share of the time that is left, for what only adds to an answer. */
    Deadline share(int parts) {
        return deadline.isNone() ? deadline : Deadline.in(deadline.remaining().dividedBy(parts));
    }

    /**
     * Counts the products that meet conditions, over the whole catalogue. A count that comes late makes no reply
     * partial: the answer is whole without it.
     *
     * @param until when nobody waits for the number any longer
     * @return the number, or null when the arm that counts did not answer
     */
    @Nullable
    Long count(Interpretation meaning, List<Constraint> constraints, Deadline until) {
        ShoppingNeed need = meaning.need().withConstraints(constraints);
        Interpretation counting = meaning.asking(new Ask.Count(List.of()), need);
        HybridResult result = run(router.plan(counting, arms(), parameters, limit), counting, until);
        RetrievalResult.Computed computed = computed(result);
        return computed == null || computed.value() == null
                ? null
                : computed.value().longValue();
    }

    /** The computed answer in a result, or null when no arm computed one. */
    static RetrievalResult.@Nullable Computed computed(HybridResult result) {
        for (RetrievalResult answer : result.answers().values()) {
            if (answer instanceof RetrievalResult.Computed computed) {
                return computed;
            }
        }
        return null;
    }

    /** Whether some arm knew the answer, if only that there is none. */
    static boolean answered(HybridResult result) {
        return result.answers().values().stream()
                .anyMatch(answer ->
                        !(answer instanceof RetrievalResult.Failed) && !(answer instanceof RetrievalResult.Abstained));
    }

    /** How long each arm took in all, in milliseconds. */
    Map<String, Double> armMillis() {
        return armMillis;
    }

    private HybridResult run(RetrievalPlan plan, Interpretation meaning, Deadline until) {
        events.accept(new ReplyEvent.Planned(plan));
        HybridResult result = hybrid.retrieve(plan, catalog, meaning.language(), parameters, until);
        result.timings().forEach((arm, time) -> armMillis.merge(arm, time.toNanos() / 1e6, Double::sum));
        return result;
    }

    private List<ArmTraits> arms() {
        return hybrid.arms();
    }
}
