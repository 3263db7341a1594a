package ai.adcio.retrieval.lucene;

import ai.adcio.AdcioException;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.CatalogIndex;
import ai.adcio.catalog.CatalogSnapshot;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.RankingParameters;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.ScoringRetriever;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import ai.adcio.retrieval.embedding.EmbeddingProgress;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.internal.Answers;
import ai.adcio.retrieval.internal.QueryEmbeddings;
import ai.adcio.retrieval.internal.VectorRequests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/**
 * The vector arm on embedded Lucene: HNSW over embeddings (Malkov and Yashunin, TPAMI 2020), every constraint pushed
 * down. Products are embedded in the background; until the first version is whole the arm answers that it is not ready,
 * so that nobody waits for it unasked. Thread safe.
 */
public final class LuceneVectorRetriever implements ScoringRetriever, CatalogIndex, AutoCloseable {
    static final String VECTOR = "_vector";

    private final VectorRequests requests;
    private final ArmTraits traits;
    private final LuceneStore store;
    private final @Nullable BackgroundEmbedding embedding;

    private LuceneVectorRetriever(
            Supplier<EmbeddingSettings> settings,
            ArmTraits traits,
            LuceneStore store,
            @Nullable BackgroundEmbedding embedding) {
        this.requests = new VectorRequests(traits, new QueryEmbeddings(settings));
        this.traits = traits;
        this.store = store;
        this.embedding = embedding;
    }

    /**
     * An arm whose index lives in memory; attach it to a catalogue to fill it.
     *
     * @param settings the model
     * @param cache where embeddings are kept; it stays the caller's to close, after this arm
     * @param progress told how far the embedding is
     */
    public static LuceneVectorRetriever inMemory(
            EmbeddingSettings settings, EmbeddingCache cache, EmbeddingProgress progress) {
        return filling(LuceneStore.inMemory(new KeywordAnalyzer()), settings, cache, progress);
    }

    /** An arm that writes a new index into a folder; attach it, {@link #awaitReady}, then {@link #finish()}. */
    public static LuceneVectorRetriever writingTo(
            Path folder, EmbeddingSettings settings, EmbeddingCache cache, EmbeddingProgress progress) {
        return filling(LuceneStore.writingTo(folder, new KeywordAnalyzer()), settings, cache, progress);
    }

    /**
     * An arm over an index that was written before; any number of processes may open it at once.
     *
     * @param settings gives the same model that wrote it; asked at the first query, as loading a model takes time
     * @param languages the languages that the model understands; empty for any
     * @throws AdcioException when the folder holds no index
     */
    public static LuceneVectorRetriever reading(
            Path folder, Supplier<EmbeddingSettings> settings, java.util.Set<ai.adcio.Language> languages) {
        return new LuceneVectorRetriever(
                settings, new ArmTraits(ArmTraits.VECTOR, languages, false, false), LuceneStore.reading(folder), null);
    }

    /**
     * An arm over an index that was written before, with a model that was made already.
     *
     * @param settings the same model that wrote it
     * @throws AdcioException when the folder holds no index
     */
    public static LuceneVectorRetriever reading(Path folder, EmbeddingSettings settings) {
        ArmTraits traits = new ArmTraits(ArmTraits.VECTOR, settings.languages(), false, settings.remote());
        return new LuceneVectorRetriever(() -> settings, traits, LuceneStore.reading(folder), null);
    }

    private static LuceneVectorRetriever filling(
            LuceneStore store, EmbeddingSettings settings, EmbeddingCache cache, EmbeddingProgress progress) {
        ArmTraits traits = new ArmTraits(ArmTraits.VECTOR, settings.languages(), false, settings.remote());
        BackgroundEmbedding embedding = new BackgroundEmbedding(store, settings, cache, progress);
        return new LuceneVectorRetriever(() -> settings, traits, store, embedding);
    }

    @Override
    public ArmTraits traits() {
        return traits;
    }

    @Override
    public RetrievalResult retrieve(RetrievalRequest request) {
        RetrievalResult.Abstained abstention = requests.abstention(request);
        if (abstention != null) {
            return abstention;
        }
        if (embedding != null && !embedding.ready()) {
            return new RetrievalResult.Failed(embedding.state());
        }
        try {
            return LuceneSearch.run(store, request, searcher -> search(searcher, request));
        } catch (AdcioException e) {
            return new RetrievalResult.Failed(String.valueOf(e.getMessage()));
        }
    }

    private RetrievalResult search(IndexSearcher searcher, RetrievalRequest request) throws IOException {
        float[] query = requests.embed(request);
        if (query == null) {
            return VectorRequests.meaningless();
        }
        int limit =
                Math.max(1, Math.min(request.limit(), searcher.getIndexReader().maxDoc()));
        int candidates = Math.max(limit, (int) request.parameters().value(RankingParameters.VECTOR_CANDIDATES));
        Query filter = FilterQueries.of(request);
        if (filter == null && candidates >= searcher.getIndexReader().numDocs()) {
            // With a filter that leaves no more than is asked for, Lucene compares them all; a graph may miss some.
            filter = MatchAllDocsQuery.INSTANCE;
        }
        TopDocs top = searcher.search(new KnnFloatVectorQuery(VECTOR, query, candidates, filter), limit);
        RetrievalResult found = LuceneSearch.found(searcher, top.scoreDocs, -1);
        // An index that is never changed is not behind its records, and they may be on disk.
        return embedding == null ? found : Answers.kept(found, request);
    }

    @Override
    public Map<String, Double> score(RetrievalRequest request, Collection<String> ids) {
        if (ids.isEmpty() || requests.abstention(request) != null || !ready()) {
            return Map.of();
        }
        return Answers.scores(LuceneSearch.run(store, request, searcher -> {
            float[] query = requests.embed(request);
            if (query == null) {
                return VectorRequests.meaningless();
            }
            return VectorScores.of(searcher, query, ids);
        }));
    }

    @Override
    public void apply(CatalogSnapshot next, CatalogChanges changes) {
        if (embedding == null) {
            throw new AdcioException("the vector index was opened for reading only; build it again to change it");
        }
        embedding.apply(next, changes);
    }

    @Override
    public void release(long version) {
        try {
            if (embedding == null) {
                store.release(version);
            } else {
                embedding.release(version);
            }
        } catch (IOException e) {
            throw new AdcioException("the vector index could not release version " + version, e);
        }
    }

    /**
     * Waits until every product is embedded.
     *
     * @return whether that is so; false when the time ran out first
     * @throws AdcioException when the model failed for good
     */
    public boolean awaitReady(Duration wait) {
        return embedding == null || embedding.await(wait);
    }

    /** Whether every product is embedded. */
    public boolean ready() {
        return embedding == null || embedding.ready();
    }

    /** Puts an index that was written to a folder on disk as a whole. */
    public void finish() {
        try {
            store.finish();
        } catch (IOException e) {
            throw new AdcioException("the vector index could not be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (embedding != null) {
            embedding.close();
        }
        try {
            store.close();
        } catch (IOException e) {
            throw new AdcioException("the vector index could not be closed: " + e.getMessage(), e);
        }
    }

    static Document document(Product product, float[] vector) {
        Document document = new Document();
        FilterFields.add(document, product);
        document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }
}
