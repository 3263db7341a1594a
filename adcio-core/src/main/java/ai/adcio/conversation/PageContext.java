package ai.adcio.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shop's page tells of itself. All of it is optional and none of it is trusted: it is data. What goes beyond a
 * page's measure is left out, not refused: of each list the first {@link #MOST} entries are looked at, and a text or an
 * id of more than {@link #LONGEST} characters is as good as none.
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
    /** How many entries of a list are looked at. */
    public static final int MOST = 1_000;

    /** How many characters a text or an id may have. */
    public static final int LONGEST = 2_000;

    /** A page that tells nothing. */
    public static final PageContext EMPTY = new PageContext(null, null, null, List.of(), null, List.of(), List.of());

    /** Copies the lists and leaves out what is beyond measure. */
    public PageContext {
        path = within(path);
        title = within(title);
        productId = within(productId);
        visibleProductIds = within(visibleProductIds);
        query = within(query);
        filters = within(filters);
        cartProductIds = within(cartProductIds);
    }

    /** The page of one product. */
    public static PageContext product(String productId) {
        return new PageContext(null, null, productId, List.of(), null, List.of(), List.of());
    }

    /** A page that lists products. */
    public static PageContext listing(List<String> visibleProductIds) {
        return new PageContext(null, null, null, visibleProductIds, null, List.of(), List.of());
    }

    private static @Nullable String within(@Nullable String text) {
        return text == null || text.length() > LONGEST ? null : text;
    }

    private static List<String> within(List<String> entries) {
        // In place: an entry that is left out must not make another one "the third".
        return entries.stream()
                .limit(MOST)
                .map(entry -> entry.length() > LONGEST ? "" : entry)
                .toList();
    }
}
