package ai.adcio.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The running count of one category name. */
final class CategoryTally {
    private final Spellings spellings = new Spellings();
    private final Map<String, Integer> parents = new HashMap<>();
    private final TreeMap<Integer, Integer> depths = new TreeMap<>();
    private int products;
    private int leaves;

    /** @param first whether the name stands for the first time in this product's path */
    void count(String name, @Nullable String foldedParent, int depth, boolean leaf, boolean first, int step) {
        spellings.count(name, step);
        if (foldedParent != null) {
            CapabilityTally.addTo(parents, foldedParent, step);
        }
        CapabilityTally.addTo(depths, depth, step);
        products += first ? step : 0;
        leaves += leaf ? step : 0;
    }

    boolean isEmpty() {
        return spellings.total() == 0;
    }

    CategorySummary summary(Map<String, CategoryTally> all) {
        int top =
                products - parents.values().stream().mapToInt(Integer::intValue).sum();
        String parent = null;
        int most = 0;
        for (Map.Entry<String, Integer> e : parents.entrySet()) {
            int n = e.getValue();
            if (parent == null || n > most || n == most && e.getKey().compareTo(parent) < 0) {
                parent = e.getKey();
                most = n;
            }
        }
        CategoryTally above = parent == null || top > most ? null : all.get(parent);
        return new CategorySummary(
                spellings.best(),
                above == null || above == this ? null : above.spellings.best(),
                depths.firstKey(),
                products,
                leaves);
    }
}
