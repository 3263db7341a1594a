package ai.adcio.retrieval.opensearch;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a bulk request, or two.
 *
 * @param id the product's id
 * @param action what to do, as JSON
 * @param document the product, or null when it is to be removed
 */
record BulkItem(String id, byte[] action, byte @Nullable [] document) {
    static BulkItem put(String id, byte[] document) {
        return new BulkItem(id, Json.bytes(Map.of("index", Map.of("_id", id))), document);
    }

    static BulkItem remove(String id) {
        return new BulkItem(id, Json.bytes(Map.of("delete", Map.of("_id", id))), null);
    }

    int bytes() {
        return action.length + 1 + (document == null ? 0 : document.length + 1);
    }
}
