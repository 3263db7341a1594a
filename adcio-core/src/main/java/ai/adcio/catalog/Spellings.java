package ai.adcio.catalog;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often each spelling of one folded value occurs. Most values have a single spelling, for which no map is kept. */
final class Spellings {
    private @Nullable String only;
    private @Nullable Map<String, Integer> several;
    private int total;

    void count(String spelling, int step) {
        if (several != null) {
            CapabilityTally.addTo(several, spelling, step);
        } else if (only == null || total == 0 || only.equals(spelling)) {
            only = only == null || total == 0 ? spelling : only;
        } else {
            several = new HashMap<>();
            several.put(only, total);
            several.merge(spelling, step, Integer::sum);
        }
        total += step;
    }

    int total() {
        return total;
    }

    /** The most frequent spelling; of equally frequent ones the first by name. */
    String best() {
        if (several != null) {
            String best = null;
            int most = 0;
            for (Map.Entry<String, Integer> e : several.entrySet()) {
                int n = e.getValue();
                if (best == null || n > most || n == most && e.getKey().compareTo(best) < 0) {
                    best = e.getKey();
                    most = n;
                }
            }
            if (best != null) {
                return best;
            }
        }
        return only == null ? "" : only;
    }
}
