package ai.adcio.understanding.internal;

import ai.adcio.catalog.CatalogSnapshot;

/** Vocabularies of the library's own words. */
final class Vocabularies {
    private static final LanguageSpelling SPELLING = new LanguageSpelling(LexiconReader.builtIn());

    private Vocabularies() {}

    static Vocabulary of(CatalogSnapshot snapshot) {
        return VocabularyBuilder.build(LexiconReader.builtIn(), SPELLING, snapshot);
    }
}
