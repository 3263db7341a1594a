package ai.adcio.retrieval.opensearch;

import ai.adcio.catalog.SortOrder;
import ai.adcio.retrieval.RetrievalResult;
import ai.adcio.retrieval.RetrievalResult.Hit;
import ai.adcio.retrieval.opensearch.OpenSearchConnection.Call;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One search for the first products of an order: by relevance or by a field, equals in the catalogue's order. More than
 * fit into one answer are fetched page by page from one point in time. For one search and one thread.
 */
final class HitSearch {
    private final Exchange exchange;
    private final HeldVersions versions;
    private final String alias;
    private final int pageSize;
    private final @Nullable SortOrder order;
    private final List<Hit> hits = new ArrayList<>();

    /**
     * A search.
     *
     * @param order null for relevance
     */
    HitSearch(Exchange exchange, HeldVersions versions, String alias, int pageSize, @Nullable SortOrder order) {
        this.exchange = exchange;
        this.versions = versions;
        this.alias = alias;
        this.pageSize = pageSize;
        this.order = order;
    }

    /**
     * Searches.
     *
     * @param point the point in time to search, or null for the index as it is
     */
    RetrievalResult search(Map<String, Object> query, int limit, @Nullable String point) throws EngineFailure {
        if (point != null || limit <= pageSize) {
            return pages(query, limit, point);
        }
        String opened =
                exchange.ask(HeldVersions.openCall(alias)).body().path("pit_id").textValue();
        if (opened == null) {
            throw new EngineFailure(EngineFailure.Kind.GARBAGE, "the engine opened no point in time");
        }
        try {
            return pages(query, limit, opened);
        } finally {
            versions.drop(opened);
        }
    }

    private RetrievalResult pages(Map<String, Object> query, int limit, @Nullable String point) throws EngineFailure {
        JsonNode after = null;
        long total = -1;
        while (hits.size() < limit) {
            int size = Math.min(pageSize, limit - hits.size());
            JsonNode found =
                    exchange.ask(call(query, size, point, after)).body().path("hits");
            JsonNode page = found.path("hits");
            if (!page.isArray()) {
                throw new EngineFailure(EngineFailure.Kind.GARBAGE, "the engine answered without hits");
            }
            if (after == null) {
                total = found.path("total").path("value").asLong(-1);
            }
            for (JsonNode hit : page) {
                after = hit.path("sort");
                hits.add(hit(after));
            }
            if (page.size() < size) {
                break;
            }
        }
        return hits.isEmpty()
                ? new RetrievalResult.Empty("no product matches")
                : new RetrievalResult.Found(hits, total);
    }

    /** The order's values tell everything: they begin with the score, and end with the id. */
    private Hit hit(JsonNode sort) throws EngineFailure {
        String id = sort.path(sort.size() - 1).textValue();
        if (id == null) {
            throw new EngineFailure(EngineFailure.Kind.GARBAGE, "the engine answered a hit without its id");
        }
        // With an order of the shopper's own, nearness is how early a product comes.
        return new Hit(id, order == null ? sort.path(0).asDouble(0) : 1.0 / (hits.size() + 1));
    }

    private Call call(Map<String, Object> query, int size, @Nullable String point, @Nullable JsonNode after)
            throws EngineFailure {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("size", size);
        body.put("query", query);
        body.put("sort", sort());
        body.put("track_total_hits", after == null);
        body.put("_source", false);
        body.put("stored_fields", "_none_");
        // The engine stops by itself too, should the abort not reach it.
        body.put("timeout", exchange.time().toMillis() + "ms");
        if (after != null) {
            body.put("search_after", after);
        }
        if (point == null) {
            return Call.of("POST", "/" + alias + "/_search", body)
                    .with("allow_partial_search_results", "false")
                    // Shards score by what they hold all together; one alone is not asked twice.
                    .with("search_type", "dfs_query_then_fetch");
        }
        body.put("pit", Map.of("id", point, "keep_alive", HeldVersions.KEEP_ALIVE));
        return Call.of("POST", "/_search", body)
                .with("allow_partial_search_results", "false")
                .with("search_type", "dfs_query_then_fetch");
    }

    private List<Map<String, Object>> sort() {
        return List.of(
                order == null ? Map.of("_score", "desc") : by(order),
                Map.of(ProductDocument.ORDER, "asc"),
                Map.of(ProductDocument.ID, "asc"));
    }

    private static Map<String, Object> by(SortOrder order) {
        String direction = order.ascending() ? "asc" : "desc";
        if (ProductDocument.NUMERIC.contains(order.field())) {
            return Map.of(order.field(), Map.of("order", direction, "missing", "_last"));
        }
        // A field of several numbers sorts by the one that comes first in the order.
        return Map.of(
                ProductDocument.SORTING + "." + ProductDocument.VALUE,
                Map.of(
                        "order",
                        direction,
                        "mode",
                        order.ascending() ? "min" : "max",
                        "missing",
                        "_last",
                        "nested",
                        Map.of(
                                "path",
                                ProductDocument.SORTING,
                                "filter",
                                Map.of(
                                        "term",
                                        Map.of(
                                                ProductDocument.SORTING + "." + ProductDocument.FIELD,
                                                FieldTerms.name(order.field()))))));
    }
}
