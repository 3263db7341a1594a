package ai.adcio.retrieval;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.Fields;
import ai.adcio.catalog.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which arms run for a turn, with what, and why.
 *
 * @param query the words to search by
 * @param terms folded words of the query that no filter stands for
 * @param unwanted folded words that demote
 * @param arms the arms to run, each with its weight and reason; an arm that is not named does not run
 * @param fusion how their lists become one
 * @param filters conditions pushed down into every arm
 * @param excludedIds products not to find
 * @param sort the order asked for, or null for relevance
 * @param aggregate the number asked for, or null
 * @param limit how many candidates each arm is asked for
 * @param standby arms that are asked only when none of the arms has answered and one of them has failed, or has not
 *     spoken when half of the time is over; they are asked what the filters and the words leave, the words being
 *     required, and have a say only if no other arm comes to answer
 */
public record RetrievalPlan(
        String query,
        List<String> terms,
        List<String> unwanted,
        List<ArmPlan> arms,
        FusionMethod fusion,
        List<Constraint> filters,
        List<String> excludedIds,
        @Nullable SortOrder sort,
        @Nullable Aggregate aggregate,
        int limit,
        List<ArmPlan> standby) {
    /** Copies the lists. */
    public RetrievalPlan {
        standby = List.copyOf(standby);
        terms = List.copyOf(terms);
        unwanted = List.copyOf(unwanted);
        arms = List.copyOf(arms);
        filters = List.copyOf(filters);
        excludedIds = List.copyOf(excludedIds);
    }

    /** A plan in which no arm stands by. */
    public RetrievalPlan(
            String query,
            List<String> terms,
            List<String> unwanted,
            List<ArmPlan> arms,
            FusionMethod fusion,
            List<Constraint> filters,
            List<String> excludedIds,
            @Nullable SortOrder sort,
            @Nullable Aggregate aggregate,
            int limit) {
        this(query, terms, unwanted, arms, fusion, filters, excludedIds, sort, aggregate, limit, List.of());
    }

    /**
     * The plan for those who stand by. They rank no words: where words are left, the best known products come first that
     * mention each, which an arm that computes finds for an order.
     */
    RetrievalPlan ofStandby() {
        SortOrder order =
                sort != null || aggregate != null || terms.isEmpty() ? sort : new SortOrder(Fields.RATING_COUNT, false);
        return new RetrievalPlan(
                "",
                terms,
                unwanted,
                standby,
                order == null ? FusionMethod.RECIPROCAL_RANK : FusionMethod.SORTED,
                filters,
                excludedIds,
                order,
                aggregate,
                limit);
    }

    /**
     * One arm of a plan.
     *
     * @param arm the arm's name
     * @param weight its share in the fusion, zero or more; zero runs the arm for its count alone
     * @param reason why it runs with this weight, in English, for operators
     */
    public record ArmPlan(String arm, double weight, String reason) {
        /** Rejects a weight that is negative or not finite. */
        public ArmPlan {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight of arm " + arm + " is " + weight + "; give zero or more");
            }
        }
    }
}
