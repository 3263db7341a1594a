package ai.adcio.benchmarks.engine;

import ai.adcio.AdcioException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._helpers.bulk.BulkIngester;
import org.opensearch.client.opensearch._helpers.bulk.BulkListener;
import org.opensearch.client.opensearch._types.SearchType;
import org.opensearch.client.opensearch.core.BulkRequest;
import org.opensearch.client.opensearch.core.BulkResponse;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.search.Hit;
import org.opensearch.client.opensearch.generic.Bodies;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** What was taken down from arm and sink, done with opensearch-java alone. */
final class BareOpenSearch implements AutoCloseable {
    // As many as the sink has under way.
    private static final int BULKS_AT_ONCE = 2;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> DOCUMENT = new TypeReference<>() {};

    private final OpenSearchTransport transport;
    private final OpenSearchClient client;
    private final Map<String, Map<String, Object>> documents = new LinkedHashMap<>();
    private List<List<SearchRequest>> searches = List.of();
    private byte[] indexBody = {};

    BareOpenSearch(EngineAddresses addresses, URI url) {
        HttpHost host = new HttpHost(url.getScheme(), url.getHost(), url.getPort());
        ApacheHttpClient5TransportBuilder builder =
                ApacheHttpClient5TransportBuilder.builder(host).setMapper(new JacksonJsonpMapper());
        String user = addresses.openSearchUser();
        if (user != null) {
            BasicCredentialsProvider login = new BasicCredentialsProvider();
            login.setCredentials(
                    new AuthScope(host),
                    new UsernamePasswordCredentials(
                            user, addresses.openSearchPassword().toCharArray()));
            builder.setHttpClientConfigCallback(http -> http.setDefaultCredentialsProvider(login));
        }
        this.transport = builder.build();
        this.client = new OpenSearchClient(transport);
    }

    /** Takes the settings and the mapping of the index that was created. */
    void takeIndex(List<HttpRecorder.Call> calls) {
        for (HttpRecorder.Call call : calls) {
            if (call.method().equals("PUT")) {
                indexBody = call.body();
            }
        }
    }

    /** Takes the documents of bulk requests. */
    void takeDocuments(List<HttpRecorder.Call> calls) throws IOException {
        for (HttpRecorder.Call call : calls) {
            if (call.address().getPath().endsWith("/_bulk")) {
                List<String> lines =
                        new String(call.body(), StandardCharsets.UTF_8).lines().toList();
                for (int i = 0; i + 1 < lines.size(); i += 2) {
                    JsonNode action = JSON.readTree(lines.get(i));
                    documents.put(action.at("/index/_id").asText(), JSON.readValue(lines.get(i + 1), DOCUMENT));
                }
            }
        }
    }

    /** Takes the searches of each question. */
    void takeSearches(List<List<HttpRecorder.Call>> calls) throws IOException {
        List<List<SearchRequest>> taken = new ArrayList<>();
        for (List<HttpRecorder.Call> ofOne : calls) {
            List<SearchRequest> requests = new ArrayList<>();
            for (HttpRecorder.Call call : ofOne) {
                requests.add(typed(call));
            }
            taken.add(requests);
        }
        searches = List.copyOf(taken);
    }

    private SearchRequest typed(HttpRecorder.Call call) throws IOException {
        String path = call.address().getPath();
        String parameters = call.address().getQuery();
        if (!path.endsWith("/_search")
                || !parameters.contains("search_type=dfs_query_then_fetch")
                || !parameters.contains("allow_partial_search_results=false")) {
            throw new AdcioException(
                    "the arm asks " + call.address() + ", which this benchmark does not know to repeat");
        }
        JacksonJsonpMapper mapper = new JacksonJsonpMapper();
        SearchRequest request;
        byte[] body = longhand(call.body());
        try (JsonParser parser = mapper.jsonProvider().createParser(new ByteArrayInputStream(body))) {
            request = SearchRequest._DESERIALIZER.deserialize(parser, mapper);
        }
        return request.toBuilder()
                .index(path.substring(1, path.lastIndexOf('/')))
                .searchType(SearchType.DfsQueryThenFetch)
                .allowPartialSearchResults(false)
                .build();
    }

    /** The client reads no order that is written as one word. */
    private static byte[] longhand(byte[] body) throws IOException {
        ObjectNode request = (ObjectNode) JSON.readTree(body);
        for (JsonNode order : request.path("sort")) {
            for (Map.Entry<String, JsonNode> field : order.properties()) {
                if (field.getValue().isTextual()) {
                    ((ObjectNode) order)
                            .putObject(field.getKey())
                            .put("order", field.getValue().textValue());
                }
            }
        }
        return JSON.writeValueAsBytes(request);
    }

    /** Asks a question, and reads of each hit what the arm reads: its score and its id. */
    List<String> search(int question) throws IOException {
        List<String> ids = new ArrayList<>();
        for (SearchRequest request : searches.get(question)) {
            SearchResponse<Void> response = client.search(request, Void.class);
            double least = Double.MAX_VALUE;
            for (Hit<Void> hit : response.hits().hits()) {
                least = Math.min(least, hit.sort().getFirst().doubleValue());
                ids.add(hit.sort().getLast().stringValue());
            }
            if (response.timedOut() || least < 0) {
                throw new AdcioException("the engine ran out of time");
            }
        }
        return ids;
    }

    Filling filling(String index) {
        return new Filling() {
            @Override
            public void begin() throws IOException {
                remove(index);
                try (var created = client.generic()
                        .execute(Requests.builder()
                                .method("PUT")
                                .endpoint("/" + index)
                                .body(Bodies.json(new String(indexBody, StandardCharsets.UTF_8)))
                                .build())) {
                    if (created.getStatus() >= 300) {
                        throw new AdcioException("OpenSearch does not create " + index + ": " + created.getStatus());
                    }
                }
            }

            @Override
            public void fill() throws IOException {
                Refusals refusals = new Refusals();
                try (BulkIngester<Void> ingester = BulkIngester.of(b -> b.client(client)
                        .maxOperations(Shop.BATCH)
                        .maxConcurrentRequests(BULKS_AT_ONCE)
                        .globalSettings(g -> g.index(index))
                        .listener(refusals))) {
                    documents.forEach((id, document) ->
                            ingester.add(o -> o.index(i -> i.id(id).document(document))));
                }
                refusals.check();
                client.indices().refresh(r -> r.index(index));
            }

            @Override
            public long end() throws IOException {
                long held = client.count(c -> c.index(index)).count();
                remove(index);
                return held;
            }
        };
    }

    /** Keeps the first failure of a bulk request. */
    private static final class Refusals implements BulkListener<Void> {
        private final AtomicReference<@Nullable String> first = new AtomicReference<>();

        @Override
        public void beforeBulk(long executionId, BulkRequest request, List<Void> contexts) {
            // Only how it ends is of interest.
        }

        @Override
        public void afterBulk(long executionId, BulkRequest request, List<Void> contexts, BulkResponse response) {
            if (response.errors()) {
                first.compareAndSet(null, "items were refused");
            }
        }

        @Override
        public void afterBulk(long executionId, BulkRequest request, List<Void> contexts, Throwable failure) {
            first.compareAndSet(null, failure.toString());
        }

        void check() {
            String failure = first.get();
            if (failure != null) {
                throw new AdcioException("a bulk request failed: " + failure);
            }
        }
    }

    /** Removes indexes as far as they are there. */
    void remove(String pattern) throws IOException {
        client.indices().delete(d -> d.index(pattern).ignoreUnavailable(true).allowNoIndices(true));
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }
}
