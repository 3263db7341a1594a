package ai.adcio.benchmarks.engine;

import ai.adcio.AdcioException;
import com.google.protobuf.InvalidProtocolBufferException;
import io.weaviate.client6.v1.api.Authentication;
import io.weaviate.client6.v1.api.WeaviateClient;
import io.weaviate.client6.v1.api.collections.CollectionConfig;
import io.weaviate.client6.v1.api.collections.CollectionHandle;
import io.weaviate.client6.v1.api.collections.Vectors;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import io.weaviate.client6.v1.api.collections.query.Filter;
import io.weaviate.client6.v1.api.collections.query.Metadata.MetadataField;
import io.weaviate.client6.v1.api.collections.query.NearVectorTarget;
import io.weaviate.client6.v1.api.collections.query.QueryResponse;
import io.weaviate.client6.v1.api.collections.query.Target;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoBaseSearch;
import io.weaviate.client6.v1.internal.grpc.protocol.WeaviateProtoSearchGet;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was taken down from the arm, and what the sink wrote, done with Weaviate's client alone. */
final class BareWeaviate implements AutoCloseable {
    // The sink's number.
    private static final int BATCH = 200;
    private static final int GRPC_PORT = 50_051;
    private static final int TLS_PORT = 443;
    private static final int PORT = 8080;
    private static final String VECTOR = "default";
    private static final String ID = "productId";

    private final String alias;
    private final String grpcHost;
    private final int grpcPort;
    private final WeaviateClient client;
    private final CollectionHandle<Map<String, Object>> served;
    private final List<WeaviateObject<Map<String, Object>>> objects = new ArrayList<>();
    private @Nullable CollectionConfig config;
    private List<List<Asked>> searches = List.of();

    private record Asked(
            WeaviateProtoSearchGet.SearchRequest sent,
            int limit,
            NearVectorTarget target,
            @Nullable Filter filter) {}

    BareWeaviate(EngineAddresses addresses, URI url, String alias) {
        this(addresses, url, alias, grpcHost(addresses, url), grpcPort(addresses, url));
    }

    BareWeaviate(EngineAddresses addresses, URI url, String alias, String grpcHost, int grpcPort) {
        this.alias = alias;
        this.grpcHost = grpcHost;
        this.grpcPort = grpcPort;
        String key = addresses.weaviateKey();
        boolean secure = url.getScheme().equals("https");
        int port = url.getPort() >= 0 ? url.getPort() : secure ? TLS_PORT : PORT;
        this.client = WeaviateClient.connectToCustom(config -> {
            config.scheme(url.getScheme())
                    .httpHost(url.getHost())
                    .httpPort(port)
                    .grpcHost(grpcHost)
                    .grpcPort(grpcPort);
            return key == null ? config : config.authentication(Authentication.apiKey(key));
        });
        this.served = client.collections.use(alias);
    }

    private static String grpcHost(EngineAddresses addresses, URI url) {
        String given = addresses.weaviateGrpc();
        return given.isEmpty() ? url.getHost() : given.substring(0, given.lastIndexOf(':'));
    }

    private static int grpcPort(EngineAddresses addresses, URI url) {
        String given = addresses.weaviateGrpc();
        if (given.isEmpty()) {
            return url.getScheme().equals("https") ? TLS_PORT : GRPC_PORT;
        }
        return Integer.parseInt(given.substring(given.lastIndexOf(':') + 1));
    }

    String grpcHost() {
        return grpcHost;
    }

    int grpcPort() {
        return grpcPort;
    }

    /** Reads the objects and the schema that the sink wrote. */
    void takeObjects(String collection) throws IOException {
        config = client.collections.getConfig(collection).orElseThrow();
        CollectionHandle<Map<String, Object>> written = client.collections.use(collection);
        written.paginate(p -> p.pageSize(BATCH).includeVector(VECTOR)).stream().forEach(object -> {
            Map<String, Object> properties = new HashMap<>(object.properties());
            properties.values().removeIf(java.util.Objects::isNull);
            objects.add(WeaviateObject.of(o -> o.uuid(object.uuid())
                    .properties(properties)
                    .vectors(Vectors.of(VECTOR, object.vectors().getSingle(VECTOR)))));
        });
    }

