package ai.adcio.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shop's page tells of itself. All of it is optional and none of it is trusted: it is data.
 *
 * @param path the shop's own path, such as {@code /category/board-games}, or null
 * @param title the page's title, or null
 * @param productId the product that the page is about ("this"), or null
 * @param visibleProductIds what the shopper sees, in order
 * @param query what was typed into the shop's search box, or null
 * @param filters the filters that are set, in the shop's own words
 * @param cartProductIds what lies in the cart
 */
public record PageContext(
        @Nullable String path,
        @Nullable String title,
        @Nullable String productId,
        List<String> visibleProductIds,
        @Nullable String query,
        List<String> filters,
        List<String> cartProductIds) {
    /** A page that tells nothing. */
    public static final PageContext EMPTY = new PageContext(null, null, null, List.of(), null, List.of(), List.of());

    /** Copies the lists. */
    public PageContext {
        visibleProductIds = List.copyOf(visibleProductIds);
        filters = List.copyOf(filters);
        cartProductIds = List.copyOf(cartProductIds);
    }

    /** The page of one product. */
    public static PageContext product(String productId) {
        return new PageContext(null, null, productId, List.of(), null, List.of(), List.of());
    }

    /** A page that lists products. */
    public static PageContext listing(List<String> visibleProductIds) {
        return new PageContext(null, null, null, visibleProductIds, null, List.of(), List.of());
    }
}
