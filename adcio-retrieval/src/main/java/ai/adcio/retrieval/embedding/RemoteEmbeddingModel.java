package ai.adcio.retrieval.embedding;

import ai.adcio.retrieval.Cancellation;
import ai.adcio.retrieval.Deadline;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;

/** An embedding model that is asked over a network, and stops when nobody waits any longer. Thread safe. */
public interface RemoteEmbeddingModel extends EmbeddingModel {
    /**
     * Embeds one text.
     *
     * @throws ai.adcio.AdcioException when the model fails, or has not answered at the deadline or the cancellation
     */
    Embedding embed(String text, Deadline deadline, Cancellation cancellation);
}
