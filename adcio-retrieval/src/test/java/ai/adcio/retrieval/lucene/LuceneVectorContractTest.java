package ai.adcio.retrieval.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import ai.adcio.Language;
import ai.adcio.catalog.Catalog;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.RetrieverContract;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import ai.adcio.retrieval.embedding.EmbeddingProgress;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.embedding.WordHashModel;
import java.time.Duration;

class LuceneVectorContractTest extends RetrieverContract {
    @Override
    protected Retriever open(Catalog catalog) {
        EmbeddingSettings settings = EmbeddingSettings.builder(new WordHashModel(), "words")
                .languages(Language.ENGLISH)
                .build();
        LuceneVectorRetriever arm =
                LuceneVectorRetriever.inMemory(settings, EmbeddingCache.inMemory(), EmbeddingProgress.NONE);
        catalog.attach(arm);
        return arm;
    }

    @Override
    protected void close(Retriever retriever) {
        ((LuceneVectorRetriever) retriever).close();
    }

    @Override
    protected void awaitNewest(Retriever retriever) {
        assertThat(((LuceneVectorRetriever) retriever).awaitReady(Duration.ofSeconds(30)))
                .isTrue();
    }

    @Override
    protected String anything() {
        return "product";
    }
}
