package ai.adcio.catalog;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Attributes in the feed's order, unmodifiable. A product has few, and a catalogue many products: two arrays take a fifth
 * of what a linked map does, and looking through a dozen names costs no more than a hash.
 */
final class Attributes extends AbstractMap<String, List<String>> {
    // Beyond this, which no honest feed has, looking through all names at each question would be a way to stall a shop.
    private static final int MOST = 128;

    private static final Attributes NONE = new Attributes(new String[0], List.of());

    private final String[] names;
    private final List<List<String>> values;

    private Attributes(String[] names, List<List<String>> values) {
        this.names = names;
        this.values = values;
    }

    /** A defensive copy without the attributes that have no value. */
    static Map<String, List<String>> copy(Map<String, List<String>> attributes) {
        if (attributes instanceof Attributes) {
            return attributes;
        }
        Map<String, List<String>> copy = LinkedHashMap.newLinkedHashMap(attributes.size());
        attributes.forEach((name, values) -> {
            if (!values.isEmpty()) {
                copy.put(name, List.copyOf(values));
            }
        });
        return of(copy.keySet().toArray(String[]::new), List.copyOf(copy.values()));
    }

    /**
     * Attributes of names that differ; takes over the names.
     *
     * @param values those of each name, unmodifiable lists and none of them empty
     */
    static Map<String, List<String>> of(String[] names, List<List<String>> values) {
        if (names.length > MOST) {
            Map<String, List<String>> many = LinkedHashMap.newLinkedHashMap(names.length);
            for (int i = 0; i < names.length; i++) {
                many.put(names[i], values.get(i));
            }
            return Collections.unmodifiableMap(many);
        }
        return names.length == 0 ? NONE : new Attributes(names, values);
    }

    private int indexOf(@Nullable Object name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public @Nullable List<String> get(@Nullable Object name) {
        int i = indexOf(name);
        return i < 0 ? null : values.get(i);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return indexOf(name) >= 0;
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public Set<Entry<String, List<String>>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names.length;
            }

            @Override
            public Iterator<Entry<String, List<String>>> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < names.length;
                    }

                    @Override
                    public Entry<String, List<String>> next() {
                        if (next == names.length) {
                            throw new NoSuchElementException();
                        }
                        return Map.entry(names[next], values.get(next++));
                    }
                };
            }
        };
    }
}
