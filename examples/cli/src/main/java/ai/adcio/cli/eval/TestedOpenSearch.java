package ai.adcio.cli.eval;

import ai.adcio.cli.EngineOptions;
import ai.adcio.retrieval.ArmTraits;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An OpenSearch cluster. */
final class TestedOpenSearch implements TestedEngine {
    private static final int PLAIN_PORT = 9200;
    private static final int PAGE = 1_000;

    private final String url;
    private final Toxiproxy.Door door;
    private final HttpCalls calls;

    TestedOpenSearch(String url, Toxiproxy proxy) {
        URI uri = URI.create(url);
        this.url = url;
        this.door = proxy.open(
                "adcio-faults-opensearch", uri.getHost() + ":" + (uri.getPort() < 0 ? PLAIN_PORT : uri.getPort()));
        this.calls = new HttpCalls(uri, "Authorization", login());
    }

    private static @Nullable String login() {
        String user = System.getenv("ADCIO_OPENSEARCH_USER");
        String both = user + ":" + System.getenv().getOrDefault("ADCIO_OPENSEARCH_PASSWORD", "");
        return user == null
                ? null
                : "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String title() {
        return "OpenSearch";
    }

    @Override
    public String arm() {
        return ArmTraits.KEYWORD;
    }

    @Override
    public EngineOptions proxied(String shop) {
        return EngineOptions.of("http://" + door.address(), null, null, null, shop);
    }

    @Override
    public EngineOptions direct(String shop) {
        return EngineOptions.of(url, null, null, null, shop);
    }

    @Override
    public List<Toxiproxy.Door> doors() {
        return List.of(door);
    }

    @Override
    public List<WrongAnswer> wrongAnswers() {
        return List.of(
                new WrongAnswer("garbage bytes", door, WrongBytes.garbage(), false),
                new WrongAnswer("half JSON", door, WrongBytes.halfJson(), false),
                new WrongAnswer("200 with a page for people", door, WrongBytes.page(), false),
                new WrongAnswer("429", door, WrongBytes.status(429), false),
                new WrongAnswer("503", door, WrongBytes.status(503), false));
    }

    private static String alias(String shop) {
        return "adcio-" + shop;
    }

    /** By name each, as a cluster may refuse to delete by a pattern. */
    private List<String> indexes(String shop) {
        List<String> names = new ArrayList<>();
        JsonNode found = calls.good("GET", "/" + alias(shop) + "-*/_settings?allow_no_indices=true", null);
        found.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Override
    public void remove(String shop) {
        indexes(shop).forEach(index -> calls.good("DELETE", "/" + index, null));
    }

    @Override
    public void drop(String shop) {
        // The alias goes with its last index.
        remove(shop);
    }

    @Override
    public void misshape(String shop) {
        remove(shop);
        String index = alias(shop) + "-wrong";
        calls.good(
                "PUT",
                "/" + index,
                Map.of(
                        "mappings",
                        Map.of("properties", Map.of("title", Map.of("type", "long"), "other", Map.of("type", "date"))),
                        "aliases",
                        Map.of(alias(shop), Map.of())));
        calls.good("PUT", "/" + index + "/_doc/1?refresh=true", Map.of("title", 7, "other", "2026-01-01"));
    }

    @Override
    public void readOnly(String shop, boolean on) {
        for (String index : indexes(shop)) {
            calls.good("PUT", "/" + index + "/_settings", Map.of("index.blocks.write", on));
        }
    }

    @Override
    public Set<String> held(String shop) {
        calls.good("POST", "/" + alias(shop) + "/_refresh", null);
        JsonNode page =
                calls.good("POST", "/" + alias(shop) + "/_search?scroll=1m", Map.of("size", PAGE, "_source", false));
        Set<String> ids = new HashSet<>();
        while (!page.path("hits").path("hits").isEmpty()) {
            page.path("hits")
                    .path("hits")
                    .forEach(hit -> ids.add(hit.path("_id").asText()));
            page = calls.good(
                    "POST",
                    "/_search/scroll",
                    Map.of("scroll", "1m", "scroll_id", page.path("_scroll_id").asText()));
        }
        calls.send(
                "DELETE",
                "/_search/scroll",
                Map.of("scroll_id", page.path("_scroll_id").asText()));
        return ids;
    }
}
