package ai.adcio.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The records of one catalogue version, in memory or on disk. Thread safe; never changes once made. */
public interface ProductRecords {
    /** How many products there are. */
    int size();

    /** The record of one product, or null when the catalogue has no such id. */
    @Nullable
    Product get(String id);

    /** Hands over every record in the catalogue's order, one at a time. */
    void forEach(Consumer<? super Product> consumer);

    /** The records of the ids that exist, in the order of the ids. */
    default List<Product> getAll(Collection<String> ids) {
        List<Product> found = new ArrayList<>(ids.size());
        for (String id : ids) {
            Product product = get(id);
            if (product != null) {
                found.add(product);
            }
        }
        return found;
    }
}
