package ai.adcio.retrieval.lucene;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Catalog;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import ai.adcio.retrieval.embedding.EmbeddingProgress;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keyword and vector search over a catalogue, in this process and in step with every change of it. The keyword arm
 * answers at once, the vector arm as soon as the products are embedded. Thread safe.
 */
public final class EmbeddedRetrieval implements AutoCloseable {
    private final LuceneKeywordRetriever keyword;
    private final @Nullable LuceneVectorRetriever vector;

    private EmbeddedRetrieval(LuceneKeywordRetriever keyword, @Nullable LuceneVectorRetriever vector) {
        this.keyword = keyword;
        this.vector = vector;
    }

    /** Starts retrieval over a catalogue, which stays the caller's to close. */
    public static Builder builder(Catalog catalog) {
        return new Builder(catalog);
    }

    /** The keyword arm. */
    public LuceneKeywordRetriever keyword() {
        return keyword;
    }

    /**
     * The vector arm.
     *
     * @throws AdcioException when no model was given
     */
    public LuceneVectorRetriever vector() {
        if (vector == null) {
            throw new AdcioException("there is no vector arm; give the builder embeddings(...)");
        }
        return vector;
    }

    /** All arms there are, keyword first. */
    public Retriever[] arms() {
        return vector == null ? new Retriever[] {keyword} : new Retriever[] {keyword, vector};
    }

    /** Waits until every product is embedded; true at once without a vector arm, false when the time ran out. */
    public boolean awaitReady(Duration wait) {
        return vector == null || vector.awaitReady(wait);
    }

    @Override
    public void close() {
        if (vector != null) {
            vector.close();
        }
        keyword.close();
    }

    /** Collects what the arms work with. Not thread safe. */
    public static final class Builder {
        private final Catalog catalog;
        private @Nullable Path folder;
        private @Nullable EmbeddingSettings settings;
        private EmbeddingCache cache = EmbeddingCache.inMemory();
        private EmbeddingProgress progress = EmbeddingProgress.NONE;

        private Builder(Catalog catalog) {
            this.catalog = catalog;
        }

        /** Writes the indexes to a folder, {@code keyword} and {@code vector} below it; in memory by default. */
        public Builder folder(Path path) {
            this.folder = path;
            return this;
        }

        /** Adds a vector arm with this model. */
        public Builder embeddings(EmbeddingSettings model) {
            this.settings = model;
            return this;
        }

        /** Keeps embeddings here, so that nothing is embedded twice; it stays the caller's to close. */
        public Builder cache(EmbeddingCache embeddings) {
            this.cache = embeddings;
            return this;
        }

        /** Told how far the embedding is. */
        public Builder progress(EmbeddingProgress observer) {
            this.progress = observer;
            return this;
        }

        /**
         * Indexes the catalogue and keeps in step with it.
         *
         * @throws AdcioException when an index cannot be written
         */
        public EmbeddedRetrieval build() {
            LuceneKeywordRetriever keyword = folder == null
                    ? LuceneKeywordRetriever.inMemory()
                    : LuceneKeywordRetriever.writingTo(folder.resolve("keyword"));
            LuceneVectorRetriever vector = null;
            if (settings != null) {
                vector = folder == null
                        ? LuceneVectorRetriever.inMemory(settings, cache, progress)
                        : LuceneVectorRetriever.writingTo(folder.resolve("vector"), settings, cache, progress);
            }
            EmbeddedRetrieval retrieval = new EmbeddedRetrieval(keyword, vector);
            try {
                catalog.attach(keyword);
                if (vector != null) {
                    catalog.attach(vector);
                }
            } catch (RuntimeException e) {
                retrieval.close();
                throw e;
            }
            return retrieval;
        }
    }
}
