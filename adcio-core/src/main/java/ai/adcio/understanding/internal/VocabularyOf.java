package ai.adcio.understanding.internal;

import ai.adcio.catalog.CatalogSnapshot;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds the vocabularies of one lexicon; what they share is built by the first that needs it. Thread safe. */
final class VocabularyOf implements Function<CatalogSnapshot, Vocabulary> {
    private final Lexicon lexicon;
    private volatile @Nullable SpellingIndex grammarSpelling;

    VocabularyOf(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public Vocabulary apply(CatalogSnapshot snapshot) {
        SpellingIndex grammar = grammarSpelling;
        if (grammar == null) {
            // Two who come at once build the same; the later one is kept.
            grammar = VocabularyBuilder.grammarSpelling(lexicon);
            grammarSpelling = grammar;
        }
        return VocabularyBuilder.build(lexicon, grammar, snapshot);
    }
}
