package ai.adcio.retrieval.weaviate;

import io.weaviate.client6.v1.api.WeaviateApiException;
import io.weaviate.client6.v1.api.WeaviateClient;
import io.weaviate.client6.v1.api.collections.CollectionConfig;
import io.weaviate.client6.v1.api.collections.CollectionHandle;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import io.weaviate.client6.v1.api.collections.tenants.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tenant for each generation of a shop in one collection for all shops. An alias cannot name a tenant, so that one
 * object for each shop tells which is served; it is replaced as a whole. Who searches remembers it for a moment, and asks
 * at once when the tenant is gone.
 */
final class TenantPlacement implements Placement {
    private static final String COLLECTION = "AdcioShops";
    private static final String REGISTER = "AdcioPublished";
    private static final String SHOP = "shop";
    private static final String GENERATION = "generation";
    private static final int LONGEST_TENANT = 64;
    private static final long REMEMBERED_NANOS = 2_000_000_000L;

    private final WeaviateSettings settings;
    private final String prefix;
    private volatile @Nullable Served remembered;

    private record Served(String generation, long at) {}

    TenantPlacement(WeaviateSettings settings) {
        this.settings = settings;
        // Neither name has an underscore.
        this.prefix = settings.shop() + "_";
    }

    private String tenant(String generation) {
        String name = prefix + generation;
        if (name.length() <= LONGEST_TENANT) {
            return name;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(generation.getBytes(StandardCharsets.UTF_8));
            return prefix + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static CollectionHandle<Map<String, Object>> shops(WeaviateClient client) {
        return client.collections.use(COLLECTION);
    }

    @Override
    public CollectionHandle<Map<String, Object>> served(WeaviateClient client) {
        Served known = remembered;
        if (known == null || System.nanoTime() - known.at() > REMEMBERED_NANOS) {
            String generation = registered(client);
            if (generation == null) {
                throw WeaviateFailure.missing(settings);
            }
            known = new Served(generation, System.nanoTime());
            remembered = known;
        }
        return generation(client, known.generation());
    }

    @Override
    public void forget() {
        remembered = null;
    }

    @Override
    public CollectionHandle<Map<String, Object>> generation(WeaviateClient client, String generation) {
        return shops(client).withTenant(tenant(generation));
    }

    @Override
    public boolean exists(WeaviateClient client, String generation) throws IOException {
        return client.collections.exists(COLLECTION) && shops(client).tenants.exists(tenant(generation));
    }

    @Override
    public void begin(WeaviateClient client, String generation) throws IOException {
        create(client, COLLECTION, WeaviateSchema.shared(COLLECTION, settings));
        create(client, REGISTER, WeaviateSchema.register(REGISTER, List.of(SHOP, GENERATION), settings));
        if (!exists(client, generation)) {
            shops(client).tenants.create(Tenant.active(tenant(generation)));
        }
    }

    private static void create(WeaviateClient client, String name, CollectionConfig config) throws IOException {
        if (client.collections.exists(name)) {
            return;
        }
        try {
            client.collections.create(config);
        } catch (WeaviateApiException e) {
            // Another shop may have been as quick.
            if (!client.collections.exists(name)) {
                throw e;
            }
        }
    }

    @Override
    public void publish(WeaviateClient client, String generation) {
        Map<String, Object> entry = Map.of(SHOP, settings.shop(), GENERATION, generation);
        List<String> errors = client.collections
                .use(REGISTER)
                .data
                .insertMany(List.of(WeaviateObject.of(object ->
                        object.uuid(WeaviateObjects.uuid(settings.shop())).properties(entry))))
                .errors();
        if (!errors.isEmpty()) {
            throw new WeaviateFailure("Weaviate did not take down which generation is served", true);
        }
        forget();
    }

    @Override
    public void removeOthers(WeaviateClient client, String generation) throws IOException {
        List<String> others = shops(client).tenants.list().stream()
                .map(Tenant::name)
                .filter(name -> name.startsWith(prefix) && !name.equals(tenant(generation)))
                .toList();
        if (!others.isEmpty()) {
            shops(client).tenants.delete(others);
        }
    }

    @Override
    public @Nullable String published(WeaviateClient client) throws IOException {
        return client.collections.exists(REGISTER) ? registered(client) : null;
    }

    private @Nullable String registered(WeaviateClient client) {
        Optional<WeaviateObject<Map<String, Object>>> entry =
                client.collections.use(REGISTER).query.fetchObjectById(WeaviateObjects.uuid(settings.shop()));
        return entry.map(object -> (String) object.properties().get(GENERATION)).orElse(null);
    }
}
