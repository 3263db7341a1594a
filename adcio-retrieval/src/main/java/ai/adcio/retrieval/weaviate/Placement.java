package ai.adcio.retrieval.weaviate;

import io.weaviate.client6.v1.api.WeaviateClient;
import io.weaviate.client6.v1.api.collections.CollectionHandle;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the generations of a shop lie in a cluster, and which of them is served. Thread safe. */
interface Placement {
    /** What searches ask; whether it is there shows when it is asked. */
    CollectionHandle<Map<String, Object>> served(WeaviateClient client);

    /** Asks again next time which generation is served, as the one that was is gone. */
    void forget();

    /** One generation. */
    CollectionHandle<Map<String, Object>> generation(WeaviateClient client, String generation);

    /** Whether there is such a generation. */
    boolean exists(WeaviateClient client, String generation) throws IOException;

    /** Makes room for a generation, unless there is. */
    void begin(WeaviateClient client, String generation) throws IOException;

    /** Serves a generation. */
    void publish(WeaviateClient client, String generation) throws IOException;

    /** Removes every other generation of the shop. */
    void removeOthers(WeaviateClient client, String generation) throws IOException;

    /** The generation that is served, or null. */
    @Nullable
    String published(WeaviateClient client) throws IOException;

    /** The placement that the settings ask for. */
    static Placement of(WeaviateSettings settings) {
        return settings.sharedCollection() ? new TenantPlacement(settings) : new CollectionPlacement(settings);
    }
}
