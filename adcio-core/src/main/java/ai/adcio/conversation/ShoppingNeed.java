package ai.adcio.conversation;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.SortOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shopper is after, gathered over the turns so far. Immutable and thread safe.
 *
 * <p>Bounded, however long somebody talks: each list keeps its newest {@link #MOST} entries, those of words at most 1,000
 * characters of them, and the oldest go first; the newest entry always stays, and of the constraints a bound on the price
 * goes last. Of the ids not to show again the newest {@link #MOST_EXCLUDED} are kept.
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

    /** How many constraints, words, wishes and facts are kept. */
    public static final int MOST = 20;

    /** How many products that are not to be shown again are kept. */
    public static final int MOST_EXCLUDED = 200;

    /** How many characters of the topic and of the query are kept. */
    public static final int LONGEST_WORDS = 2_000;

    /** Copies the lists and cuts everything to what is kept. */
    public ShoppingNeed {
        topic = topic == null ? null : Newest.head(topic, LONGEST_WORDS);
        query = Newest.head(query, LONGEST_WORDS);
        terms = Newest.of(terms, MOST, String::length);
        unwanted = Newest.of(unwanted, MOST, String::length);
        constraints = Newest.of(constraints, MOST, c -> c.text().length(), ShoppingNeed::boundsPrice);
        setAside = Newest.of(setAside, MOST, wish -> wish.text().length());
        facts = Newest.of(facts, MOST, fact -> fact.text().length());
        excludedIds = Newest.of(excludedIds, MOST_EXCLUDED);
    }

    /** Whether nothing was said yet of what is sought. */
    public boolean isEmpty() {
        return topic == null && query.isBlank() && constraints.isEmpty() && sort == null && similarTo == null;
    }

    /** The same need with other constraints. */
    public ShoppingNeed withConstraints(List<Constraint> others) {
        return new ShoppingNeed(topic, query, terms, unwanted, others, sort, setAside, facts, excludedIds, similarTo);
    }

    /** The same need with its terms set aside, each for the same reason. */
    public ShoppingNeed withTermsSetAside(String reason) {
        List<SetAside> wishes = new ArrayList<>(setAside);
        terms.forEach(term -> wishes.add(new SetAside(term, reason)));
        return new ShoppingNeed(
                topic, query, List.of(), unwanted, constraints, sort, wishes, facts, excludedIds, similarTo);
    }

    private static boolean boundsPrice(Constraint constraint) {
        return constraint instanceof Constraint.Range range && range.field().equals(Fields.PRICE);
    }
}
