package ai.adcio.understanding.internal;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;

/**
 * The numbers that stand under a text. There are as many texts as a catalogue has words and rests of words, so that none
 * is kept: eight bytes hold the hash of a text and one number. What is found under a text may therefore stand under
 * another one of its hash, and whoever asks looks whether it fits. Immutable and thread safe.
 */
final class Postings {
    /** The hash in the upper half, the number in the lower; in rising order. */
    private final long[] entries;

    private Postings(long[] entries) {
        this.entries = entries;
    }

    /** Hands over at least every number that stands under the text, in rising order. */
    void forEach(String text, IntConsumer consumer) {
        int hash = text.hashCode();
        int at = Arrays.binarySearch(entries, entry(hash, 0));
        for (int i = at < 0 ? -at - 1 : at; i < entries.length && (int) (entries[i] >> Integer.SIZE) == hash; i++) {
            consumer.accept((int) entries[i]);
        }
    }

    private static long entry(int hash, int number) {
        return (long) hash << Integer.SIZE | number;
    }

    /** Collects texts and numbers. Used once; not thread safe. */
    static final class Builder {
        private final LongStream.Builder entries = LongStream.builder();

        /** @param number zero or more */
        void add(String text, int number) {
            entries.add(entry(text.hashCode(), number));
        }

        Postings build() {
            return new Postings(entries.build().sorted().toArray());
        }
    }
}
