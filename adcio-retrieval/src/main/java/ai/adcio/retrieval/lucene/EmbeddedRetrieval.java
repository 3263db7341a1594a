package ai.adcio.retrieval.lucene;

import ai.adcio.AdcioException;
import ai.adcio.Language;
import ai.adcio.catalog.Catalog;
import ai.adcio.retrieval.Retriever;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import ai.adcio.retrieval.embedding.EmbeddingProgress;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keyword and vector search over a catalogue, in this process and in step with every change of it. The keyword arm
 * answers at once, the vector arm as soon as the products are embedded. Thread safe.
 */
public final class EmbeddedRetrieval implements AutoCloseable {
    private static final String KEYWORD = "keyword";
    private static final String VECTOR = "vector";
    private static final String EMBEDDINGS = "embeddings";

    private final LuceneKeywordRetriever keyword;
    private final @Nullable LuceneVectorRetriever vector;
    private final @Nullable EmbeddingCache ownedCache;

    private EmbeddedRetrieval(
            LuceneKeywordRetriever keyword,
            @Nullable LuceneVectorRetriever vector,
            @Nullable EmbeddingCache ownedCache) {
        this.keyword = keyword;
        this.vector = vector;
        this.ownedCache = ownedCache;
    }

    /** Starts retrieval over a catalogue, which stays the caller's to close. */
    public static Builder builder(Catalog catalog) {
        return new Builder(catalog);
    }

    /**
     * Opens indexes that a builder wrote to a folder, for reading only; any number of processes may do so at once.
     *
     * @param folder what {@link Builder#folder} was given
     * @param model gives the model that wrote the vectors; asked at the first query, as loading one takes time. Null for
     *     the keyword arm alone.
     * @param languages the languages that the model understands; empty for any
     * @throws AdcioException when the folder holds no such index
     */
    public static EmbeddedRetrieval reading(
            Path folder, @Nullable Supplier<EmbeddingSettings> model, Set<Language> languages) {
        LuceneKeywordRetriever keyword = LuceneKeywordRetriever.reading(folder.resolve(KEYWORD));
        try {
            LuceneVectorRetriever vector =
                    model == null ? null : LuceneVectorRetriever.reading(folder.resolve(VECTOR), model, languages);
            return new EmbeddedRetrieval(keyword, vector, null);
        } catch (RuntimeException e) {
            keyword.close();
            throw e;
        }
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

    /** Puts indexes that are written to a folder on disk as a whole; call it when {@link #awaitReady} is true. */
    public void finish() {
        keyword.finish();
        if (vector != null) {
            vector.finish();
        }
    }

    @Override
    public void close() {
        if (vector != null) {
            vector.close();
        }
        if (ownedCache != null) {
            ownedCache.close();
        }
        keyword.close();
    }

    /** Collects what the arms work with. Not thread safe. */
    public static final class Builder {
        private final Catalog catalog;
        private @Nullable Path folder;
        private @Nullable EmbeddingSettings settings;
        private @Nullable EmbeddingCache cache;
        private EmbeddingProgress progress = EmbeddingProgress.NONE;

        private Builder(Catalog catalog) {
            this.catalog = catalog;
        }

        /**
         * Writes the indexes to a folder, {@code keyword} and {@code vector} below it, and {@code embeddings} unless a
         * cache is given; in memory by default.
         */
        public Builder folder(Path path) {
            this.folder = path;
            return this;
        }

        /** Adds a vector arm with this model. */
        public Builder embeddings(EmbeddingSettings model) {
            this.settings = model;
            return this;
        }

        /**
         * Keeps embeddings here, so that nothing is embedded twice; it stays the caller's to close. By default they are
         * kept in the folder, or in memory without one.
         */
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
                    : LuceneKeywordRetriever.writingTo(folder.resolve(KEYWORD));
            EmbeddingCache owned = null;
            LuceneVectorRetriever vector = null;
            if (settings != null) {
                EmbeddingCache embeddings = cache;
                if (embeddings == null) {
                    embeddings = folder == null
                            ? EmbeddingCache.inMemory()
                            : EmbeddingCache.in(folder.resolve(EMBEDDINGS), settings.modelId());
                    owned = embeddings;
                }
                vector = folder == null
                        ? LuceneVectorRetriever.inMemory(settings, embeddings, progress)
                        : LuceneVectorRetriever.writingTo(folder.resolve(VECTOR), settings, embeddings, progress);
            }
            EmbeddedRetrieval retrieval = new EmbeddedRetrieval(keyword, vector, owned);
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
