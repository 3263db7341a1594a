package ai.adcio.retrieval;

import ai.adcio.Language;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.Match;
import ai.adcio.catalog.SortOrder;
import java.util.ArrayList;
import java.util.Currency;
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

    /**
     * The only currency in which the money asked for is ordered and computed, as amounts of several have neither order
     * nor mean: the one that a filter on the field names, else the catalogue's most frequent.
     *
     * @return null when nothing is ordered or computed, when it is no money, and when the catalogue has but one currency
     *     and no filter names one
     */
    public @Nullable Currency currency() {
        String field = aggregate != null ? aggregate.field() : sort != null ? sort.field() : "";
        if (!field.equals(Fields.PRICE) && !field.equals(Fields.LIST_PRICE)) {
            return null;
        }
        for (Constraint filter : filters) {
            if (filter instanceof Constraint.Range range && range.field().equals(field) && range.currency() != null) {
                return range.currency();
            }
        }
        List<Currency> currencies = catalog.capabilities().currencies();
        return currencies.size() < 2 ? null : currencies.getFirst();
    }

    /** The condition that a word stands in the title, the brand or a category, by which terms are required. */
    public static Constraint mention(String word) {
        List<Constraint> places = new ArrayList<>();
        for (String field : List.of(Fields.TITLE, Fields.BRAND, Fields.CATEGORIES)) {
            places.add(new Constraint.AnyOf(word, field, Match.WORDS, List.of(word)));
        }
        return new Constraint.Either(word, places);
    }
}
