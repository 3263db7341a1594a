package ai.adcio.retrieval.weaviate;

import ai.adcio.AdcioException;
import ai.adcio.catalog.CatalogCapabilities;
import ai.adcio.catalog.CatalogChanges;
import ai.adcio.catalog.Product;
import ai.adcio.catalog.sync.CatalogSink;
import ai.adcio.catalog.sync.SinkException;
import ai.adcio.retrieval.ArmTraits;
import ai.adcio.retrieval.embedding.EmbeddingCache;
import ai.adcio.retrieval.embedding.EmbeddingSettings;
import ai.adcio.retrieval.internal.PassageEmbeddings;
import io.weaviate.client6.v1.api.WeaviateClient;
import io.weaviate.client6.v1.api.collections.data.DeleteManyResponse;
import io.weaviate.client6.v1.api.collections.query.Filter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Fills a shop in Weaviate: embeds its products by a model of ours, each text once, and writes them in batches. A product
 * keeps its UUID at every load, so that a batch may be written again. What fails for a moment is tried again, object by
 * object where only some failed. Connects at the first call.
 */
public final class WeaviateSink implements CatalogSink {
    private static final int WRITTEN_AT_ONCE = 200;
    private static final int DELETED_AT_ONCE = 1_000;

    private final WeaviateSettings settings;
    private final PassageEmbeddings embeddings;
    private final WeaviateConnection connection;
    private final WeaviateCalls calls;
    private final Placement placement;
    private final WeaviateObjects objects;
    private final WeaviateBatches batches;
    /** The generations that are known to be there. */
    private final Set<String> begun = new HashSet<>();

    private WeaviateSink(WeaviateSettings settings, EmbeddingSettings model, EmbeddingCache cache) {
        this.settings = settings;
        this.embeddings = new PassageEmbeddings(model, cache);
        this.connection = new WeaviateConnection(settings);
        this.calls = new WeaviateCalls(settings);
        this.placement = Placement.of(settings);
        this.objects = new WeaviateObjects(settings.vectorName());
        this.batches = new WeaviateBatches(settings, calls, connection);
    }

    /**
     * A sink.
     *
     * @param model embeds the products
     * @param cache where embeddings are kept, so that a second load does not embed again; it stays the caller's to close,
     *     after this sink
     */
    public static WeaviateSink of(WeaviateSettings settings, EmbeddingSettings model, EmbeddingCache cache) {
        return new WeaviateSink(settings, model, cache);
    }

    @Override
    public String name() {
        return ArmTraits.VECTOR;
    }

    /** Makes room for a generation. The schema is the same for every catalogue: new fields need no change of it. */
    @Override
    public void begin(String generation, CatalogCapabilities capabilities) {
        schema(client -> {
            placement.begin(client, generation);
            return generation;
        });
        begun.add(generation);
    }

    @Override
    public void write(String generation, CatalogChanges changes) {
        requireBegun(generation);
        List<SinkException.Refusal> refusals = new ArrayList<>();
        for (int from = 0; from < changes.upserts().size(); from += WRITTEN_AT_ONCE) {
            int to = Math.min(from + WRITTEN_AT_ONCE, changes.upserts().size());
            refusals.addAll(insert(generation, changes.upserts().subList(from, to)));
        }
        for (int from = 0; from < changes.deletions().size(); from += DELETED_AT_ONCE) {
            int to = Math.min(from + DELETED_AT_ONCE, changes.deletions().size());
            delete(generation, changes.deletions().subList(from, to));
        }
        if (!refusals.isEmpty()) {
            throw new SinkException(name(), refusals);
        }
    }

    /** Left to itself Weaviate would make a collection of its own for what it does not know, in a schema of its own. */
    private void requireBegun(String generation) {
        if (begun.contains(generation)) {
            return;
        }
        Boolean there = schema(client -> placement.exists(client, generation));
        if (there == null || !there) {
            throw new AdcioException("there is no generation " + generation + " of the shop " + settings.shop()
                    + " in Weaviate; begin it first");
        }
        begun.add(generation);
    }

    private List<SinkException.Refusal> insert(String generation, List<Product> products) {
        List<float @Nullable []> vectors = embedded(products);
        List<WeaviateBatches.Item> items = new ArrayList<>(products.size());
        for (int i = 0; i < products.size(); i++) {
            Product product = products.get(i);
            items.add(new WeaviateBatches.Item(product.id(), objects.of(product, vectors.get(i))));
        }
        return batches.insert(() -> placement.generation(client(), generation), items);
    }

    private List<float @Nullable []> embedded(List<Product> products) {
        try {
            return embeddings.embed(products);
        } catch (AdcioException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new AdcioException(
                    "the embedding model failed: " + e.getClass().getSimpleName(), e);
        }
    }

    private void delete(String generation, List<String> ids) {
        String[] uuids = ids.stream().map(WeaviateObjects::uuid).toArray(String[]::new);
        batches.retrying(() -> {
            DeleteManyResponse deleted = placement
                    .generation(client(), generation)
                    .data
                    .deleteMany(Filter.uuid().containsAny(uuids));
            if (deleted.failed() > 0) {
                throw new WeaviateFailure("Weaviate could not remove " + deleted.failed() + " products", true);
            }
            return deleted;
        });
    }

    /** Does nothing: Weaviate shows what it has acknowledged. */
    @Override
    public void refresh(String generation) {}

    @Override
    public void publish(String generation) {
        schema(client -> {
            placement.publish(client, generation);
            placement.removeOthers(client, generation);
            return generation;
        });
        begun.removeIf(other -> !other.equals(generation));
    }

    @Override
    public @Nullable String published() {
        return schema(placement::published);
    }

    @Override
    public long size(String generation) {
        Boolean there = schema(client -> placement.exists(client, generation));
        if (there == null || !there) {
            return 0;
        }
        return batches.<Long>retrying(
                () -> placement.generation(client(), generation).size());
    }

    private WeaviateClient client() {
        return connection.client(settings.connectTimeout());
    }

    private interface SchemaCall<T> {
        @Nullable
        T on(WeaviateClient client) throws IOException;
    }

    private <T> @Nullable T schema(SchemaCall<T> call) {
        Callable<@Nullable T> within = () -> {
            WeaviateClient client = client();
            return calls.overHttp(settings.writeTimeout(), () -> call.on(client));
        };
        return batches.retrying(within);
    }

    @Override
    public void close() {
        connection.close();
        calls.close();
    }
}
