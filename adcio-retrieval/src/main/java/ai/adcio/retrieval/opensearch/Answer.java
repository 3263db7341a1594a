package ai.adcio.retrieval.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * What the engine answered.
 *
 * @param status the HTTP status
 * @param body the JSON; a missing node when there is none, or when an error came without
 */
record Answer(int status, JsonNode body) {
    private static final Pattern TYPE = Pattern.compile("[a-z_]{1,80}");

    boolean ok() {
        return status >= 200 && status < 300;
    }

    boolean notFound() {
        return status == 404;
    }

    /** Whether the engine had no room or no node, so that the same may succeed later. */
    static boolean passes(int status) {
        return status == 429 || status >= 500;
    }

    /** The status with the engine's name of the error, without any text that could repeat what was sent. */
    String error() {
        String type = body.path("error").path("type").asText("");
        return TYPE.matcher(type).matches() ? status + " " + type : String.valueOf(status);
    }

    /** What the engine says of the error, which may repeat what was sent. */
    String reason() {
        String reason = body.path("error").path("reason").asText("");
        return reason.isEmpty() ? error() : error() + ": " + reason;
    }
}
