package ai.adcio.retrieval.opensearch;

import java.util.HashMap;
import java.util.Map;

/** The terms of fields and values that come again and again in a catalogue. For one thread. */
final class FieldMemory {
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST_REMEMBERED = 64;

    private final Map<String, String> names = new HashMap<>();
    private final Map<Key, ValueTerms> values = new HashMap<>();

    private record Key(String name, String value) {}

    /** {@link FieldTerms#name(String)}. */
    String name(String field) {
        if (names.size() >= REMEMBERED) {
            names.clear();
        }
        return names.computeIfAbsent(field, FieldTerms::name);
    }

    /** {@link ValueTerms#of}, remembered when it is short. */
    ValueTerms value(String name, String value) {
        if (value.length() > LONGEST_REMEMBERED) {
            return ValueTerms.of(name, value);
        }
        if (values.size() >= REMEMBERED) {
            values.clear();
        }
        return values.computeIfAbsent(new Key(name, value), key -> ValueTerms.of(key.name(), key.value()));
    }
}
