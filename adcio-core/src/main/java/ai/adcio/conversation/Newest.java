package ai.adcio.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** What is kept of a list that grows at its end: the oldest entries go when there are too many or they are too long. */
final class Newest {
    /** How many characters a list of a shopper's words may hold; its newest entry stays however long it is. */
    static final int CHARACTERS = 1_000;

    private Newest() {}

    /** The newest entries, at most {@code most}. */
    static <T> List<T> of(List<T> all, int most) {
        return List.copyOf(all.size() <= most ? all : all.subList(all.size() - most, all.size()));
    }

    /** The newest entries, at most {@code most} and of at most {@link #CHARACTERS} characters together. */
    static <T> List<T> of(List<T> all, int most, ToIntFunction<T> length) {
        return of(all, most, length, entry -> false);
    }

    /** The same, but entries that are precious only go when no other is left to go. */
    static <T> List<T> of(List<T> all, int most, ToIntFunction<T> length, Predicate<T> precious) {
        long characters = all.stream().mapToLong(length::applyAsInt).sum();
        if (all.size() <= most && characters <= CHARACTERS) {
            return List.copyOf(all);
        }
        List<T> kept = new ArrayList<>(all);
        while (kept.size() > most || (kept.size() > 1 && characters > CHARACTERS)) {
            int oldest = 0;
            while (oldest < kept.size() - 1 && precious.test(kept.get(oldest))) {
                oldest++;
            }
            // The newest is never given up for one that is precious.
            T gone = kept.remove(oldest == kept.size() - 1 ? 0 : oldest);
            characters -= length.applyAsInt(gone);
        }
        return List.copyOf(kept);
    }

    /** The head of a text, not longer than {@code most} characters and not ending in half a character. */
    static String head(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
