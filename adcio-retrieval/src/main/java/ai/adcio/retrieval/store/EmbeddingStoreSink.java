package ai.adcio.retrieval.store;

import ai.adcio.AdcioException;
import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.Cancellation;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import ai.adcio.retrieval.internal.PassageEmbeddings;
import ai.adcio.retrieval.internal.TimedCalls;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.Filter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Fills a langchain4j embedding store: embeds the products of a shop, each text once, and keeps the generations apart by
 * metadata. The store must be able to remove entries by id and by metadata, and to search by metadata. While a product is
 * replaced there is a moment in which a search does not find it; whole generations change places without one.
 */
public final class EmbeddingStoreSink implements CatalogSink {
    private static final int AT_ONCE = 128;
    private static final int MOST_COUNTED = 1_000_000;

    private final EmbeddingStoreSettings settings;
    private final PassageEmbeddings embeddings;
    private final StoreEntries entries;
    private final StoreFilters filters;
    private final PublishedGeneration published;
    private final TimedCalls calls;
    // A store has no place of its own for a generation, so that one without products is known here only.
    private final Set<String> begun = new HashSet<>();

    private EmbeddingStoreSink(EmbeddingStoreSettings settings, EmbeddingCache cache) {
        this.settings = settings;
        this.embeddings = new PassageEmbeddings(settings.model(), cache);
        this.entries = new StoreEntries(settings);
        this.filters = new StoreFilters(entries);
        this.published = new PublishedGeneration(settings, entries);
        this.calls = new TimedCalls("the embedding store", 1);
    }

    /**
     * A sink.
     *
     * @param cache where embeddings are kept, so that a second load does not embed again; it stays the caller's to close,
     *     after this sink
     */
    public static EmbeddingStoreSink of(EmbeddingStoreSettings settings, EmbeddingCache cache) {
        return new EmbeddingStoreSink(settings, cache);
    }

    @Override
    public String name() {
        return ArmTraits.VECTOR;
    }

    /** Asks the store nothing: an entry says itself what generation it belongs to. */
    @Override
    public void begin(String generation, CatalogCapabilities capabilities) {
        begun.add(generation);
    }

    @Override
    public void write(String generation, CatalogChanges changes) {
        if (!begun.contains(generation) && count(generation, 1) == 0) {
            throw new AdcioException("generation " + generation + " holds nothing; begin it first");
        }
        for (int from = 0; from < changes.upserts().size(); from += AT_ONCE) {
            put(
                    generation,
                    changes.upserts()
                            .subList(
                                    from,
                                    Math.min(from + AT_ONCE, changes.upserts().size())));
        }
        for (int from = 0; from < changes.deletions().size(); from += AT_ONCE) {
            remove(
                    generation,
                    changes.deletions()
                            .subList(
                                    from,
                                    Math.min(from + AT_ONCE, changes.deletions().size())));
        }
    }

    private void put(String generation, List<Product> products) {
        List<float @Nullable []> vectors = embeddings.embed(products);
        List<String> ids = new ArrayList<>();
        List<Embedding> found = new ArrayList<>();
        List<TextSegment> segments = new ArrayList<>();
        for (int i = 0; i < products.size(); i++) {
            float[] vector = vectors.get(i);
            if (vector != null) {
                ids.add(entries.id(generation, products.get(i).id()));
                found.add(Embedding.from(vector));
                segments.add(entries.segment(generation, products.get(i)));
            }
        }
        // Some stores put a second entry beside one of the same id.
        remove(generation, products.stream().map(Product::id).toList());
        if (!ids.isEmpty()) {
            calling("write", () -> {
                settings.store().addAll(ids, found, segments);
                return ids;
            });
        }
    }

    private void remove(String generation, List<String> productIds) {
        Set<String> ids = new LinkedHashSet<>();
        productIds.forEach(id -> ids.add(entries.id(generation, id)));
        calling("remove entries by id", () -> {
            settings.store().removeAll(ids);
            return ids;
        });
    }

    /** Does nothing more than the store does by itself. */
    @Override
    public void refresh(String generation) {}

    @Override
    public void publish(String generation) {
        calling("publish", () -> {
            published.write(generation);
            return generation;
        });
        Filter others = entries.otherGenerations(generation);
        calling("remove entries by metadata", () -> {
            settings.store().removeAll(others);
            return generation;
        });
        begun.retainAll(Set.of(generation));
    }

    @Override
    public @Nullable String published() {
        return calling("search by metadata", published::read);
    }

    /** How many products a generation holds; counted by a search without a limit, which a store may refuse. */
    @Override
    public long size(String generation) {
        return count(generation, MOST_COUNTED);
    }

    private int count(String generation, int most) {
        Integer size = calling(
                "count",
                () -> settings.store()
                        .search(EmbeddingSearchRequest.builder()
                                .queryEmbedding(published.direction())
                                .filter(filters.generation(generation))
                                .maxResults(most)
                                .build())
                        .matches()
                        .size());
        return size == null ? 0 : size;
    }

    private <T extends @Nullable Object> T calling(String what, Callable<T> call) {
        try {
            return calls.run(settings.timeout(), new Cancellation(), call);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new AdcioException(
                    "the embedding store could not " + what + ": "
                            + cause.getClass().getSimpleName(),
                    cause);
        }
    }

    /** Does nothing: the store is the caller's to close. */
    @Override
    public void close() {}
}
