package ai.adcio.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Plain calls to an engine, past the library. */
final class Rest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI base;

    Rest(String base) {
        this.base = URI.create(base.endsWith("/") ? base : base + "/");
    }

    /** The answer, or a missing node when there is no such thing. */
    JsonNode get(String path) {
        HttpResponse<String> response = call("GET", path);
        try {
            return JsonFiles.MAPPER.readTree(response.statusCode() == 404 ? "" : response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String path) {
        call("DELETE", path);
    }

    private HttpResponse<String> call(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
