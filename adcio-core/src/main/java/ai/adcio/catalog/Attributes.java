package ai.adcio.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Defensive copies of attribute maps that keep the feed's order. */
final class Attributes {
    private Attributes() {}

    static Map<String, List<String>> copy(Map<String, List<String>> attributes) {
        Map<String, List<String>> copy = LinkedHashMap.newLinkedHashMap(attributes.size());
        attributes.forEach((name, values) -> {
            if (!values.isEmpty()) {
                copy.put(name, List.copyOf(values));
            }
        });
        return Collections.unmodifiableMap(copy);
    }
}
