package ai.adcio.retrieval.embedding;

import ai.adcio.AdcioException;
import ai.adcio.retrieval.Cancellation;
import ai.adcio.retrieval.Deadline;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.embedding.Embedding;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call of OpenAI's embeddings protocol. Thread safe. */
final class OpenAiEmbeddingClient {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    private final HttpClient http;
    private final URI endpoint;
    private final String model;
    private final @Nullable Supplier<String> apiKey;
    private final boolean inputTypeIfTaken;
    private volatile boolean refusesInputType;

    OpenAiEmbeddingClient(
            HttpClient http, URI endpoint, String model, @Nullable Supplier<String> apiKey, boolean inputTypeIfTaken) {
        this.inputTypeIfTaken = inputTypeIfTaken;
        this.http = http;
        this.endpoint = endpoint;
        this.model = model;
        this.apiKey = apiKey;
    }

    /**
     * The embeddings of texts, in their order.
     *
     * @throws AdcioException when the server fails, is late or answers what is no embedding
     */
    List<Embedding> embed(List<String> texts, @Nullable String inputType, Duration timeout, Cancellation cancellation) {
        Deadline deadline = Deadline.in(timeout);
        boolean told = inputType != null && !refusesInputType;
        HttpResponse<byte[]> response = ask(request(texts, told ? inputType : null, timeout), deadline, cancellation);
        if (told
                && inputTypeIfTaken
                && (response.statusCode() == BAD_REQUEST || response.statusCode() == UNPROCESSABLE)) {
            response = ask(request(texts, null, timeout), deadline, cancellation);
            // Only when that was the reason: a text that is too long is refused both ways.
            refusesInputType = response.statusCode() == OK;
        }
        if (response.statusCode() != OK) {
            throw new AdcioException(
                    "the embedding server " + endpoint.getHost() + " answered with status " + response.statusCode());
        }
        return read(response.body(), texts.size());
    }

    private HttpResponse<byte[]> ask(HttpRequest request, Deadline deadline, Cancellation cancellation) {
        if (deadline.expired() || cancellation.isCancelled()) {
            throw new AdcioException("the deadline had passed before the embedding server was asked");
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        cancellation.onCancel(() -> answer.cancel(true));
        try {
            // The request's own time-out ends with the head of an answer; a body may drip for ever.
            return answer.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // Ends the exchange: the future of java.net.http closes its connection.
            answer.cancel(true);
            throw late(e);
        } catch (CancellationException e) {
            throw new AdcioException("the call of the embedding server was cancelled", e);
        } catch (ExecutionException e) {
            if (cancellation.isCancelled()) {
                throw new AdcioException("the call of the embedding server was cancelled", e);
            }
            if (e.getCause() instanceof HttpTimeoutException) {
                throw late(e);
            }
            throw new AdcioException("the embedding server " + endpoint.getHost() + " cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdcioException("the wait for the embedding server was interrupted", e);
        }
    }

    private AdcioException late(Exception cause) {
        return new AdcioException("the embedding server " + endpoint.getHost() + " did not answer in time", cause);
    }

    private HttpRequest request(List<String> texts, @Nullable String inputType, Duration timeout) {
        ObjectNode body = MAPPER.createObjectNode().put("model", model);
        texts.forEach(body.putArray("input")::add);
        body.put("encoding_format", "float");
        if (inputType != null) {
            body.put("input_type", inputType);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                // Zero is refused; the wait for the answer is what counts.
                .timeout(timeout.plusMillis(1))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8));
        String key = apiKey == null ? null : apiKey.get();
        if (key != null && !key.isBlank()) {
            request.header("Authorization", "Bearer " + key.strip());
        }
        return request.build();
    }

    private List<Embedding> read(byte[] body, int wanted) {
        JsonNode data;
        try {
            data = MAPPER.readTree(body).path("data");
        } catch (JsonProcessingException e) {
            throw nonsense(null);
        } catch (java.io.IOException e) {
            throw nonsense(e);
        }
        Embedding[] embeddings = new Embedding[wanted];
        int position = 0;
        for (JsonNode entry : data) {
            int index = entry.path("index").asInt(position++);
            if (index < 0 || index >= wanted) {
                throw nonsense(null);
            }
            embeddings[index] = Embedding.from(vector(entry.path("embedding")));
        }
        if (Arrays.asList(embeddings).contains(null)) {
            throw nonsense(null);
        }
        return List.of(embeddings);
    }

    private float[] vector(JsonNode values) {
        if (!values.isArray() || values.isEmpty()) {
            throw nonsense(null);
        }
        float[] vector = new float[values.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = values.get(i).floatValue();
        }
        return vector;
    }

    /** Without what the server sent, which may repeat a shopper's words. */
    private AdcioException nonsense(@Nullable Exception cause) {
        String message = "the embedding server " + endpoint.getHost() + " answered what is no list of embeddings";
        return cause == null ? new AdcioException(message) : new AdcioException(message, cause);
    }
}