    /** Takes the searches of each question. */
    void takeSearches(List<List<byte[]>> messages) throws InvalidProtocolBufferException {
        List<List<Asked>> taken = new ArrayList<>();
        for (List<byte[]> ofOne : messages) {
            List<Asked> asked = new ArrayList<>();
            for (byte[] message : ofOne) {
                WeaviateProtoSearchGet.SearchRequest sent = WeaviateProtoSearchGet.SearchRequest.parseFrom(message);
                asked.add(new Asked(
                        sent,
                        sent.getLimit(),
                        Target.vector(VECTOR, vector(sent)),
                        sent.hasFilters() ? RecordedFilter.of(sent.getFilters()) : null));
            }
            taken.add(asked);
        }
        searches = List.copyOf(taken);
    }

    private static float[] vector(WeaviateProtoSearchGet.SearchRequest sent) {
        List<WeaviateProtoBaseSearch.VectorForTarget> vectors =
                sent.getNearVector().getVectorForTargetsList();
        if (vectors.size() != 1 || vectors.getFirst().getVectorsCount() != 1) {
            throw new AdcioException("the arm asks with another kind of vectors than this benchmark knows to repeat");
        }
        FloatBuffer floats = vectors.getFirst()
                .getVectors(0)
                .getVectorBytes()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] vector = new float[floats.remaining()];
        floats.get(vector);
        return vector;
    }

    /** Sees to it that what went over the wire is what the arm had sent. */
    void checkSame(int question, List<byte[]> repeated) throws InvalidProtocolBufferException {
        List<WeaviateProtoSearchGet.SearchRequest> again = new ArrayList<>();
        for (byte[] message : repeated) {
            again.add(WeaviateProtoSearchGet.SearchRequest.parseFrom(message));
        }
        List<WeaviateProtoSearchGet.SearchRequest> sent =
                searches.get(question).stream().map(Asked::sent).toList();
        if (!again.equals(sent)) {
            throw new AdcioException("question " + question + " is another one without the arm: " + again + sent);
        }
    }

    /** Asks a question, and reads of each object what the arm reads: its id and its distance. */
    List<String> search(int question) {
        List<String> ids = new ArrayList<>();
        for (Asked asked : searches.get(question)) {
            ids.clear();
            QueryResponse<Map<String, Object>> response = served.query.nearVector(asked.target(), n -> {
                n.limit(asked.limit()).returnProperties(ID).returnMetadata(MetadataField.DISTANCE);
                Filter filter = asked.filter();
                return filter == null ? n : n.filters(filter);
            });
            for (WeaviateObject<Map<String, Object>> object : response.objects()) {
                Float distance = object.queryMetadata().distance();
                if (distance == null) {
                    throw new AdcioException("Weaviate tells no distance");
                }
                ids.add(String.valueOf(object.properties().get(ID)));
            }
        }
        return ids;
    }

    Filling filling(String collection) {
        return new Filling() {
            @Override
            public void begin() throws IOException {
                remove(collection);
                CollectionConfig given = java.util.Objects.requireNonNull(config, "no schema was taken down");
                client.collections.create(new CollectionConfig(
                        collection,
                        given.description(),
                        given.properties(),
                        given.references(),
                        given.vectors(),
                        given.multiTenancy(),
                        given.sharding(),
                        given.replication(),
                        given.invertedIndex(),
                        given.objectTtl(),
                        given.rerankerModules(),
                        given.generativeModule()));
            }

            @Override
            public void fill() {
                CollectionHandle<Map<String, Object>> target = client.collections.use(collection);
                for (int from = 0; from < objects.size(); from += BATCH) {
                    var answer = target.data.insertMany(objects.subList(from, Math.min(from + BATCH, objects.size())));
                    if (!answer.errors().isEmpty()) {
                        throw new AdcioException(
                                "objects were refused: " + answer.errors().getFirst());
                    }
                }
            }

            @Override
            public long end() throws IOException {
                long held = client.collections.use(collection).size();
                remove(collection);
                return held;
            }
        };
    }

    /** Removes a collection if it is there. */
    void remove(String collection) throws IOException {
        client.collections.delete(collection);
    }

    /** Removes the alias and the collections of its generations. */
    void removeAll() throws IOException {
        if (client.alias.get(alias).isPresent()) {
            client.alias.delete(alias);
        }
        for (CollectionConfig collection : client.collections.list()) {
            if (collection.collectionName().startsWith(alias + "_G_")) {
                remove(collection.collectionName());
            }
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (Exception e) {
            throw new AdcioException("the connection to Weaviate could not be closed", e);
        }
    }
}
