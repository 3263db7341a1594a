package ai.adcio.cli.eval;

import ai.adcio.AdcioException;
import ai.adcio.cli.JsonFiles;
import ai.adcio.cli.OneLine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Calls of JSON to one server, to set it up and to look into it. */
final class HttpCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final @Nullable String headerName;
    private final @Nullable String headerValue;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Calls to a server.
     *
     * @param headerName a header that every call has, such as {@code Authorization}, or null
     */
    HttpCalls(URI base, @Nullable String headerName, @Nullable String headerValue) {
        this.base = base;
        this.headerName = headerName;
        this.headerValue = headerValue;
    }

    /**
     * An answer.
     *
     * @param body what it holds, missing when that is no JSON
     */
    record Answer(int status, JsonNode body) {}

    /** Calls, and takes any answer. */
    Answer send(String method, String path, @Nullable Object body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(base.toString().replaceFirst("/+$", "") + path))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(JsonFiles.MAPPER.writeValueAsString(body)));
            if (headerName != null && headerValue != null) {
                request.header(headerName, headerValue);
            }
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            throw new AdcioException("no answer from " + base + ": " + OneLine.of(e) + "; does it run?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdcioException("the call to " + base + " was interrupted", e);
        }
    }

    /** Calls, and takes a good answer only. */
    JsonNode good(String method, String path, @Nullable Object body) {
        Answer answer = send(method, path, body);
        if (answer.status() >= 300) {
            throw new AdcioException(
                    base + " answered " + answer.status() + " to " + method + " " + path + ": " + answer.body());
        }
        return answer.body();
    }

    private static JsonNode json(String text) {
        try {
            return JsonFiles.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
