package ai.adcio.sql;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.SortOrder;
import ai.adcio.retrieval.Aggregate;
import ai.adcio.retrieval.RetrievalRequest;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to the catalogue's tables, made of types only. Immutable.
 *
 * @param filters what every product must meet
 * @param mentions words that must each stand in a product's title, brand or categories
 * @param excludedIds products that do not count
 * @param mainCurrency the only currency in which money is ordered and computed; null when the catalogue has but one
 * @param answer what is wanted of the products that are left
 */
record CatalogQuery(
        List<Constraint> filters,
        List<String> mentions,
        List<String> excludedIds,
        @Nullable String mainCurrency,
        Answer answer) {
    CatalogQuery {
        filters = List.copyOf(filters);
        mentions = List.copyOf(mentions);
        excludedIds = List.copyOf(excludedIds);
    }

    /** What is asked of the products that meet the conditions. */
    sealed interface Answer {
        /**
         * The products themselves and how many there are.
         *
         * @param sort the order, or null for those first that can be bought and that most buyers rated
         * @param limit how many at most
         */
        record Products(@Nullable SortOrder sort, int limit) implements Answer {}

        /** One number over all of them. */
        record Figure(Aggregate aggregate) implements Answer {}
    }

    /** The question of a request, the words that no filter stands for being required. */
    static CatalogQuery of(RetrievalRequest request) {
        Aggregate aggregate = request.aggregate();
        Answer answer =
                aggregate == null ? new Answer.Products(request.sort(), request.limit()) : new Answer.Figure(aggregate);
        Currency currency = request.currency();
        return new CatalogQuery(
                request.filters(),
                request.terms(),
                request.excludedIds(),
                currency == null ? null : currency.getCurrencyCode(),
                answer);
    }

    /** One line for people, such as {@code count of products where price <= 30 USD}. */
    String describe() {
        return QuestionText.of(this);
    }
}
