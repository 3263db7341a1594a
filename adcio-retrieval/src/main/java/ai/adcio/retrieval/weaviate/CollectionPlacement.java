package ai.adcio.retrieval.weaviate;

import io.weaviate.client6.v1.api.WeaviateApiException;
import io.weaviate.client6.v1.api.WeaviateClient;
import io.weaviate.client6.v1.api.alias.Alias;
import io.weaviate.client6.v1.api.collections.CollectionConfig;
import io.weaviate.client6.v1.api.collections.CollectionHandle;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A collection for each generation, and an alias that names the served one: changing an alias is one entry in the
 * cluster's log, so that a search sees the one generation or the other.
 */
final class CollectionPlacement implements Placement {
    // Names begin with a capital, and a shop's and a generation's have none: the mark stands for itself.
    private static final String SHOP_MARK = "Adcio_";
    private static final String GENERATION_MARK = "_G_";

    private final WeaviateSettings settings;
    private final String alias;

    CollectionPlacement(WeaviateSettings settings) {
        this.settings = settings;
        this.alias = SHOP_MARK + settings.shop().replace('-', '_');
    }

    private String name(String generation) {
        return alias + GENERATION_MARK + generation.replace('-', '_');
    }

    @Override
    public CollectionHandle<Map<String, Object>> served(WeaviateClient client) {
        return client.collections.use(alias);
    }

    @Override
    public void forget() {
        // The cluster itself knows.
    }

    @Override
    public CollectionHandle<Map<String, Object>> generation(WeaviateClient client, String generation) {
        return client.collections.use(name(generation));
    }

    @Override
    public boolean exists(WeaviateClient client, String generation) throws IOException {
        return client.collections.exists(name(generation));
    }

    @Override
    public void begin(WeaviateClient client, String generation) throws IOException {
        if (!exists(client, generation)) {
            try {
                client.collections.create(WeaviateSchema.dedicated(name(generation), settings));
            } catch (WeaviateApiException e) {
                // Another process may have been as quick.
                if (!exists(client, generation)) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void publish(WeaviateClient client, String generation) throws IOException {
        if (client.alias.get(alias).isPresent()) {
            client.alias.update(alias, name(generation));
        } else {
            client.alias.create(name(generation), alias);
        }
    }

    @Override
    public void removeOthers(WeaviateClient client, String generation) throws IOException {
        List<String> others = client.collections.list().stream()
                .map(CollectionConfig::collectionName)
                .filter(name -> name.startsWith(alias + GENERATION_MARK) && !name.equals(name(generation)))
                .toList();
        for (String other : others) {
            client.collections.delete(other);
        }
    }

    @Override
    public @Nullable String published(WeaviateClient client) throws IOException {
        Alias current = client.alias.get(alias).orElse(null);
        return current == null
                ? null
                : current.collection()
                        .substring(alias.length() + GENERATION_MARK.length())
                        .replace('_', '-');
    }
}
