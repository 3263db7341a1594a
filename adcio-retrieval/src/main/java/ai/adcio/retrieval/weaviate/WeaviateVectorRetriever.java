package ai.adcio.retrieval.weaviate;

import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.RetrievalResult.Hit;
import ai.adcio.retrieval.ScoringRetriever;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.internal.QueryEmbeddings;
import ai.adcio.retrieval.internal.VectorRequests;
import ai.adcio.retrieval.internal.WideningSearch;
import io.weaviate.client6.v1.api.WeaviateClient;
import io.weaviate.client6.v1.api.collections.CollectionHandle;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import io.weaviate.client6.v1.api.collections.query.Filter;
import io.weaviate.client6.v1.api.collections.query.Metadata.MetadataField;
import io.weaviate.client6.v1.api.collections.query.NearVector;
import io.weaviate.client6.v1.api.collections.query.QueryMetadata;
import io.weaviate.client6.v1.api.collections.query.QueryResponse;
import io.weaviate.client6.v1.api.collections.query.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The vector arm on Weaviate: nearest to the shopper's words by a model of ours. Every kind of constraint is pushed down;
 * what terms and doubles cannot tell for certain (phrases of several words, Korean words inside of joined ones, decimals
 * beside a bound, options of which one is left) is held against the records of the request's catalogue, and Weaviate is
 * asked for more until the limit is full. It answers from the generation that is published, which may be a change behind
 * or ahead of the request's version; products that the version does not have, or that no longer meet a constraint, are
 * left out. Connects at the first search. Thread safe.
 */
public final class WeaviateVectorRetriever implements ScoringRetriever, AutoCloseable {
    private static final String AFTERWARDS =
            "phrases of several words, Korean words inside of joined ones, decimals beside a bound, options left";
    // What Weaviate allows by default, QUERY_MAXIMUM_RESULTS.
    private static final int MOST_CANDIDATES = 10_000;
    private static final int LONGEST_QUERY = 1_000;

    private final WeaviateSettings settings;
    private final VectorRequests requests;
    private final ArmTraits traits;
    private final WeaviateConnection connection;
    private final WeaviateCalls calls;
    private final Placement placement;

    private WeaviateVectorRetriever(WeaviateSettings settings, EmbeddingSettings model) {
        this.settings = settings;
        this.traits = new ArmTraits(ArmTraits.VECTOR, model.languages(), false, true, AFTERWARDS);
        this.requests = new VectorRequests(traits, new QueryEmbeddings(() -> model));
        this.connection = new WeaviateConnection(settings);
        this.calls = new WeaviateCalls(settings);
        this.placement = Placement.of(settings);
    }

    /**
     * An arm over a shop that a {@link WeaviateSink} fills.
     *
     * @param model the one that fills it
     */
    public static WeaviateVectorRetriever of(WeaviateSettings settings, EmbeddingSettings model) {
        return new WeaviateVectorRetriever(settings, model);
    }

    @Override
    public ArmTraits traits() {
        return traits;
    }

    @Override
    public RetrievalResult retrieve(RetrievalRequest request) {
        return requests.retrieve(request, query -> search(request, query));
    }

    private RetrievalResult search(RetrievalRequest request, float[] query) {
        WeaviateFilters.Pushed pushed = WeaviateFilters.of(request);
        boolean whole = request.limit() >= request.catalog().records().size();
        Filter filter = pushed.filter() == null && whole ? WeaviateFilters.everything() : pushed.filter();
        int first = Math.max(1, Math.min(request.limit(), MOST_CANDIDATES));
        return asking(
                request,
                served -> new WideningSearch(request)
                        .run(first, MOST_CANDIDATES, limit -> best(served, request.query(), query, filter, limit)));
    }

    @Override
    public Map<String, Double> score(RetrievalRequest request, Collection<String> ids) {
        // The scores of Weaviate's own fusion depend on what else is in the list.
        return settings.hybridAlpha() != null
                ? Map.of()
                : requests.score(request, ids, query -> scores(request, query, ids));
    }

    private Map<String, Double> scores(RetrievalRequest request, float[] query, Collection<String> ids) {
        Filter these = WeaviateFilters.ids(List.copyOf(ids));
        List<Hit> hits = asking(request, served -> near(served, query, these, ids.size()));
        Map<String, Double> scores = HashMap.newHashMap(hits.size());
        hits.forEach(hit -> scores.put(hit.id(), hit.score()));
        return scores;
    }

    /** Asks the served generation; once more when the one that was remembered is gone. */
    private <T> T asking(RetrievalRequest request, Question<T> question) {
        try {
            return ask(request, question);
        } catch (WeaviateFailure e) {
            if (e.wantsNewConnection()) {
                connection.renew();
            }
            if (e.kind() != WeaviateFailure.Kind.MISSING) {
                throw e;
            }
            placement.forget();
            return ask(request, question);
        }
    }

    private <T> T ask(RetrievalRequest request, Question<T> question) {
        WeaviateClient client = connection.client(left(request));
        return calls.overGrpc(left(request), request.cancellation(), () -> question.ask(placement.served(client)));
    }

    private Duration left(RetrievalRequest request) {
        Duration remaining = request.deadline().remaining();
        return remaining.compareTo(settings.searchTimeout()) < 0 ? remaining : settings.searchTimeout();
    }

    private interface Question<T> {
        T ask(CollectionHandle<Map<String, Object>> served);
    }

    private List<Hit> best(
            CollectionHandle<Map<String, Object>> served,
            String words,
            float[] query,
            @Nullable Filter filter,
            int limit) {
        Double alpha = settings.hybridAlpha();
        if (alpha == null) {
            return near(served, query, filter, limit);
        }
        String cut = words.length() <= LONGEST_QUERY ? words : words.substring(0, LONGEST_QUERY);
        return hits(served.query.hybrid(Target.text(settings.vectorName(), cut), h -> {
            h.alpha(alpha.floatValue())
                    .nearVector(NearVector.of(query))
                    .queryProperties(
                            WeaviateSchema.TITLE + "^3",
                            WeaviateSchema.BRAND + "^2",
                            WeaviateSchema.CATEGORIES,
                            WeaviateSchema.DESCRIPTION)
                    .limit(limit)
                    .returnProperties(WeaviateSchema.ID)
                    .returnMetadata(MetadataField.SCORE);
            return filter == null ? h : h.filters(filter);
        }));
    }

    private List<Hit> near(
            CollectionHandle<Map<String, Object>> served, float[] query, @Nullable Filter filter, int limit) {
        return hits(served.query.nearVector(Target.vector(settings.vectorName(), query), n -> {
            n.limit(limit).returnProperties(WeaviateSchema.ID).returnMetadata(MetadataField.DISTANCE);
            return filter == null ? n : n.filters(filter);
        }));
    }

    private static List<Hit> hits(QueryResponse<Map<String, Object>> response) {
        List<Hit> hits = new ArrayList<>(response.objects().size());
        for (WeaviateObject<Map<String, Object>> object : response.objects()) {
            if (object.properties().get(WeaviateSchema.ID) instanceof String id) {
                hits.add(new Hit(id, score(object.queryMetadata())));
            }
        }
        // Those at one distance come in whatever order the shards were read.
        hits.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id));
        return hits;
    }

    /** 0 to 1, as the embedded arm's: a distance is 0 to 2. */
    private static double score(@Nullable QueryMetadata metadata) {
        if (metadata == null) {
            return 0;
        }
        return metadata.distance() != null
                ? 1 - metadata.distance() / 2
                : metadata.score() == null ? 0 : metadata.score();
    }

    @Override
    public void close() {
        connection.close();
        calls.close();
    }
}
