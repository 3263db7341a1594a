package ai.adcio.understanding.internal;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The spelling of a lexicon's own words, the same for every catalogue. Few turns need it and the first of a process
 * least of all, so that it is built beside them, on a thread of its own. Thread safe.
 */
final class LanguageSpelling {
    /** Korean words of the language are short, and one is a slip away from another. */
    private static final int LEAST_SYLLABLES = 3;

    private final CompletableFuture<SpellingIndex> index;

    /** Begins to build the spelling. */
    LanguageSpelling(Lexicon lexicon) {
        index = CompletableFuture.supplyAsync(
                () -> build(lexicon),
                task -> Thread.ofPlatform().daemon().name("adcio-spelling").start(task));
    }

    private static SpellingIndex build(Lexicon lexicon) {
        SpellingIndex.Builder words = new SpellingIndex.Builder();
        lexicon.tags().values().forEach(phrases -> phrases.forEach(words::add));
        // A "case" is no slip for a "cause", whether or not this shop sells any.
        lexicon.kinds().forEach(kind -> kind.words().forEach(words::addKnown));
        lexicon.values().forEach(value -> value.words().forEach(words::addKnown));
        return words.build();
    }

    /** What a mistyped word of the language was meant to be; null when that is not plain. */
    @Nullable
    String correct(String typed) {
        if (FoldedText.isHangul(typed.charAt(0)) && typed.length() < LEAST_SYLLABLES) {
            return null;
        }
        return index.join().correct(typed);
    }
}
