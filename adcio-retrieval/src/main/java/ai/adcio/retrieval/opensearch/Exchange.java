package ai.adcio.retrieval.opensearch;

import ai.adcio.retrieval.RetrievalRequest;
import ai.adcio.retrieval.opensearch.EngineFailure.Kind;
import ai.adcio.retrieval.opensearch.OpenSearchConnection.Call;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** The calls that one request makes, all of them within its deadline and until it is cancelled. */
final class Exchange {
    private static final int ATTEMPTS = 2;

    private final OpenSearchConnection connection;
    private final RetrievalRequest request;
    private final Duration most;

    /**
     * Calls on behalf of a request.
     *
     * @param most how long a call may take where the deadline leaves more
     */
    Exchange(OpenSearchConnection connection, RetrievalRequest request, Duration most) {
        this.connection = connection;
        this.request = request;
        this.most = most;
    }

    /** The time that the next call has. */
    Duration time() throws EngineFailure {
        if (request.cancellation().isCancelled()) {
            throw new EngineFailure(Kind.CANCELLED, "the call was cancelled");
        }
        Duration left = request.deadline().remaining();
        if (request.deadline().expired() || left.toMillis() < 1) {
            throw new EngineFailure(Kind.LATE, "the deadline has passed");
        }
        return left.compareTo(most) < 0 ? left : most;
    }

    /** A good answer; one that may come to another node, or a moment later, is asked for once more. */
    Answer ask(Call call) throws EngineFailure {
        for (int attempt = 1; ; attempt++) {
            try {
                Answer answer = connection.call(call, time(), request.cancellation());
                if (attempt == ATTEMPTS || answer.status() < 500) {
                    return check(answer);
                }
            } catch (EngineFailure e) {
                if (attempt == ATTEMPTS || e.kind() != Kind.UNREACHABLE) {
                    throw e;
                }
            }
        }
    }

    /** The answer, when it is one. */
    static Answer check(Answer answer) throws EngineFailure {
        if (!answer.ok()) {
            throw new RefusedCall(answer);
        }
        JsonNode shards = answer.body().path("_shards");
        if (answer.body().path("timed_out").asBoolean(false)) {
            throw new EngineFailure(Kind.LATE, "the engine ran out of time");
        }
        if (shards.path("failed").asInt(0) > 0) {
            throw new EngineFailure(Kind.UNREACHABLE, "a part of the index did not answer");
        }
        return answer;
    }
}
