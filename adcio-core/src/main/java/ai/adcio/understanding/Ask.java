package ai.adcio.understanding;

import ai.adcio.catalog.SortOrder;
import ai.adcio.conversation.PageAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What exactly a turn wants done. References ("the second one", "this") are resolved to ids already. */
public sealed interface Ask {
    /** Show products that meet the need. */
    record Show() implements Ask {}

    /** Something is wanted, but not what; ask back. */
    record AskBack() implements Ask {}

    /** Forget the need and begin anew; nothing else was said. */
    record Reset() implements Ask {}

    /**
     * How many products meet the need.
     *
     * @param scope ids among which to count; empty for the whole catalogue
     */
    record Count(List<String> scope) implements Ask {
        /** Copies the ids. */
        public Count {
            scope = List.copyOf(scope);
        }
    }

    /**
     * A mean over the products that meet the need.
     *
     * @param field a numeric field
     */
    record Average(String field) implements Ask {}

    /**
     * The first product of the need in an order.
     *
     * @param order which extreme
     * @param scope ids among which to look; empty for the whole catalogue
     */
    record Superlative(SortOrder order, List<String> scope) implements Ask {
        /** Copies the ids. */
        public Superlative {
            scope = List.copyOf(scope);
        }
    }

    /**
     * About one product or a few.
     *
     * @param productIds which, the one asked about first; empty when nothing that could be meant is known
     * @param fields the fields asked about, as {@link ai.adcio.catalog.Fields} names them; empty for everything
     * @param topic the question's own words where they name no field, such as {@code safe in pregnancy}; empty when
     *     they do
     */
    record Details(List<String> productIds, List<String> fields, String topic) implements Ask {
        /** Copies the lists. */
        public Details {
            productIds = List.copyOf(productIds);
            fields = List.copyOf(fields);
        }
    }

    /**
     * Products side by side.
     *
     * @param productIds which, at least one
     * @param criterion the order that decides ("which is better rated"), or null
     */
    record Compare(List<String> productIds, @Nullable SortOrder criterion) implements Ask {
        /** Copies the ids. */
        public Compare {
            productIds = List.copyOf(productIds);
        }
    }

    /** Something for the page to do. */
    record OnPage(PageAction action) implements Ask {}

    /**
     * A question of the shop's own terms, or of the shopper's order.
     *
     * @param topic {@code delivery}, {@code returns}, {@code hours}, {@code payment}, {@code location}, {@code order} or
     *     {@code other}
     */
    record ShopQuestion(String topic) implements Ask {}

    /**
     * Talk that needs no product.
     *
     * @param kind {@code greeting}, {@code thanks}, {@code goodbye}, {@code praise}, {@code handoff}, {@code blank},
     *     {@code too_long}, {@code out_of_scope} or {@code unreadable}
     */
    record Talk(String kind) implements Ask {}
}
