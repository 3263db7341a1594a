package ai.adcio.cli.eval;

import ai.adcio.cli.EngineOptions;
import ai.adcio.retrieval.ArmTraits;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Weaviate cluster, with a door for HTTP and one for gRPC. */
final class TestedWeaviate implements TestedEngine {
    private static final int PLAIN_PORT = 8080;
    private static final int PLAIN_GRPC_PORT = 50_051;
    private static final int PAGE = 500;

    private final URI url;
    private final String grpc;
    private final Toxiproxy.Door httpDoor;
    private final Toxiproxy.Door grpcDoor;
    private final HttpCalls calls;

    TestedWeaviate(URI url, @Nullable String grpc, Toxiproxy proxy) {
        this.url = url;
        this.grpc = grpc == null ? url.getHost() + ":" + PLAIN_GRPC_PORT : grpc;
        this.httpDoor = proxy.open(
                "adcio-faults-weaviate", url.getHost() + ":" + (url.getPort() < 0 ? PLAIN_PORT : url.getPort()));
        this.grpcDoor = proxy.open("adcio-faults-weaviate-grpc", this.grpc);
        String key = System.getenv("ADCIO_WEAVIATE_KEY");
        this.calls = new HttpCalls(url, "Authorization", key == null ? null : "Bearer " + key);
    }

    @Override
    public String title() {
        return "Weaviate";
    }

    @Override
    public String arm() {
        return ArmTraits.VECTOR;
    }

    @Override
    public EngineOptions proxied(String shop) {
        return EngineOptions.of(null, URI.create("http://" + httpDoor.address()), grpcDoor.address(), null, shop);
    }

    @Override
    public EngineOptions direct(String shop) {
        return EngineOptions.of(null, url, grpc, null, shop);
    }

    @Override
    public List<Toxiproxy.Door> doors() {
        return List.of(httpDoor, grpcDoor);
    }

    @Override
    public List<WrongAnswer> wrongAnswers() {
        return List.of(
                new WrongAnswer("garbage bytes (gRPC)", grpcDoor, WrongBytes.garbage(), false),
                new WrongAnswer("half a frame (gRPC)", grpcDoor, WrongBytes.halfGrpc(), false),
                new WrongAnswer("503 of HTTP/1.1 (gRPC)", grpcDoor, WrongBytes.status(503), false),
                new WrongAnswer("garbage bytes (HTTP)", httpDoor, WrongBytes.garbage(), true),
                new WrongAnswer("half JSON (HTTP)", httpDoor, WrongBytes.halfJson(), true),
                new WrongAnswer("429 (HTTP)", httpDoor, WrongBytes.status(429), true),
                new WrongAnswer("503 (HTTP)", httpDoor, WrongBytes.status(503), true));
    }

    private static String alias(String shop) {
        return "Adcio_" + shop;
    }

    private List<String> collections(String shop) {
        List<String> names = new ArrayList<>();
        calls.good("GET", "/v1/schema", null).path("classes").forEach(collection -> {
            String name = collection.path("class").asText();
            if (name.startsWith(alias(shop) + "_G_")) {
                names.add(name);
            }
        });
        return names;
    }

    @Override
    public void remove(String shop) {
        calls.send("DELETE", "/v1/aliases/" + alias(shop), null);
        drop(shop);
    }

    @Override
    public void drop(String shop) {
        collections(shop).forEach(name -> calls.good("DELETE", "/v1/schema/" + name, null));
    }

    @Override
    public void misshape(String shop) {
        remove(shop);
        String name = alias(shop) + "_G_wrong";
        calls.good(
                "POST",
                "/v1/schema",
                Map.of(
                        "class",
                        name,
                        "vectorizer",
                        "none",
                        "properties",
                        List.of(Map.of("name", "other", "dataType", List.of("int")))));
        calls.good("POST", "/v1/aliases", Map.of("alias", alias(shop), "class", name));
        calls.good(
                "POST",
                "/v1/objects",
                Map.of("class", name, "properties", Map.of("other", 7), "vector", List.of(0.1, 0.2, 0.3)));
    }

    @Override
    public void readOnly(String shop, boolean on) {
        for (String name : collections(shop)) {
            for (JsonNode shard : calls.good("GET", "/v1/schema/" + name + "/shards", null)) {
                calls.good(
                        "PUT",
                        "/v1/schema/" + name + "/shards/" + shard.path("name").asText(),
                        Map.of("status", on ? "READONLY" : "READY"));
            }
        }
    }

    @Override
    public Set<String> held(String shop) {
        String name = calls.good("GET", "/v1/aliases/" + alias(shop), null)
                .path("class")
                .asText();
        Set<String> ids = new HashSet<>();
        String after = "";
        while (true) {
            JsonNode page = calls.good(
                            "GET",
                            "/v1/objects?class=" + name + "&limit=" + PAGE + (after.isEmpty() ? "" : "&after=" + after),
                            null)
                    .path("objects");
            for (JsonNode object : page) {
                ids.add(object.path("properties").path("productId").asText());
                after = object.path("id").asText();
            }
            if (page.size() < PAGE) {
                return ids;
            }
        }
    }
}
