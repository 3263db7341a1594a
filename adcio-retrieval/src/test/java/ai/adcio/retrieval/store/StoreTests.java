package ai.adcio.retrieval.store;

import ai.adcio.Language;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.embedding.WordHashModel;

/** What the tests of stores have in common. */
final class StoreTests {
    private StoreTests() {}

    static EmbeddingStoreSettings.Builder settings(ClosableStore store) {
        return EmbeddingStoreSettings.builder(
                        store,
                        EmbeddingSettings.builder(new WordHashModel(), "words")
                                .languages(Language.ENGLISH)
                                .build())
                .attributes("color", "size")
                .inProcess();
    }
}
