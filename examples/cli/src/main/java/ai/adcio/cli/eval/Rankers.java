package ai.adcio.cli.eval;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.TextFolding;
import ai.adcio.conversation.Intent;
import ai.adcio.conversation.ShoppingNeed;
import ai.adcio.retrieval.Candidate;
import ai.adcio.retrieval.Deadline;
import ai.adcio.retrieval.DefaultRouter;
import ai.adcio.retrieval.FusionMethod;
import ai.adcio.retrieval.HybridResult;
import ai.adcio.retrieval.HybridRetriever;
import ai.adcio.retrieval.MissingArm;
import ai.adcio.retrieval.RankingParameters;
import ai.adcio.retrieval.RetrievalPlan;
import ai.adcio.retrieval.RetrievalPlan.ArmPlan;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.Retriever;
import ai.adcio.understanding.Ask;
import ai.adcio.understanding.Interpretation;
import java.util.List;
import java.util.Map;

/**
 * Ranks the catalogue for queries as they are typed: by one arm, by plain reciprocal rank fusion, or as the router
 * plans. No query becomes a condition, and nothing is waited for less than it takes. Thread safe.
 */
final class Rankers implements AutoCloseable {
    /** How many products a ranking has at most, and each arm is asked for. */
    static final int DEPTH = 100;

    private static final double PLAIN_K = 60;

    private final CatalogSnapshot catalog;
    private final HybridRetriever hybrid;
    private final DefaultRouter router = new DefaultRouter();

    Rankers(CatalogSnapshot catalog, List<? extends Retriever> arms) {
        this.catalog = catalog;
        this.hybrid = HybridRetriever.builder(arms).build();
    }

    /** The names of the arms. */
    List<String> arms() {
        return hybrid.arms().stream().map(arm -> arm.name()).toList();
    }

    /** One arm alone; an arm that abstains ranks nothing. */
    List<String> arm(String name, String query, RankingParameters parameters) {
        return run(plan(query, List.of(name)), query, parameters);
    }

    /** Plain reciprocal rank fusion: equal weights, k = 60. */
    List<String> reciprocalRank(String query, RankingParameters parameters) {
        RankingParameters plain = parameters.with("plain", Map.of(RankingParameters.FUSION_RRF_K, PLAIN_K));
        return run(plan(query, arms()), query, plain);
    }

    /** The router's plan and its fusion. */
    List<String> routed(String query, RankingParameters parameters) {
        return run(router.plan(asTyped(query), hybrid.arms(), parameters, DEPTH), query, parameters);
    }

    /** Whether an arm has anything to say to a query. */
    boolean abstains(String name, String query, RankingParameters parameters) {
        HybridResult result =
                hybrid.retrieve(plan(query, List.of(name)), catalog, language(query), parameters, Deadline.none());
        return result.answers().get(name) instanceof RetrievalResult.Abstained;
    }

    private List<String> run(RetrievalPlan plan, String query, RankingParameters parameters) {
        HybridResult result = hybrid.retrieve(plan, catalog, language(query), parameters, Deadline.none());
        if (result.partial()) {
            MissingArm missing = result.missing().getFirst();
            throw new AdcioException("the arm " + missing.arm() + " failed at \"" + query + "\": " + missing.cause());
        }
        return result.candidates().stream().limit(DEPTH).map(Candidate::id).toList();
    }

    private static RetrievalPlan plan(String query, List<String> arms) {
        return new RetrievalPlan(
                query,
                TextFolding.words(query),
                List.of(),
                arms.stream().map(arm -> new ArmPlan(arm, 1, "measured")).toList(),
                FusionMethod.RECIPROCAL_RANK,
                List.of(),
                List.of(),
                null,
                null,
                DEPTH);
    }

    private static Interpretation asTyped(String query) {
        ShoppingNeed need = new ShoppingNeed(
                null,
                query,
                TextFolding.words(query),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
        return new Interpretation(
                Intent.SEARCH,
                language(query),
                new Ask.Show(),
                need,
                List.of(),
                List.of(),
                true,
                List.of(),
                List.of(),
                List.of(),
                1);
    }

    static Language language(String query) {
        return query.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL)
                ? Language.KOREAN
                : Language.ENGLISH;
    }

    @Override
    public void close() {
        hybrid.close();
        catalog.close();
    }
}
