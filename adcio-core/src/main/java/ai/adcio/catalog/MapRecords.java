package ai.adcio.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Records in a map that nobody changes any more. */
final class MapRecords implements ProductRecords {
    private final Map<String, Product> products;

    /** Takes the map over; the caller must not change it afterwards. */
    MapRecords(Map<String, Product> products) {
        this.products = products;
    }

    @Override
    public int size() {
        return products.size();
    }

    @Override
    public @Nullable Product get(String id) {
        return products.get(id);
    }

    @Override
    public void forEach(Consumer<? super Product> consumer) {
        products.values().forEach(consumer);
    }

    /** A copy that may be changed, in the same order. */
    Map<String, Product> copy() {
        return new LinkedHashMap<>(products);
    }
}
