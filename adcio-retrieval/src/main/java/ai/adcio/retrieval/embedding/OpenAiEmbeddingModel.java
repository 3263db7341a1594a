package ai.adcio.retrieval.embedding;

import ai.adcio.retrieval.Cancellation;
import ai.adcio.retrieval.Deadline;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model of an OpenAI-like server, for queries or for passages. Thread safe. */
final class OpenAiEmbeddingModel implements RemoteEmbeddingModel {
    private final OpenAiEmbeddingClient client;
    private final @Nullable String inputType;
    private final Duration timeout;
    private final int batch;

    OpenAiEmbeddingModel(OpenAiEmbeddingClient client, @Nullable String inputType, Duration timeout, int batch) {
        this.client = client;
        this.inputType = inputType;
        this.timeout = timeout;
        this.batch = batch;
    }

    @Override
    public Embedding embed(String text, Deadline deadline, Cancellation cancellation) {
        Duration remaining = deadline.remaining();
        Duration wait = remaining.compareTo(timeout) < 0 ? remaining : timeout;
        return client.embed(List.of(text), inputType, wait, cancellation).getFirst();
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        List<Embedding> embeddings = new ArrayList<>(segments.size());
        for (int from = 0; from < segments.size(); from += batch) {
            List<String> texts = segments.subList(from, Math.min(from + batch, segments.size())).stream()
                    .map(TextSegment::text)
                    .toList();
            embeddings.addAll(client.embed(texts, inputType, timeout, new Cancellation()));
        }
        return Response.from(embeddings);
    }
}
