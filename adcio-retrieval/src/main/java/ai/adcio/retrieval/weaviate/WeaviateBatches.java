package ai.adcio.retrieval.weaviate;

import ai.adcio.catalog.sync.SinkException;
import ai.adcio.retrieval.Cancellation;
import io.weaviate.client6.v1.api.collections.CollectionHandle;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import io.weaviate.client6.v1.api.collections.data.InsertManyResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes batches, and tries again what failed for a moment: a whole call, or those of its objects that failed. */
final class WeaviateBatches {
    private static final Logger LOG = LoggerFactory.getLogger(WeaviateBatches.class);
    private static final int ATTEMPTS = 6;
    // Doubled each time: about six seconds in all, in which a node that is replaced has handed over its shards.
    private static final long FIRST_PAUSE_NANOS = 200_000_000L;
    private static final int LONGEST_CAUSE = 200;
    // What Weaviate writes into an object's error when the object is not to blame.
    private static final List<String> PASSING = List.of(
            "read-only",
            "read only",
            "timeout",
            "deadline",
            "unavailable",
            "connection",
            "connect:",
            "leader",
            "not ready",
            "not enough memory",
            "memory pressure",
            "shutdown",
            "shutting down",
            "too many",
            "cannot achieve consistency",
            "broadcast",
            "eof");

    private final WeaviateSettings settings;
    private final WeaviateCalls calls;
    private final WeaviateConnection connection;

    WeaviateBatches(WeaviateSettings settings, WeaviateCalls calls, WeaviateConnection connection) {
        this.settings = settings;
        this.calls = calls;
        this.connection = connection;
    }

    /** An object with the id of its product. */
    record Item(String productId, WeaviateObject<Map<String, Object>> object) {}

    /**
     * Writes objects.
     *
     * @param target where to; asked at each attempt, as a connection may be a new one
     * @return those that were refused for good
     * @throws WeaviateFailure when the cluster did not take the rest after several attempts
     */
    List<SinkException.Refusal> insert(Supplier<CollectionHandle<Map<String, Object>>> target, List<Item> items) {
        List<SinkException.Refusal> refusals = new ArrayList<>();
        List<Item> left = items;
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            List<Item> sent = left;
            InsertManyResponse response = retrying(() ->
                    target.get().data.insertMany(sent.stream().map(Item::object).toList()));
            left = failed(sent, response, refusals);
            if (!left.isEmpty()) {
                if (attempt == ATTEMPTS) {
                    throw new WeaviateFailure(
                            "Weaviate at " + settings.address() + " did not take " + left.size() + " of " + items.size()
                                    + " products after " + ATTEMPTS + " attempts",
                            true);
                }
                LOG.warn("Weaviate did not take {} of {} products; trying again", left.size(), sent.size());
                pause(attempt);
            }
        }
        return refusals;
    }

    /** Adds what was refused for good, and returns what is worth another attempt. */
    private static List<Item> failed(
            List<Item> sent, InsertManyResponse response, List<SinkException.Refusal> refusals) {
        List<Item> again = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            InsertManyResponse.InsertObject answer = response.responses().get(i);
            if (!answer.successful()) {
                String cause = String.valueOf(answer.error());
                String folded = cause.toLowerCase(Locale.ROOT);
                if (PASSING.stream().anyMatch(folded::contains)) {
                    again.add(sent.get(i));
                } else {
                    refusals.add(new SinkException.Refusal(sent.get(i).productId(), cut(cause)));
                }
            }
        }
        return again;
    }

    /**
     * Runs a call, again when it fails for a moment.
     *
     * @throws WeaviateFailure when it fails for good, or too often
     */
    <T extends @Nullable Object> T retrying(Callable<T> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                return calls.overGrpc(settings.writeTimeout(), new Cancellation(), call);
            } catch (WeaviateFailure e) {
                if (!e.passing() || attempt == ATTEMPTS) {
                    throw e;
                }
                if (e.wantsNewConnection()) {
                    connection.renew();
                }
                LOG.warn("{}; trying again", e.getMessage());
                pause(attempt);
            }
        }
    }

    private static void pause(int attempt) {
        LockSupport.parkNanos(FIRST_PAUSE_NANOS << (attempt - 1));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_CAUSE ? text : text.substring(0, LONGEST_CAUSE);
    }
}
