package ai.adcio.understanding.internal;

import java.util.Arrays;

/**
 * How often strings were counted, by a 64-bit hash of theirs: a few bytes each, as there are as many as a catalogue's
 * titles have neighbouring words. Two strings share a hash with a chance that does not matter here.
 */
final class WordPairCounts {
    private long[] keys = new long[1 << 10];
    private int[] counts = new int[1 << 10];
    private int size;

    void add(String key) {
        if (size * 2 > keys.length) {
            grow();
        }
        long hash = hash(key);
        int at = slot(keys, hash);
        if (keys[at] == 0) {
            keys[at] = hash;
            size++;
        }
        counts[at]++;
    }

    int count(String key) {
        return counts[slot(keys, hash(key))];
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = slot(keys, oldKeys[i]);
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
            }
        }
    }

    private static int slot(long[] keys, long hash) {
        int at = (int) (hash ^ hash >>> 32) & keys.length - 1;
        while (keys[at] != 0 && keys[at] != hash) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }

    @Override
    public String toString() {
        return "WordPairCounts[" + size + " of " + keys.length + ", most "
                + Arrays.stream(counts).max().orElse(0) + "]";
    }
}
