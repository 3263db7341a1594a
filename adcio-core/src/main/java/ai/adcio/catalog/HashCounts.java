package ai.adcio.catalog;

/**
 * Counts how many different texts there are without keeping one of them: 12 to 24 bytes a text, by a hash of 64 bits
 * (among a million texts two collide with a chance of about one in 37 million).
 */
final class HashCounts {
    private long[] keys = new long[16];
    private int[] counts = new int[16];
    private int used;
    private int distinct;
    private long total;

    int distinct() {
        return distinct;
    }

    long total() {
        return total;
    }

    void count(String text, int step) {
        total += step;
        if (used * 2 >= keys.length) {
            rebuild();
        }
        int slot = slotOf(keys, counts, hash(text));
        if (keys[slot] == 0) {
            keys[slot] = hash(text);
            used++;
        }
        int before = counts[slot];
        counts[slot] = before + step;
        distinct += (before == 0 ? 1 : 0) - (counts[slot] == 0 ? 1 : 0);
    }

    // Slots whose count fell to zero keep their key until the next rebuild, so that probing is not cut short.
    private void rebuild() {
        int capacity = Integer.highestOneBit(Math.max(16, distinct * 4));
        long[] newKeys = new long[capacity];
        int[] newCounts = new int[capacity];
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] != 0) {
                int slot = slotOf(newKeys, newCounts, keys[i]);
                newKeys[slot] = keys[i];
                newCounts[slot] = counts[i];
            }
        }
        keys = newKeys;
        counts = newCounts;
        used = distinct;
    }

    private static int slotOf(long[] keys, int[] counts, long key) {
        int mask = counts.length - 1;
        int slot = (int) (key ^ key >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    // FNV-1a over UTF-16 units with MurmurHash3's finaliser; never zero, which marks a free slot.
    static long hash(String text) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001b3L;
        }
        h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        h ^= h >>> 33;
        return h == 0 ? 1 : h;
    }
}
