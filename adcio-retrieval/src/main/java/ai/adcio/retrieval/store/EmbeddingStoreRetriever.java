package ai.adcio.retrieval.store;

import ai.adcio.AdcioException;
import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.RetrievalResult.Hit;
import ai.adcio.retrieval.ScoringRetriever;
import ai.adcio.retrieval.internal.QueryEmbeddings;
import ai.adcio.retrieval.internal.TimedCalls;
import ai.adcio.retrieval.internal.VectorRequests;
import ai.adcio.retrieval.internal.WideningSearch;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.filter.comparison.IsIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vector arm on any langchain4j embedding store that an {@link EmbeddingStoreSink} fills. The store filters by price,
 * rating, availability, whole brands and categories and the attributes that the settings name; every other constraint is
 * held against the records of the request's catalogue, and the store is asked for more until the limit is full or
 * {@link EmbeddingStoreSettings.Builder#mostCandidates} is reached. A store that refuses a filter is asked for the
 * generation alone. Thread safe; has nothing to close.
 */
public final class EmbeddingStoreRetriever implements ScoringRetriever {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingStoreRetriever.class);
    private static final String AFTERWARDS =
            "all but prices, ratings, availability, whole brands and categories and named attributes";
    private static final int MOST_CALLS = 64;
    private static final long REMEMBERED_NANOS = 2_000_000_000L;

    private final EmbeddingStoreSettings settings;
    private final VectorRequests requests;
    private final ArmTraits traits;
    private final StoreEntries entries;
    private final StoreFilters filters;
    private final PublishedGeneration published;
    private final TimedCalls calls;
    private volatile boolean refusesFilters;
    private volatile @Nullable Served remembered;

    private record Served(@Nullable String generation, long at) {}

    private EmbeddingStoreRetriever(EmbeddingStoreSettings settings) {
        this.settings = settings;
        this.traits =
                new ArmTraits(ArmTraits.VECTOR, settings.model().languages(), false, settings.remote(), AFTERWARDS);
        this.requests = new VectorRequests(traits, new QueryEmbeddings(settings::model));
        this.entries = new StoreEntries(settings);
        this.filters = new StoreFilters(entries);
        this.published = new PublishedGeneration(settings, entries);
        this.calls = new TimedCalls("the embedding store", MOST_CALLS);
    }

    /** An arm over a shop that an {@link EmbeddingStoreSink} with the same settings fills. */
    public static EmbeddingStoreRetriever of(EmbeddingStoreSettings settings) {
        return new EmbeddingStoreRetriever(settings);
    }

    @Override
    public ArmTraits traits() {
        return traits;
    }

    @Override
    public RetrievalResult retrieve(RetrievalRequest request) {
        return requests.retrieve(request, query -> timed(request, () -> search(request, query)));
    }

    private RetrievalResult search(RetrievalRequest request, float[] query) {
        String generation = served();
        if (generation == null) {
            return new RetrievalResult.Failed("the embedding store does not hold this shop; fill it first");
        }
        Filter filter = filters.of(request, generation);
        RetrievalResult result = new WideningSearch(request)
                .run(request.limit(), settings.mostCandidates(), limit -> nearest(generation, filter, query, limit));
        if (result instanceof RetrievalResult.Empty) {
            // Perhaps the generation that was remembered is gone.
            remembered = null;
        }
        return result;
    }

    @Override
    public Map<String, Double> score(RetrievalRequest request, Collection<String> ids) {
        return refusesFilters
                ? Map.of()
                : requests.score(request, ids, query -> timed(request, () -> scores(query, ids)));
    }

    private Map<String, Double> scores(float[] query, Collection<String> ids) {
        String generation = served();
        if (generation == null) {
            return Map.of();
        }
        Filter these = Filter.and(filters.generation(generation), new IsIn(StoreEntries.PRODUCT, ids));
        Map<String, Double> scores = HashMap.newHashMap(ids.size());
        nearest(generation, these, query, ids.size()).stream()
                .filter(hit -> ids.contains(hit.id()))
                .forEach(hit -> scores.put(hit.id(), hit.score()));
        return scores;
    }

    private interface Call<T> {
        T run();
    }

    private <T> T timed(RetrievalRequest request, Call<T> call) {
        Duration remaining = request.deadline().remaining();
        Duration timeout = remaining.compareTo(settings.timeout()) < 0 ? remaining : settings.timeout();
        try {
            return calls.run(timeout, request.cancellation(), call::run);
        } catch (ExecutionException e) {
            LOG.debug("an embedding store failed", e);
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new AdcioException(
                    "the embedding store failed: " + cause.getClass().getSimpleName(), e);
        }
    }

    private @Nullable String served() {
        Served known = remembered;
        if (known == null || known.generation() == null || System.nanoTime() - known.at() > REMEMBERED_NANOS) {
            known = new Served(published.read(), System.nanoTime());
            remembered = known;
        }
        return known.generation();
    }

    private List<Hit> nearest(String generation, Filter filter, float[] query, int limit) {
        if (!refusesFilters) {
            try {
                return hits(generation, filter, query, limit);
            } catch (UnsupportedOperationException | UnsupportedFeatureException e) {
                LOG.warn("the embedding store refuses a filter; constraints are held against the records", e);
                refusesFilters = true;
            }
        }
        return hits(generation, filters.generation(generation), query, limit);
    }

    private List<Hit> hits(String generation, Filter filter, float[] query, int limit) {
        List<EmbeddingMatch<TextSegment>> matches = settings.store()
                .search(EmbeddingSearchRequest.builder()
                        .queryEmbedding(Embedding.from(query))
                        .filter(filter)
                        .maxResults(limit)
                        .build())
                .matches();
        List<Hit> hits = new ArrayList<>(matches.size());
        for (EmbeddingMatch<TextSegment> match : matches) {
            TextSegment segment = match.embedded();
            String id = segment == null ? null : segment.metadata().getString(StoreEntries.PRODUCT);
            if (id != null
                    && entries.within(generation).equals(segment.metadata().getString(StoreEntries.WITHIN))) {
                hits.add(new Hit(id, match.score()));
            }
        }
        hits.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id));
        return hits;
    }
}
