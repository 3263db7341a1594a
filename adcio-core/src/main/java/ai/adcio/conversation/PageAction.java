package ai.adcio.conversation;

import ai.adcio.catalog.Constraint;
import ai.adcio.catalog.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something for the shop's page to do. The page decides how; the library only names it. */
public sealed interface PageAction {
    /** Whether the page must ask the shopper first: true for all that changes what the shopper owns or owes. */
    default boolean requiresConfirmation() {
        return false;
    }

    /**
     * Go somewhere.
     *
     * @param place where to
     * @param id the product's id or the category's name, or null for the other places
     * @param url the address by the record, or null
     */
    record Navigate(
            Place place, @Nullable String id, @Nullable String url) implements PageAction {}

    /** Show only what meets these conditions. */
    record Filter(List<Constraint> constraints) implements PageAction {
        /** Copies the list. */
        public Filter {
            constraints = List.copyOf(constraints);
        }
    }

    /** Put what is shown in another order. */
    record Sort(SortOrder order) implements PageAction {}

    /** Point at these products. */
    record Highlight(List<String> productIds) implements PageAction {
        /** Copies the list. */
        public Highlight {
            productIds = List.copyOf(productIds);
        }
    }

    /** Put these products first on the shelf, in this order. */
    record Rearrange(List<String> productIds) implements PageAction {
        /** Copies the list. */
        public Rearrange {
            productIds = List.copyOf(productIds);
        }
    }

    /**
     * Put a product into the cart once the shopper has confirmed.
     *
     * @param productId which product
     * @param variantId which form of it, or null
     * @param quantity one or more
     */
    record AddToCart(String productId, @Nullable String variantId, int quantity) implements PageAction {
        @Override
        public boolean requiresConfirmation() {
            return true;
        }
    }

    /** The places that every shop has. */
    enum Place {
        /** The first page. */
        HOME,
        /** The cart. */
        CART,
        /** Where the order is placed. */
        CHECKOUT,
        /** The shopper's orders. */
        ORDERS,
        /** The shopper's account. */
        ACCOUNT,
        /** A category's page. */
        CATEGORY,
        /** A product's page. */
        PRODUCT
    }
}
