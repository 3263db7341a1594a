package ai.adcio.retrieval.opensearch;

import ai.adcio.AdcioException;
import ai.adcio.catalog.sync.SinkException.Refusal;
import ai.adcio.retrieval.opensearch.OpenSearchConnection.Call;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One bulk request and its repetitions. What the engine had no room for is sent again, and only that; as every line names
 * its product, doing one twice does it once. For one thread.
 */
final class BulkRequest {
    private static final Logger LOG = LoggerFactory.getLogger(BulkRequest.class);
    private static final String ONLY_WHAT_MATTERS =
            "took,errors,items.*.status,items.*.error.type,items.*.error.reason";

    private final OpenSearchConnection connection;
    private final OpenSearchSettings settings;
    private final String index;
    private final List<Refusal> refusals;
    private final Backoff backoff;
    private List<BulkItem> items;
    private CompletableFuture<Answer> sent;

    /**
     * Sends the items and does not wait.
     *
     * @param items one or more
     * @param refusals takes what the engine will never take
     */
    BulkRequest(
            OpenSearchConnection connection,
            OpenSearchSettings settings,
            String index,
            List<BulkItem> items,
            List<Refusal> refusals) {
        this.connection = connection;
        this.settings = settings;
        this.index = index;
        this.items = items;
        this.refusals = refusals;
        this.backoff = new Backoff(settings.retries(), settings.retryTime());
        this.sent = send(items);
    }

    /**
     * Waits until every item was taken or refused.
     *
     * @throws AdcioException when the engine took too long or cannot go on
     */
    void finish() {
        while (!items.isEmpty()) {
            String problem = step();
            if (items.isEmpty()) {
                return;
            }
            LOG.debug("{} of a bulk request to {} go again: {}", items.size(), index, problem);
            if (!backoff.pause()) {
                throw new AdcioException(
                        "OpenSearch did not take %d products within the retries: %s; write the batch again"
                                .formatted(items.size(), problem));
            }
            sent = send(items);
        }
    }

    /** Takes one answer in; returns what was in the way of the items that are left. */
    private String step() {
        Answer answer;
        try {
            answer = OpenSearchConnection.await(sent);
        } catch (EngineFailure e) {
            if (!e.passes()) {
                throw new AdcioException("OpenSearch cannot be written to: " + e.getMessage(), e);
            }
            return String.valueOf(e.getMessage());
        }
        if (answer.status() == 413) {
            halve();
            return "the request was too large";
        }
        if (Answer.passes(answer.status())) {
            return "it answered " + answer.error();
        }
        if (!answer.ok()) {
            throw new AdcioException("OpenSearch refused a bulk request to " + index + ": " + answer.reason());
        }
        return sorted(answer.body().path("items"));
    }

    /** Splits the answers of the items into taken, refused and to be repeated. */
    private String sorted(JsonNode answers) {
        if (answers.size() != items.size()) {
            return "it answered " + answers.size() + " of " + items.size() + " items";
        }
        List<BulkItem> again = new ArrayList<>();
        String problem = "";
        for (int i = 0; i < items.size(); i++) {
            BulkItem item = items.get(i);
            JsonNode result = answers.path(i).path(item.document() == null ? "delete" : "index");
            Answer one = new Answer(result.path("status").asInt(0), result);
            // Removing what is not there answers 404 without an error.
            if (one.ok() || one.notFound() && item.document() == null && !result.has("error")) {
                continue;
            }
            if (one.status() == 0 || Answer.passes(one.status())) {
                again.add(item);
                problem = "it answered " + one.error();
            } else if (one.status() == 400 || one.status() == 413) {
                refusals.add(new Refusal(item.id(), one.reason()));
            } else {
                throw new AdcioException("OpenSearch cannot write to " + index + ": " + one.reason());
            }
        }
        items = again;
        return problem;
    }

    /** What stands before the engine takes no request of that size: the halves one after the other. */
    private void halve() {
        if (items.size() == 1) {
            refusals.add(new Refusal(items.getFirst().id(), "413: larger than the engine takes"));
            items = List.of();
            return;
        }
        int middle = items.size() / 2;
        List<BulkItem> second = items.subList(middle, items.size());
        new BulkRequest(connection, settings, index, items.subList(0, middle), refusals).finish();
        new BulkRequest(connection, settings, index, second, refusals).finish();
        items = List.of();
    }

    private CompletableFuture<Answer> send(List<BulkItem> lines) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(
                lines.stream().mapToInt(BulkItem::bytes).sum());
        for (BulkItem item : lines) {
            body.writeBytes(item.action());
            body.write('\n');
            byte @Nullable [] document = item.document();
            if (document != null) {
                body.writeBytes(document);
                body.write('\n');
            }
        }
        Call call = new Call(
                "POST", "/" + index + "/_bulk", Map.of("filter_path", ONLY_WHAT_MATTERS), body.toByteArray(), true);
        java.time.Duration left = backoff.left();
        return connection.send(
                call, left.compareTo(settings.requestTimeout()) < 0 ? left : settings.requestTimeout(), null);
    }
}
