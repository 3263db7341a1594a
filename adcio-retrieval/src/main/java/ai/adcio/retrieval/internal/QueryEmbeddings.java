package ai.adcio.retrieval.internal;

import ai.adcio.AdcioException;
import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.embedding.RemoteEmbeddingModel;
import dev.langchain4j.data.embedding.Embedding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Embeds what shoppers say, and remembers the last few: a turn asks for its words twice, and a chip that is offered is
 * sent back word for word. Thread safe.
 */
public final class QueryEmbeddings {
    private static final int REMEMBERED = 256;

    private final Supplier<EmbeddingSettings> settings;
    private final Map<String, float[]> recent = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** Embeds with the model that the supplier gives, which is asked at the first query. */
    public QueryEmbeddings(Supplier<EmbeddingSettings> settings) {
        this.settings = settings;
    }

    /**
     * The unit vector of a request's words, or null when the model makes nothing of them; do not change it. A model over
     * a network is waited for until the request's deadline.
     *
     * @throws AdcioException when the model fails or is late
     */
    public float @Nullable [] embed(RetrievalRequest request) {
        float[] known = recent.get(request.query());
        if (known != null) {
            return known;
        }
        // Two threads may embed the same words at once; waiting for each other would cost more.
        EmbeddingSettings model = settings.get();
        float[] vector = Vectors.normalised(embedded(model, request).vector());
        if (vector != null) {
            recent.put(request.query(), vector);
        }
        return vector;
    }

    private static Embedding embedded(EmbeddingSettings settings, RetrievalRequest request) {
        String text = settings.query(request.query());
        try {
            return settings.queryModel() instanceof RemoteEmbeddingModel remote
                    ? remote.embed(text, request.deadline(), request.cancellation())
                    : settings.queryModel().embed(text).content();
        } catch (AdcioException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new AdcioException(
                    "the embedding model failed: " + e.getClass().getSimpleName(), e);
        }
    }
}
