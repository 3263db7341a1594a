package ai.adcio.retrieval.embedding;

import ai.adcio.catalog.TextFolding;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Embeds a text as the sum of a random direction for each of its words: texts that share words are near. */
public final class WordHashModel implements EmbeddingModel {
    private static final int DIMENSIONS = 64;

    private final AtomicInteger embedded = new AtomicInteger();

    /** How many texts it was given. */
    public int embedded() {
        return embedded.get();
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
        embedded.addAndGet(texts.size());
        return Response.from(
                texts.stream().map(text -> Embedding.from(vector(text.text()))).toList());
    }

    private static float[] vector(String text) {
        float[] sum = new float[DIMENSIONS];
        for (String word : TextFolding.words(text)) {
            Random direction = new Random(word.hashCode());
            for (int i = 0; i < DIMENSIONS; i++) {
                sum[i] += (float) direction.nextGaussian();
            }
        }
        return sum;
    }
}
