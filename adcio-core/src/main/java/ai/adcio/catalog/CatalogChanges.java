package ai.adcio.catalog;

import java.util.List;

/**
 * One batch of changes, taken over as a whole or not at all.
 *
 * @param upserts products to add, or to put in place of those with the same id; at most one for an id
 * @param deletions ids to remove; unknown ones are passed over
 */
public record CatalogChanges(List<Product> upserts, List<String> deletions) {
    /** Copies both lists. */
    public CatalogChanges {
        upserts = List.copyOf(upserts);
        deletions = List.copyOf(deletions);
    }

    /** Changes that add or replace products. */
    public static CatalogChanges upsert(Product... products) {
        return new CatalogChanges(List.of(products), List.of());
    }

    /** Changes that remove products. */
    public static CatalogChanges delete(String... ids) {
        return new CatalogChanges(List.of(), List.of(ids));
    }
}
