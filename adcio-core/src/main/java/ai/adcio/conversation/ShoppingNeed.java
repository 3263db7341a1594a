package ai.adcio.conversation;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shopper is after, gathered over the turns so far. Immutable and thread safe.
 *
 * @param topic the kind of product in the shopper's words or by its category, or null while none was named
 * @param query the words to search by, without those that became constraints of price, rating, sorting and the like;
 *     empty when nothing was named
 * @param terms folded words of the query that no constraint stands for; a count or a superlative requires each of them
 *     in a product's title, brand or categories, as it has no ranking to lean on
 * @param unwanted words that a product should not be about ("without chicken"), folded; they demote and do not exclude
 * @param constraints hard conditions, each of which every card must meet
 * @param sort the order asked for, or null for relevance
 * @param setAside wishes that the catalogue cannot answer
 * @param facts what shoppers said of themselves
 * @param excludedIds products not to show again ("another one")
 * @param similarTo the product that others should be like, or null
 */
public record ShoppingNeed(
        @Nullable String topic,
        String query,
        List<String> terms,
        List<String> unwanted,
        List<Constraint> constraints,
        @Nullable SortOrder sort,
        List<SetAside> setAside,
        List<ShopperFact> facts,
        List<String> excludedIds,
        @Nullable String similarTo) {
    /** Nothing is known yet. */
    public static final ShoppingNeed EMPTY =
            new ShoppingNeed(null, "", List.of(), List.of(), List.of(), null, List.of(), List.of(), List.of(), null);

    /** Copies the lists. */
    public ShoppingNeed {
        terms = List.copyOf(terms);
        unwanted = List.copyOf(unwanted);
        constraints = List.copyOf(constraints);
        setAside = List.copyOf(setAside);
        facts = List.copyOf(facts);
        excludedIds = List.copyOf(excludedIds);
    }

    /** Whether nothing was said yet of what is sought. */
    public boolean isEmpty() {
        return topic == null && query.isBlank() && constraints.isEmpty() && sort == null && similarTo == null;
    }

    /** The same need with other constraints. */
    public ShoppingNeed withConstraints(List<Constraint> others) {
        return new ShoppingNeed(topic, query, terms, unwanted, others, sort, setAside, facts, excludedIds, similarTo);
    }
}
