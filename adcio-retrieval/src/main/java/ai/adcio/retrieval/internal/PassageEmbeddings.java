package ai.adcio.retrieval.internal;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Product;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Embeds products, those whose text was embedded before from a cache. As thread safe as the model is. */
public final class PassageEmbeddings {
    private final EmbeddingSettings settings;
    private final EmbeddingCache cache;

    /** Embeds with a model and keeps what it embeds in a cache, which stays the caller's to close. */
    public PassageEmbeddings(EmbeddingSettings settings, EmbeddingCache cache) {
        this.settings = settings;
        this.cache = cache;
    }

    /** The unit vector of a product that was embedded before, or null; do not change it. */
    public float @Nullable [] cached(Product product) {
        return cache.get(settings.passage(product));
    }

    /**
     * The unit vectors of products, in their order; null for one that the model makes nothing of. Do not change them.
     *
     * @throws RuntimeException when the model fails
     */
    public List<float @Nullable []> embed(List<Product> products) {
        List<TextSegment> texts = new ArrayList<>(products.size());
        List<float @Nullable []> vectors = new ArrayList<>(products.size());
        List<TextSegment> unknown = new ArrayList<>();
        for (Product product : products) {
            TextSegment text = TextSegment.from(settings.passage(product));
            float[] known = cache.get(text.text());
            texts.add(text);
            vectors.add(known);
            if (known == null) {
                unknown.add(text);
            }
        }
        Iterator<Embedding> embedded = modelled(unknown).iterator();
        for (int i = 0; i < products.size(); i++) {
            if (vectors.get(i) == null) {
                float[] vector = Vectors.normalised(embedded.next().vector());
                vectors.set(i, vector);
                if (vector != null) {
                    cache.put(texts.get(i).text(), vector);
                }
            }
        }
        return vectors;
    }

    private List<Embedding> modelled(List<TextSegment> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        List<Embedding> embeddings = settings.model().embedAll(texts).content();
        if (embeddings.size() != texts.size()) {
            throw new AdcioException(
                    "the model gave " + embeddings.size() + " embeddings for " + texts.size() + " texts");
        }
        return embeddings;
    }
}
