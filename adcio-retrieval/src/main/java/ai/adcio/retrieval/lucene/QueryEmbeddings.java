package ai.adcio.retrieval.lucene;

import ai.adcio.retrieval.embedding.EmbeddingSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Embeds what shoppers say, and remembers the last few: a turn asks for its words twice, and a chip that is offered is
 * sent back word for word. Thread safe.
 */
final class QueryEmbeddings {
    private static final int REMEMBERED = 256;

    private final Supplier<EmbeddingSettings> settings;
    private final Map<String, float[]> recent = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > REMEMBERED;
        }
    });

    QueryEmbeddings(Supplier<EmbeddingSettings> settings) {
        this.settings = settings;
    }

    /** The unit vector of the words, or null when the model makes nothing of them; do not change it. */
    float @Nullable [] embed(String words) {
        float[] known = recent.get(words);
        if (known != null) {
            return known;
        }
        // Two threads may embed the same words at once; waiting for each other would cost more.
        EmbeddingSettings model = settings.get();
        float[] vector = Vectors.normalised(
                model.model().embed(model.query(words)).content().vector());
        if (vector != null) {
            recent.put(words, vector);
        }
        return vector;
    }
}
