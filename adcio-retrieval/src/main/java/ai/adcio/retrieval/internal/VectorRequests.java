package ai.adcio.retrieval.internal;

import ai.adcio.AdcioException;
import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.RetrievalResult;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a vector arm does around the search itself: abstains where there is nothing to be near to, embeds the words, and
 * turns what fails into an answer. Thread safe.
 */
public final class VectorRequests {
    private final ArmTraits traits;
    private final QueryEmbeddings queries;

    /** For an arm with these traits, whose languages are those of the model. */
    public VectorRequests(ArmTraits traits, QueryEmbeddings queries) {
        this.traits = traits;
        this.queries = queries;
    }

    /** Why the arm has nothing to say, or null when it has. */
    public RetrievalResult.@Nullable Abstained abstention(RetrievalRequest request) {
        if (!traits.languages().isEmpty() && !traits.languages().contains(request.language())) {
            return new RetrievalResult.Abstained("the embedding model does not know " + request.language());
        }
        return request.query().isBlank() ? new RetrievalResult.Abstained("there are no words to be near to") : null;
    }

    /** What the model makes of the words: null when nothing. */
    public float @Nullable [] embed(RetrievalRequest request) {
        return queries.embed(request);
    }

    /** That the model made nothing of the words. */
    public static RetrievalResult.Abstained meaningless() {
        return new RetrievalResult.Abstained("the model makes nothing of the query");
    }

    /**
     * Answers a request.
     *
     * @param search finds what is near to the embedded words; throws an {@link AdcioException} when it fails
     */
    public RetrievalResult retrieve(RetrievalRequest request, Function<float[], RetrievalResult> search) {
        RetrievalResult abstention = abstention(request);
        if (abstention != null) {
            return abstention;
        }
        if (isOver(request)) {
            return new RetrievalResult.Failed("the deadline had passed before the search began");
        }
        try {
            float[] query = queries.embed(request);
            return query == null ? meaningless() : search.apply(query);
        } catch (AdcioException e) {
            return new RetrievalResult.Failed(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The scores of given products; none when they cannot be had.
     *
     * @param scores finds how near they are to the embedded words; throws an {@link AdcioException} when it fails
     */
    public Map<String, Double> score(
            RetrievalRequest request, Collection<String> ids, Function<float[], Map<String, Double>> scores) {
        if (ids.isEmpty() || abstention(request) != null || isOver(request)) {
            return Map.of();
        }
        try {
            float[] query = queries.embed(request);
            return query == null ? Map.of() : scores.apply(query);
        } catch (AdcioException e) {
            return Map.of();
        }
    }

    private static boolean isOver(RetrievalRequest request) {
        return request.deadline().expired() || request.cancellation().isCancelled();
    }
}
