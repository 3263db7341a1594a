package ai.adcio.retrieval;

import ai.adcio.Language;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an arm is asked.
 *
 * @param catalog the catalogue version of the turn
 * @param query the words to search by; empty when the filters say everything
 * @param terms folded words of the query that no filter stands for: an arm that computes requires each of them in a
 *     product's title, brand or categories when it is asked for an aggregate or a sort; other arms use the query
 * @param unwanted folded words that demote a product which is about them
 * @param language the language of the query
 * @param filters conditions that every product found must meet
 * @param excludedIds products not to find
 * @param sort the order asked for, or null for relevance; arms that do not compute may leave it to others
 * @param aggregate the number asked for, or null when products are; only arms that compute receive one
 * @param limit how many products at most, one or more
 * @param parameters every weight that can change an order
 * @param deadline when nobody waits any longer
 * @param cancellation tells when nobody waits any longer before that
 */
public record RetrievalRequest(
        CatalogSnapshot catalog,
        String query,
        List<String> terms,
        List<String> unwanted,
        Language language,
        List<Constraint> filters,
        List<String> excludedIds,
        @Nullable SortOrder sort,
        @Nullable Aggregate aggregate,
        int limit,
        RankingParameters parameters,
        Deadline deadline,
        Cancellation cancellation) {
    /** Copies the lists; rejects a limit under one. */
    public RetrievalRequest {
        terms = List.copyOf(terms);
        unwanted = List.copyOf(unwanted);
        filters = List.copyOf(filters);
        excludedIds = List.copyOf(excludedIds);
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + "; ask for one product or more");
        }
    }
}
